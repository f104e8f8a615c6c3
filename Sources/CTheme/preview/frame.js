'use strict';

/**
 * The window of the phone: runs the emitted files in a frame that has no origin, no network and no storage of its own.
 * Everything comes in and goes out by messages to the page around it (`simulator.js`).
 */
(function () {
  const { Platform, View, audit } = window.OffprintPreview;
  /** Names a browser has and a phone does not: for the program they are not there. */
  const ABSENT = ['window', 'document', 'self', 'globalThis', 'parent', 'top', 'frames', 'location', 'history', 'navigator', 'fetch',
    'XMLHttpRequest', 'WebSocket', 'EventSource', 'Worker', 'localStorage', 'sessionStorage', 'indexedDB', 'caches', 'Image', 'Function',
    'postMessage', 'alert', 'requestAnimationFrame', 'setInterval', 'clearInterval'];
  const REACH_BOTTOM = 50;

  const tell = (kind, message) => window.parent.postMessage(Object.assign({ kind }, message), '*');
  const styles = document.head.appendChild(document.createElement('style'));
  const text = (bytes) => new TextDecoder().decode(bytes);

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

  class Storage extends Map {
    set(key, value) {
      super.set(key, value);
      tell('stored', { key, value });
      return this;
    }
    delete(key) {
      tell('stored', { key, value: null });
      return super.delete(key);
    }
    clear() {
      for (const key of this.keys()) tell('stored', { key, value: null });
      super.clear();
    }
  }

  /** One life of the program, from launch to the next restart. */
  class Run {
    constructor(options) {
      this.options = options;
      this.userFiles = new Map();
      this.dirty = new Set();
      this.shownPage = null;
      this.isMoving = false;
      const storage = new Storage();
      for (const [key, value] of options.storage) Map.prototype.set.call(storage, key, value);
      this.platform = new Platform({
        read: known,
        evaluate: (code, name, globals) => {
          const names = ABSENT.filter((one) => !(one in globals)).concat(Object.keys(globals));
          const values = names.map((one) => globals[one]);
          new Function(...names, code + '\n//# sourceURL=mini-program/' + name)(...values);
        },
        schedule: (action, milliseconds) => {
          const timer = setTimeout(() => this.isOver || action(), milliseconds);
          return () => clearTimeout(timer);
        },
        storage,
        userFiles: this.userFiles,
        theme: options.theme,
        device: options.device,
        get window() {
          return { width: window.innerWidth, height: window.innerHeight };
        },
        changed: (page) => this.changed(page),
        layout: (page, nodes) => {
          this.flush();
          return this.view.layout(nodes);
        },
        canvas: (node) => {
          this.flush();
          return this.view.canvas(node);
        },
        brotli: (bytes) => {
          if (!unpacked.has(bytes)) throw new Error('the preview could not unpack this file');
          return unpacked.get(bytes);
        },
        askLater: (api, request, answer) => {
          const id = String(Math.random());
          asked.set(id, answer);
          tell('ask', { id, api, options: plain(request) });
        },
        scroll: (page, top, duration) => {
          this.flush();
          if (page === this.shownPage) window.scrollTo({ top, behavior: duration ? 'smooth' : 'instant' });
        },
        problem: (words) => tell('problem', { text: words }),
        log: (level, words) => tell('log', { level, text: words.map(show).join(' ') }),
        share: (kind) => this.share(kind),
      });
      const { calls } = this.platform;
      calls.push = (...added) => {
        for (const call of added) this.called(call);
        if (calls.length > 1000) calls.length = 0;
        return Array.prototype.push.apply(calls, added);
      };
      this.view = new View(document, this.platform, { file: address, width: window.innerWidth });
    }

    start(launch, stack) {
      const { platform } = this;
      platform.launch(launch);
      for (const { route, query } of stack || []) {
        if (platform.pages.has(route)) platform.open(route, query || {});
      }
      this.flush();
    }

    end() {
      this.isOver = true;
      document.body.replaceChildren();
    }

    changed(page) {
      this.dirty.add(page);
      if (this.isWaiting) return;
      this.isWaiting = true;
      queueMicrotask(() => {
        this.isWaiting = false;
        if (!this.isOver) this.flush();
      });
    }

    /** Brings the document up to the trees, the page on top in sight. */
    flush() {
      const { platform, view } = this;
      const top = platform.top;
      const isOther = top && this.shownPage !== top;
      for (const page of this.dirty) if (page === top) platform.guard('view', () => view.show(page));
      if (top && (this.dirty.has(top) || isOther)) this.scheduleAudit();
      this.dirty.clear();
      if (!isOther) return;
      if (this.shownPage) this.shownPage.state.kept = window.scrollY;
      this.shownPage = top;
      this.isMoving = true;
      styles.textContent = view.sheets(top);
      document.body.replaceChildren(view.show(top));
      window.scrollTo({ top: top.state.kept || 0, behavior: 'instant' });
      this.isMoving = false;
      this.tellState();
    }

    scheduleAudit() {
      clearTimeout(this.auditing);
      this.auditing = setTimeout(() => {
        const page = this.platform.top;
        if (this.isOver || !page) return;
        this.flush();
        tell('audit', { route: page.route, audit: audit(page, this.view, { pixelRatio: this.options.device.pixelRatio }) });
      }, 120);
    }

    /** Anything asked of `wx`: what shows outside the window is told to the page around. */
    called({ api, options }) {
      const { platform } = this;
      const page = platform.top;
      if (api === 'setData') return tell('call', { api, text: Object.keys(options).join(', ') });
      tell('call', { api, text: options === undefined ? '' : brief(options) });
      if (api === 'setNavigationBarTitle' && page) page.state.title = options.title;
      if (api === 'setNavigationBarColor' && page) page.state.bar = options;
      if (api === 'setTabBarStyle') platform.bars.tabs = options;
      if (api === 'previewImage') this.preview(options);
      if (['showToast', 'hideToast', 'showLoading', 'hideLoading', 'setClipboardData', 'makePhoneCall', 'vibrateShort'].includes(api)) {
        tell(api, { options: plain(options) });
      }
      if (/^(setNavigationBar|setBackground|setTabBar|navigate|redirect|reLaunch|switchTab|hideTabBar|showTabBar)/.test(api)) {
        setTimeout(() => this.isOver || (this.flush(), this.tellState()), 0);
      }
      return undefined;
    }

    preview({ urls, current }) {
      const pictures = urls.map((url) => {
        const bytes = url.startsWith('http://usr/') ? this.userFiles.get(url) : null;
        if (!bytes) this.platform.problem('previews ' + url + ', which a phone cannot show');
        return bytes || null;
      });
      tell('previewImage', { pictures: pictures.filter(Boolean), index: Math.max(0, urls.indexOf(current)) });
    }

    share(kind) {
      const shared = this.platform.share(this.platform.top, kind) || {};
      const picture = shared.imageUrl ? known(shared.imageUrl.replace(/^\//, '')) || this.userFiles.get(shared.imageUrl) : null;
      tell('share', { share: { kind, title: shared.title, path: shared.path || shared.query }, picture: picture || null });
    }

    get isDark() {
      return this.platform.host.theme === 'dark';
    }

    /** Everything around the window that the program decides. */
    tellState() {
      const { platform } = this;
      const page = platform.top;
      if (!page) return;
      const own = known(page.route + '.json') ? JSON.parse(text(known(page.route + '.json'))) : {};
      const theme = known('theme.json') ? JSON.parse(text(known('theme.json')))[this.isDark ? 'dark' : 'light'] : {};
      const resolved = (value) => (typeof value === 'string' && value[0] === '@' ? theme[value.slice(1)] : value);
      const look = Object.assign({}, platform.settings.window, own);
      const tabBar = platform.settings.tabBar || { list: [] };
      const bars = platform.bars.tabs || {};
      const icon = (path) => (path && known(path) ? known(path) : null);
      tell('state', {
        stack: platform.stack.map((one) => ({ route: one.route, query: one.options })),
        title: page.state.title || look.navigationBarTitleText || '',
        navigation: {
          background: (page.state.bar || {}).backgroundColor || resolved(look.navigationBarBackgroundColor) || '#000000',
          front: (page.state.bar || {}).frontColor || (resolved(look.navigationBarTextStyle) === 'black' ? '#000000' : '#ffffff'),
        },
        background: resolved(look.backgroundColor) || '#ffffff',
        isTab: platform.tabs.has(page.route),
        isSingle: platform.isSinglePage,
        canShare: { message: Boolean(page.onShareAppMessage), timeline: Boolean(page.onShareTimeline) },
        tabs: tabBar.list.map((tab, index) => {
          const changed = platform.bars['tab' + index] || {};
          const path = (name) => resolved((changed[name] || tab[name] || '')).replace(/^\//, '');
          return {
            route: tab.pagePath, text: changed.text || tab.text, isSelected: tab.pagePath === page.route,
            icon: icon(path('iconPath')), selectedIcon: icon(path('selectedIconPath')),
          };
        }),
        tabStyle: {
          color: bars.color || resolved(tabBar.color), selected: bars.selectedColor || resolved(tabBar.selectedColor),
          background: bars.backgroundColor || resolved(tabBar.backgroundColor), border: bars.borderStyle || resolved(tabBar.borderStyle),
        },
      });
    }

    /** Styles alone are others. */
    restyle() {
      if (this.shownPage) styles.textContent = this.view.sheets(this.shownPage);
    }
  }

  const plain = (value) => JSON.parse(JSON.stringify(value, (key, one) => (typeof one === 'function' ? undefined : one)) || '{}');
  const brief = (value) => {
    const whole = JSON.stringify(plain(value)) || '';
    return whole.length > 160 ? whole.slice(0, 160) + '…' : whole;
  };
  const show = (value) => (typeof value === 'string' ? value : value instanceof Error ? value.stack : JSON.stringify(value));

  function start(message) {
    if (run) run.end();
    asked = new Map();
    run = new Run(message);
    try {
      run.start(message.launch, message.stack);
    } catch (error) {
      tell('problem', { text: String((error && error.stack) || error) });
    }
    if (message.scroll) requestAnimationFrame(() => window.scrollTo({ top: message.scroll, behavior: 'instant' }));
    tell('started', {});
  }

  /** Children of the article's body, which source maps count. */
  const blocks = () => [...document.querySelectorAll('.body > *, .page > .body > *')];

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
