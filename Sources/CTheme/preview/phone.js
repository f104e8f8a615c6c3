'use strict';

/**
 * A phone on a page: the frame that runs the program (`frame.js`), and what the platform draws around it: bars, capsule,
 * tabs. What lies above the window stands in `layers.js`.
 */
(function (root) {
  const { words, make, bundle, layers } = root.OffprintPreview;

  /** Screens in CSS pixels. `top` is the status bar's height, `bottom` what the home bar takes. */
  const DEVICES = {
    'iPhone SE': { width: 375, height: 667, top: 20, bottom: 0, ratio: 2 },
    'iPhone 13 mini': { width: 375, height: 812, top: 44, bottom: 34, ratio: 3 },
    'iPhone 15': { width: 393, height: 852, top: 54, bottom: 34, ratio: 3 },
    'iPhone 15 Pro Max': { width: 430, height: 932, top: 54, bottom: 34, ratio: 3 },
    'Android 360': { width: 360, height: 780, top: 28, bottom: 0, ratio: 3 },
    'Pixel 8': { width: 412, height: 915, top: 36, bottom: 16, ratio: 2.625 },
  };
  const BAR = 44;
  const TABS = 49;

  class Phone extends EventTarget {
    /** @param {HTMLElement} holder @param {{storageKey?: string}} [options] */
    constructor(holder, options) {
      super();
      this.options = Object.assign({ storageKey: 'offprint.simulator' }, options);
      this.device = DEVICES['iPhone 15'];
      this.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
      this.fontSize = 16;
      this.scene = 1001;
      this.state = null;
      this.urls = new WeakMap();
      this.files = new Map();
      this.draw(holder);
      this.resize();
      addEventListener('message', (event) => {
        if (event.source === this.frame.contentWindow && event.data) this.heard(event.data);
      });
    }

    draw(holder) {
      this.statusBar = make('div', 'phone-status', make('b', {}, '9:41'), make('span', 'phone-signs', '●●●● 5G ▮'));
      this.back = make('button', { class: 'phone-back', 'aria-label': words('Back', '返回'), onclick: () => this.goBack() }, '‹');
      this.title = make('div', 'phone-title');
      this.capsule = make('div', 'phone-capsule',
        make('button', { 'aria-label': words('Menu', '菜单'), onclick: () => this.menu() }, '•••'),
        make('button', { 'aria-label': words('Restart', '重新启动'), onclick: () => this.restart({}) }, '◉'));
      this.bar = make('div', 'phone-bar', this.back, this.title, this.capsule);
      this.frame = make('iframe', { class: 'phone-window', sandbox: 'allow-scripts', title: words('Mini-program', '小程序') });
      this.tabs = make('nav', 'phone-tabs');
      this.over = make('div', { class: 'phone-over', 'aria-live': 'polite' });
      this.screen = make('div', 'phone-screen', this.statusBar, this.bar, this.frame, this.tabs, this.over);
      this.body = make('div', 'phone', this.screen);
      holder.append(this.body);
    }

    /** Loads the edition and starts it. @param {{path?: string, query?: object}} [launch] */
    async load(launch) {
      this.files = await bundle.fetchAll();
      this.unpacked = await bundle.fetchUnpacked(this.files.keys());
      const isReady = this.heardReady || new Promise((done) => this.addEventListener('ready', done, { once: true }));
      if (!this.frame.src) this.frame.src = '/.offprint/frame';
      await isReady;
      this.send('start', Object.assign({ files: this.files, unpacked: this.unpacked }, this.begin(launch)));
    }

    /** Routes of all pages, as app.json names them. */
    routes() {
      const app = JSON.parse(new TextDecoder().decode(this.files.get('app.json')));
      const parts = (app.subPackages || app.subpackages || []).flatMap((part) => part.pages.map((page) => part.root.replace(/\/$/, '') + '/' + page));
      return app.pages.concat(parts);
    }

    begin(launch, stack, scroll) {
      const { device } = this;
      const height = device.height - device.top - BAR;
      return {
        launch: Object.assign({ scene: this.scene }, launch), stack, scroll, theme: this.theme, storage: this.kept(),
        device: {
          pixelRatio: device.ratio, screenWidth: device.width, screenHeight: device.height, windowWidth: device.width,
          windowHeight: height, statusBarHeight: device.top, fontSizeSetting: this.fontSize,
          safeArea: {
            left: 0, right: device.width, top: device.top, bottom: device.height - device.bottom, width: device.width,
            height: device.height - device.top - device.bottom,
          },
        },
      };
    }

    /** Starts again; with `keeps` on the pages that lie there now. @param {{launch?: object, keeps?: boolean}} options */
    restart({ launch, keeps }) {
      this.over.replaceChildren();
      this.emit('restart', {});
      const stack = keeps && this.state ? this.state.stack : null;
      const first = stack ? { path: stack[0].route, query: stack[0].query } : launch;
      this.send('restart', this.begin(first, stack ? stack.slice(1) : null, keeps ? this.scrolled : 0));
    }

    /** Files of a newer edition. @param {string[]} changed @param {string[]} removed */
    async update(changed, removed) {
      const files = await Promise.all(changed.map(async (name) => [name, await bundle.fetchOne(name)]));
      for (const name of removed) files.push([name, null]);
      for (const [name, bytes] of files) {
        if (bytes) this.files.set(name, bytes);
        else this.files.delete(name);
      }
      if (changed.some((name) => name.endsWith('.br'))) this.unpacked = await bundle.fetchUnpacked(this.files.keys());
      this.send('update', { files });
    }

    send(kind, message) {
      this.frame.contentWindow.postMessage(Object.assign({ kind }, message), '*');
    }

    emit(kind, detail) {
      this.dispatchEvent(new CustomEvent(kind, { detail }));
      this.dispatchEvent(new CustomEvent('any', { detail: Object.assign({ kind }, detail) }));
    }

    heard(message) {
      const { kind } = message;
      if (kind === 'ready') this.heardReady = true;
      if (kind === 'state') this.show(message);
      if (kind === 'scroll') this.scrolled = message.top;
      if (kind === 'stored') this.keep(message);
      if (kind === 'wantsRestart') this.restart({ keeps: true });
      if (kind === 'ask') this.ask(message);
      if (kind === 'showToast' || kind === 'showLoading') this.toast(message.options, kind === 'showLoading');
      if (kind === 'hideToast' || kind === 'hideLoading') this.clear('.phone-toast');
      if (kind === 'setClipboardData') this.copied(message.options.data);
      if (kind === 'makePhoneCall') this.toast({ title: words('Calls ', '拨打 ') + message.options.phoneNumber, icon: 'none' });
      if (kind === 'previewImage') this.pictures(message);
      if (kind === 'share') this.shared(message);
      this.emit(kind, message);
    }

    // Storage stays between visits.
    kept() {
      try {
        return Object.entries(JSON.parse(localStorage.getItem(this.options.storageKey) || '{}'));
      } catch (error) {
        return [];
      }
    }

    keep({ key, value }) {
      const all = Object.fromEntries(this.kept());
      if (value === null) delete all[key];
      else all[key] = value;
      try {
        localStorage.setItem(this.options.storageKey, JSON.stringify(all));
      } catch (error) {
        // The browser's own limit: the program's storage lasts as long as the page then.
      }
    }

    goBack() {
      if (!this.state) return;
      if (this.state.stack.length > 1) this.send('call', { api: 'navigateBack', options: {} });
      else if (this.state.tabs.length) this.send('call', { api: 'reLaunch', options: { url: '/' + this.state.tabs[0].route } });
    }

    /** Device, theme, font size or scene are others. */
    resize() {
      const { device } = this;
      this.body.style.cssText = `--screen-width:${device.width}px;--screen-height:${device.height}px;--status:${device.top}px;--home:${device.bottom}px`;
      this.body.dataset.theme = this.theme;
      this.fit();
    }

    /** Scales the phone to the height there is. */
    fit() {
      const room = this.body.parentElement ? this.body.parentElement.clientHeight - 16 : 0;
      const [width, height] = [this.device.width + 24, this.device.height + 24];
      const scale = room > 200 ? Math.min(1, room / height) : 1;
      const { style } = this.body;
      style.transform = scale < 1 ? `scale(${scale})` : '';
      style.marginBottom = `${-height * (1 - scale)}px`;
      style.marginInline = `${(-width * (1 - scale)) / 2}px`;
    }

    setTheme(theme) {
      this.theme = theme;
      this.body.dataset.theme = theme;
      this.send('theme', { theme });
    }

    address(bytes) {
      if (!bytes) return '';
      // A drawing is the one kind that browsers do not tell by its bytes.
      const type = bytes[0] === 0x3c ? 'image/svg+xml' : '';
      if (!this.urls.has(bytes)) this.urls.set(bytes, URL.createObjectURL(new Blob([bytes], { type })));
      return this.urls.get(bytes);
    }

    show(state) {
      this.state = state;
      const { navigation, tabStyle } = state;
      this.title.textContent = state.title;
      for (const part of [this.statusBar, this.bar]) {
        part.style.background = navigation.background;
        part.style.color = navigation.front;
      }
      this.bar.dataset.front = navigation.front === '#000000' ? 'dark' : 'light';
      this.back.hidden = state.stack.length < 2 && state.isTab;
      this.back.textContent = state.stack.length < 2 ? '⌂' : '‹';
      this.frame.style.background = state.background;
      this.tabs.hidden = !state.isTab || state.isSingle;
      this.tabs.style.background = tabStyle.background || '';
      this.tabs.dataset.border = tabStyle.border || 'black';
      this.tabs.replaceChildren(...state.tabs.map((tab) =>
        make('button', {
          'aria-current': tab.isSelected ? 'page' : null, style: 'color:' + (tab.isSelected ? tabStyle.selected : tabStyle.color),
          onclick: () => this.send('call', { api: 'switchTab', options: { url: '/' + tab.route } }),
        }, (tab.isSelected ? tab.selectedIcon || tab.icon : tab.icon)
          ? make('img', { src: this.address(tab.isSelected ? tab.selectedIcon || tab.icon : tab.icon), alt: '' }) : null,
        make('span', {}, tab.text))));
    }
  }

  Object.assign(Phone.prototype, layers);
  root.OffprintPreview = Object.assign(root.OffprintPreview || {}, { Phone, DEVICES });
})(this);
