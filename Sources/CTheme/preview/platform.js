'use strict';

/**
 * A stand-in for the platform's logic layer: modules, app, pages, the stack of pages and tabs, `setData`. It runs the
 * emitted files as they are. Whatever surrounds it (files, time, storage, evaluation, layout) is a `host`, so the same file
 * serves tests and the simulator. What a phone would refuse is an error here, or fails as it does there.
 */
(function (root) {
  const load = (file) => (typeof require === 'function' ? require(file) : root.OffprintPreview);
  const { Template } = load('./wxml.js');
  const { select } = load('./select.js');
  const { makeWx } = load('./wx.js');
  const { routes } = load('./routes.js');
  const { modules } = load('./modules.js');
  const { assign, bridged, utf8Length } = load('./data.js');

  const SINGLE_PAGE_SCENE = 1154;
  const SET_DATA_LIMIT = 1024 * 1024;

  /**
   * @typedef {object} Host
   * @property {(name: string) => Uint8Array|null} read a file of the package, by path without a slash before it
   * @property {(code: string, name: string, globals: object) => void} evaluate runs a module with these names in scope
   * @property {(action: () => void, milliseconds: number) => () => void} schedule returns a way to cancel
   * @property {Map<string, string>} storage JSON by key
   * @property {Map<string, Uint8Array|string>} userFiles files below the user's folder
   * @property {'light'|'dark'} theme the system's
   * @property {(page: object) => void} [changed] a page's tree is another
   * @property {(page: object, nodes: object[]) => object[]} layout rectangles of nodes in the window
   * @property {(node: object) => object|null} canvas
   * @property {(bytes: Uint8Array) => Uint8Array} [brotli] unpacks
   * @property {(name: string, options: object) => object|undefined} [ask] answers of the person: modal, action sheet
   * @property {(name: string, options: object, answer: (result: object|string) => void) => void} [askLater] the same, in time
   * @property {(page: object, top: number, duration: number) => void} [scroll] moves the window; tells `scrolled` as it moves
   * @property {(text: string) => void} [problem] told of each
   * @property {(level: string, words: any[]) => void} [log] what the program writes to the console
   * @property {object} [device] what differs from the usual device
   */
  class Platform {
    /** @param {Host} host */
    constructor(host) {
      this.host = host;
      this.problems = [];
      /** Everything asked of `wx`. @type {{api: string, options: any}[]} */
      this.calls = [];
      /** Names of functions that report failure, as a phone may. */
      this.failing = new Set();
      this.modules = new Map();
      this.registered = new Map();
      this.templates = new Map();
      this.stack = [];
      this.tabPages = new Map();
      this.themeListeners = new Set();
      this.bars = {};
      this.isTapping = false;
      this.settings = JSON.parse(this.text('app.json'));
      this.pages = new Set(this.settings.pages);
      this.roots = (this.settings.subPackages || this.settings.subpackages || []).map((one) => one.root.replace(/\/$/, ''));
      for (const part of this.settings.subPackages || this.settings.subpackages || []) {
        for (const page of part.pages) this.pages.add(part.root.replace(/\/$/, '') + '/' + page);
      }
      this.tabs = new Set(((this.settings.tabBar || {}).list || []).map((tab) => tab.pagePath));
      this.loadedRoots = new Set();
      this.wx = makeWx(this);
    }

    problem(text) {
      const whole = (this.top ? this.top.route + ': ' : '') + text;
      this.problems.push(whole);
      if (this.host.problem) this.host.problem(whole);
    }

    text(name) {
      const bytes = this.host.read(name);
      if (!bytes) throw new Error('no file ' + name);
      let result = '';
      for (let at = 0; at < bytes.length; at += 8192) result += String.fromCharCode.apply(null, bytes.subarray(at, at + 8192));
      return decodeURIComponent(escape(result));
    }

    get top() {
      return this.stack[this.stack.length - 1];
    }

    rootOf(path) {
      return this.roots.find((one) => path.startsWith(one + '/')) || '';
    }

    /** Runs what the program handed over; an exception is a problem, not the end. */
    guard(what, action) {
      try {
        return action();
      } catch (error) {
        this.problem(what + ': ' + (error && error.stack ? error.stack : error));
        return undefined;
      }
    }

    later(action) {
      this.host.schedule(() => this.guard('callback', action), 0);
    }

    registerApp(options) {
      this.app = Object.assign({}, options);
    }

    /**
     * Starts the program.
     * @param {{path?: string, query?: object, scene?: number}} [options]
     */
    launch(options) {
      this.launchOptions = Object.assign(
        { path: this.settings.entryPagePath || this.settings.pages[0], query: {}, scene: 1001 }, options);
      this.require('app.js', 'app.js');
      if (this.app.onLaunch) this.guard('onLaunch', () => this.app.onLaunch(this.launchOptions));
      if (this.app.onShow) this.guard('App.onShow', () => this.app.onShow(this.launchOptions));
      const { path, query } = this.launchOptions;
      if (!this.pages.has(path)) {
        if (!this.app.onPageNotFound) return this.problem('no page ' + path);
        this.guard('onPageNotFound', () => this.app.onPageNotFound({ path, query, isEntryPage: true }));
        return undefined;
      }
      return this.open(path, query);
    }

    get isSinglePage() {
      return Boolean(this.launchOptions) && this.launchOptions.scene === SINGLE_PAGE_SCENE;
    }

    /** Registers a page's script, once, and makes an instance of it on top of the stack. */
    open(route, query) {
      if (this.rootOf(route)) this.loadedRoots.add(this.rootOf(route));
      if (!this.registered.has(route)) {
        this.opening = route;
        this.require(route + '.js', route);
        if (!this.registered.has(route)) throw new Error(route + ' registers no page');
      }
      const options = this.registered.get(route);
      const page = Object.assign({}, options, { route, options: query || {}, data: bridged(options.data || {}, 'data') });
      page.setData = (changes, done) => this.setData(page, changes, done);
      const state = { isReady: false, setDataBytes: 0, setDataCalls: 0, largestSetData: 0, openingBytes: 0, scrollTop: 0,
        observers: new Set() };
      Object.defineProperty(page, 'state', { value: state, enumerable: false });
      this.stack.push(page);
      this.render(page);
      this.call(page, 'onLoad', Object.assign({}, query));
      this.call(page, 'onShow');
      state.openingBytes = state.setDataBytes;
      this.later(() => {
        if (state.isGone) return;
        state.isReady = true;
        this.call(page, 'onReady');
      });
      return page;
    }

    call(page, name, ...parameters) {
      if (!page[name]) return undefined;
      return this.guard(page.route + '.' + name, () => page[name](...parameters));
    }

    setData(page, changes, done) {
      const copy = bridged(changes, 'data');
      const bytes = utf8Length(JSON.stringify(copy));
      if (bytes > SET_DATA_LIMIT) throw new Error('setData of ' + bytes + ' bytes');
      if (page.state.isGone) this.problem('setData on a page that was closed');
      page.state.setDataCalls += 1;
      page.state.setDataBytes += bytes;
      page.state.largestSetData = Math.max(page.state.largestSetData, bytes);
      for (const key of Object.keys(copy)) assign(page.data, key, copy[key]);
      this.calls.push({ api: 'setData', options: copy });
      this.render(page);
      if (done) this.later(() => done.call(page));
    }

    /** Makes the page's tree anew. */
    render(page) {
      const file = page.route + '.wxml';
      if (!this.templates.has(file)) this.templates.set(file, new Template(file, (name) => this.text(name)));
      this.guard(file, () => {
        page.state.tree = this.templates.get(file).render(page.data);
        if (this.host.changed) this.host.changed(page);
      });
    }

    close(page) {
      page.state.isGone = true;
      this.call(page, 'onUnload');
    }

    /**
     * A touch, as it travels from an element outwards.
     * @param {object} page
     * @param {object} node of the page's tree
     * @param {string} type
     * @param {object} [detail]
     * @returns {number} handlers that ran
     */
    dispatch(page, node, type, detail) {
      let count = 0;
      this.isTapping = type === 'tap';
      for (let at = node; at; at = at.parent) {
        const event = at.events && at.events[type];
        if (!event) continue;
        if (event.handler) {
          if (typeof page[event.handler] !== 'function') this.problem('no handler ' + event.handler);
          else {
            const now = { id: at.id, dataset: at.dataset, offsetLeft: 0, offsetTop: 0 };
            const first = { id: node.id, dataset: node.dataset || {}, offsetLeft: 0, offsetTop: 0 };
            this.call(page, event.handler, {
              type, timeStamp: 0, target: first, currentTarget: now, detail: detail || {}, touches: [], changedTouches: [],
            });
            count += 1;
          }
        }
        if (event.stops) break;
      }
      this.isTapping = false;
      return count;
    }

    find(page, selector) {
      return select(page.state.tree, selector);
    }

    scrollTo(page, top, duration) {
      if (this.host.scroll) this.host.scroll(page, Math.max(0, top), duration === undefined ? 300 : duration);
      else this.scrolled(page, Math.max(0, top));
    }

    /** The window was moved. */
    scrolled(page, top) {
      page.state.scrollTop = top;
      this.call(page, 'onPageScroll', { scrollTop: top });
      for (const observer of page.state.observers) observer.look();
    }

    /** What the page would share. @param {object} page @param {'message'|'timeline'} kind */
    share(page, kind) {
      if (kind === 'message') return this.call(page, 'onShareAppMessage', { from: 'menu' });
      if (!page.onShareAppMessage) this.problem('timeline without onShareAppMessage');
      return this.call(page, 'onShareTimeline');
    }

    setSystemTheme(theme) {
      this.host.theme = theme;
      for (const listener of this.themeListeners) this.guard('onThemeChange', () => listener({ theme }));
    }
  }

  Object.assign(Platform.prototype, modules, routes);

  const api = { Platform };
  if (typeof module === 'object' && module.exports) module.exports = api;
  else root.OffprintPreview = Object.assign(root.OffprintPreview || {}, api);
})(this);
