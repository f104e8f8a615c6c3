'use strict';

/** One life of the program inside of the frame, from launch to the next restart: the platform, its view, what it tells. */
(function (root) {
  const { Platform, View, audit } = root.OffprintPreview;
  /** Names a browser has and a phone does not: for the program they are not there. */
  const ABSENT = ['window', 'document', 'self', 'globalThis', 'parent', 'top', 'frames', 'location', 'history', 'navigator', 'fetch',
    'XMLHttpRequest', 'WebSocket', 'EventSource', 'Worker', 'localStorage', 'sessionStorage', 'indexedDB', 'caches', 'Image', 'Function',
    'postMessage', 'alert', 'requestAnimationFrame', 'setInterval', 'clearInterval'];
  const styles = document.head.appendChild(document.createElement('style'));
  const text = (bytes) => new TextDecoder().decode(bytes);

  class Storage extends Map {
    constructor(tell) {
      super();
      this.tell = tell;
    }
    set(key, value) {
      super.set(key, value);
      this.tell('stored', { key, value });
      return this;
    }
    delete(key) {
      this.tell('stored', { key, value: null });
      return super.delete(key);
    }
    clear() {
      for (const key of this.keys()) this.tell('stored', { key, value: null });
      super.clear();
    }
  }

  /** One life of the program, from launch to the next restart. */
  class Run {
    constructor(options, around) {
      this.options = options;
      this.around = around;
      const { tell, known, address, asked, unpackedOf } = around;
      this.userFiles = new Map();
      this.dirty = new Set();
      this.shownPage = null;
      this.isMoving = false;
      const storage = new Storage(tell);
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
          const found = unpackedOf(bytes);
          if (!found) throw new Error('the preview could not unpack this file');
          return found;
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
        this.around.tell('audit', { route: page.route, audit: audit(page, this.view, { pixelRatio: this.options.device.pixelRatio }) });
      }, 120);
    }

    /** Anything asked of `wx`: what shows outside the window is told to the page around. */
    called({ api, options }) {
      const { platform } = this;
      const page = platform.top;
      if (api === 'setData') return this.around.tell('call', { api, text: Object.keys(options).join(', ') });
      this.around.tell('call', { api, text: options === undefined ? '' : brief(options) });
      if (api === 'setNavigationBarTitle' && page) page.state.title = options.title;
      if (api === 'setNavigationBarColor' && page) page.state.bar = options;
      if (api === 'setTabBarStyle') platform.bars.tabs = options;
      if (api === 'previewImage') this.preview(options);
      if (['showToast', 'hideToast', 'showLoading', 'hideLoading', 'setClipboardData', 'makePhoneCall', 'vibrateShort'].includes(api)) {
        this.around.tell(api, { options: plain(options) });
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
      this.around.tell('previewImage', { pictures: pictures.filter(Boolean), index: Math.max(0, urls.indexOf(current)) });
    }

    share(kind) {
      const shared = this.platform.share(this.platform.top, kind) || {};
      const picture = shared.imageUrl ? this.around.known(shared.imageUrl.replace(/^\//, '')) || this.userFiles.get(shared.imageUrl) : null;
      this.around.tell('share', { share: { kind, title: shared.title, path: shared.path || shared.query }, picture: picture || null });
    }

    get isDark() {
      return this.platform.host.theme === 'dark';
    }

    /** Everything around the window that the program decides. */
    tellState() {
      const { platform } = this;
      const page = platform.top;
      if (!page) return;
      const own = this.around.known(page.route + '.json') ? JSON.parse(text(this.around.known(page.route + '.json'))) : {};
      const theme = this.around.known('theme.json') ? JSON.parse(text(this.around.known('theme.json')))[this.isDark ? 'dark' : 'light'] : {};
      const resolved = (value) => (typeof value === 'string' && value[0] === '@' ? theme[value.slice(1)] : value);
      const look = Object.assign({}, platform.settings.window, own);
      const tabBar = platform.settings.tabBar || { list: [] };
      const bars = platform.bars.tabs || {};
      const icon = (path) => (path ? this.around.known(path) : null);
      this.around.tell('state', {
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

  root.OffprintPreview = Object.assign(root.OffprintPreview || {}, { Run });
})(this);
