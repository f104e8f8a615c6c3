'use strict';

/**
 * The window of the phone: runs the emitted files in a frame that has no origin, no network and no storage of its own.
 * Everything comes in and goes out by messages to the page around it (`simulator.js`).
 */
(function () {
  const { Run } = window.OffprintPreview;
  const REACH_BOTTOM = 50;

  const tell = (kind, message) => window.parent.postMessage(Object.assign({ kind }, message), '*');

  let files = new Map();
  let unpacked = new WeakMap();
  let addresses = new Map();
  let run = null;
  let asked = new Map();

  const known = (name) => files.get(name) || null;

  /** An address of a file's bytes that this frame may show. */
  function address(source) {
    const isUser = source.startsWith('http://usr/');
    const name = isUser ? source : source.replace(/^\//, '');
    if (/^https?:/.test(source) && !isUser) {
      tell('network', { what: source });
      return null;
    }
    const bytes = isUser ? run.userFiles.get(name) : known(name);
    if (!bytes) return null;
    if (!addresses.has(name) || addresses.get(name).bytes !== bytes) {
      const type = { svg: 'image/svg+xml', png: 'image/png', gif: 'image/gif', mp3: 'audio/mpeg', mp4: 'video/mp4' }[name.split('.').pop()];
      addresses.set(name, { bytes, url: URL.createObjectURL(new Blob([bytes], { type: type || 'image/jpeg' })) });
    }
    return addresses.get(name).url;
  }

  function start(message) {
    if (run) run.end();
    asked = new Map();
    run = new Run(message, { tell, known, address, asked, unpackedOf: (bytes) => unpacked.get(bytes) });
    try {
      run.start(message.launch, message.stack);
    } catch (error) {
      tell('problem', { text: String((error && error.stack) || error) });
    }
    if (message.scroll) requestAnimationFrame(() => window.scrollTo({ top: message.scroll, behavior: 'instant' }));
    tell('started', {});
  }

  /** Blocks of the article's body, as source maps count them: where they are many they stand in bare groups. */
  const flat = (element) =>
    [...element.children].flatMap((one) => (one.localName === 'wx-view' && !one.attributes.length ? flat(one) : [one]));
  const blocks = () => {
    const body = document.querySelector('.page > .body');
    return body ? flat(body) : [];
  };

  function whereabouts() {
    const all = blocks();
    const line = window.innerHeight * 0.2;
    for (let index = all.length - 1; index >= 0; index -= 1) {
      const { top, height } = all[index].getBoundingClientRect();
      if (top <= line) return { position: index, share: height ? Math.min(1, (line - top) / height) : 0 };
    }
    return { position: 0, share: 0 };
  }

  const actions = {
    start(message) {
      files = message.files;
      unpacked = new WeakMap();
      for (const [name, bytes] of message.unpacked || []) if (files.has(name)) unpacked.set(files.get(name), bytes);
      start(message);
    },
    restart: start,
    /** Changed files of a new edition; `null` takes one away. */
    update(message) {
      for (const [name, bytes] of message.files) {
        if (bytes) files.set(name, bytes);
        else files.delete(name);
      }
      const names = message.files.map(([name]) => name);
      if (!run || !names.every((name) => /\.(wxml|wxss)$/.test(name))) return tell('wantsRestart', {});
      run.platform.templates.clear();
      if (names.every((name) => name.endsWith('.wxss'))) run.restyle();
      else for (const page of run.platform.stack) run.platform.render(page);
      run.flush();
      run.scheduleAudit();
      return tell('updated', { names });
    },
    answer({ id, result }) {
      const answer = asked.get(id);
      asked.delete(id);
      if (answer) answer(result);
    },
    theme({ theme }) {
      run.platform.setSystemTheme(theme);
      run.restyle();
      run.tellState();
    },
    call({ api, options }) {
      run.platform.guard(api, () => run.platform.wx[api](options));
    },
    open({ url }) {
      run.platform.guard('open', () => {
        const { route } = run.platform.target(url);
        run.platform.wx[run.platform.tabs.has(route) ? 'switchTab' : run.platform.stack.length >= 10 ? 'redirectTo' : 'navigateTo']({ url });
      });
    },
    share: ({ what }) => run.share(what),
    storage({ key, value }) {
      const { storage } = run.platform.host;
      if (key === undefined) storage.clear();
      else if (value === null) storage.delete(key);
      else storage.set(key, value);
    },
    /** Scrolls so that a share of a block of the body is at the reading line. */
    show({ position, share }) {
      const block = blocks()[position];
      if (!block) return;
      const { top, height } = block.getBoundingClientRect();
      run.isFollowing = performance.now();
      window.scrollTo({ top: window.scrollY + top + height * share - window.innerHeight * 0.2, behavior: 'instant' });
    },
    mark({ marks }) {
      for (const one of document.querySelectorAll('[data-offprint-mark]')) delete one.dataset.offprintMark;
      for (const { position, kind } of marks) if (blocks()[position]) blocks()[position].dataset.offprintMark = kind;
    },
  };

  window.addEventListener('message', (event) => {
    if (event.source !== window.parent || !event.data || !actions[event.data.kind]) return;
    try {
      actions[event.data.kind](event.data);
    } catch (error) {
      tell('problem', { text: String((error && error.stack) || error) });
    }
  });
  window.addEventListener('scroll', () => {
    const page = run && run.platform.top;
    if (!page || run.isMoving || page !== run.shownPage) return;
    run.platform.scrolled(page, window.scrollY);
    const left = document.documentElement.scrollHeight - window.innerHeight - window.scrollY;
    if (left <= REACH_BOTTOM && !page.state.isAtBottom && page.onReachBottom) run.platform.call(page, 'onReachBottom');
    page.state.isAtBottom = left <= REACH_BOTTOM;
    const isFollowing = run.isFollowing && performance.now() - run.isFollowing < 150;
    tell('scroll', Object.assign({ route: page.route, top: window.scrollY, isFollowing: Boolean(isFollowing) }, whereabouts()));
  }, { passive: true });
  window.addEventListener('resize', () => {
    if (!run) return;
    run.view.options.width = window.innerWidth;
    run.restyle();
    run.scheduleAudit();
  });
  document.addEventListener('securitypolicyviolation', (event) => tell('network', { what: event.blockedURI + ' (' + event.violatedDirective + ')' }));
  window.addEventListener('error', (event) => event.message && tell('problem', { text: event.message }));
  window.addEventListener('unhandledrejection', (event) => tell('problem', { text: String((event.reason && event.reason.stack) || event.reason) }));
  tell('ready', {});
})();
