'use strict';

/**
 * The functions of `wx`, with every option they take, from the platform's documentation. A function or an option that is
 * not in the tables is an error: on a phone it would do nothing, silently.
 */
(function (root) {
  const load = (file) => (typeof require === 'function' ? require(file) : root.OffprintPreview);
  const { fileSystem } = load('./files.js');
  const { selectorQuery, intersectionObserver } = load('./query.js');

  const KEY_LIMIT = 1024 * 1024;
  const STORAGE_LIMIT = 10 * 1024 * 1024;

  const HEXADECIMAL = /^#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$/;
  const text = (value) => typeof value === 'string';
  const number = (value) => typeof value === 'number' && Number.isFinite(value);
  const boolean = (value) => typeof value === 'boolean';
  const color = (value) => text(value) && HEXADECIMAL.test(value);
  const list = (value) => Array.isArray(value);
  const anything = (value) => value !== undefined;
  const object = (value) => value !== null && typeof value === 'object';
  const short = (count) => (value) => text(value) && [...value].length <= count;
  const one = (...words) => (value) => words.includes(value);

  /** Options of asynchronous functions; a name ending in `!` must be given. */
  const OPTIONS = {
    navigateTo: { 'url!': text, events: object, routeType: text, routeConfig: object, routeOptions: object },
    redirectTo: { 'url!': text },
    reLaunch: { 'url!': text },
    switchTab: { 'url!': text },
    navigateBack: { delta: number },
    showToast: { 'title!': text, icon: one('success', 'error', 'loading', 'none'), image: text, duration: number, mask: boolean },
    hideToast: { noConflict: boolean },
    showLoading: { 'title!': text, mask: boolean },
    hideLoading: { noConflict: boolean },
    showModal: {
      title: text, content: text, showCancel: boolean, cancelText: short(4), cancelColor: color, confirmText: short(4),
      confirmColor: color, editable: boolean, placeholderText: text,
    },
    showActionSheet: { alertText: text, 'itemList!': list, itemColor: color },
    pageScrollTo: { scrollTop: number, duration: number, selector: text, offsetTop: number },
    setNavigationBarTitle: { 'title!': text },
    setNavigationBarColor: { 'frontColor!': one('#ffffff', '#000000'), 'backgroundColor!': color, animation: object },
    setBackgroundColor: { backgroundColor: color, backgroundColorTop: color, backgroundColorBottom: color },
    setBackgroundTextStyle: { 'textStyle!': one('dark', 'light') },
    setTabBarStyle: {
      color: color, selectedColor: color, backgroundColor: color, borderStyle: one('black', 'white'), backgroundImage: text,
      backgroundRepeat: text,
    },
    setTabBarItem: { 'index!': number, text: text, iconPath: text, selectedIconPath: text },
    showTabBar: { animation: boolean },
    hideTabBar: { animation: boolean },
    setClipboardData: { 'data!': text },
    getClipboardData: {},
    previewImage: { 'urls!': list, showmenu: boolean, current: text, referrerPolicy: text },
    makePhoneCall: { 'phoneNumber!': text },
    setStorage: { 'key!': text, 'data!': anything, encrypt: boolean },
    getStorage: { 'key!': text, encrypt: boolean },
    removeStorage: { 'key!': text },
    clearStorage: {},
    showShareMenu: { withShareTicket: boolean, menus: list },
    hideShareMenu: { menus: list },
    vibrateShort: { type: one('heavy', 'medium', 'light') },
  };
  const CALLBACKS = ['success', 'fail', 'complete'];

  function checkOptions(api, options, table) {
    for (const name of Object.keys(options)) {
      if (CALLBACKS.includes(name)) {
        if (typeof options[name] !== 'function') throw new Error('wx.' + api + ': ' + name + ' is no function');
        continue;
      }
      const check = table[name] || table[name + '!'];
      if (!check) throw new Error('wx.' + api + ' has no option ' + name);
      if (options[name] !== undefined && !check(options[name])) {
        throw new Error('wx.' + api + ': bad ' + name + ' ' + JSON.stringify(options[name]));
      }
    }
    for (const name of Object.keys(table)) {
      if (name.endsWith('!') && options[name.slice(0, -1)] === undefined) throw new Error('wx.' + api + ' needs ' + name.slice(0, -1));
    }
  }

  /** @param {any} platform */
  function makeWx(platform) {
    const { host } = platform;
    /** What a page is told of the device; the host's own over an iPhone's measures. */
    const information = () => Object.assign({
      brand: 'offprint', model: 'simulator', platform: 'devtools', pixelRatio: 2, windowWidth: 375, windowHeight: 667,
      screenWidth: 375, screenHeight: 812, statusBarHeight: 44, language: 'zh_CN', SDKVersion: '2.32.3', theme: host.theme,
      fontSizeSetting: 16, safeArea: { left: 0, right: 375, top: 44, bottom: 778, width: 375, height: 734 },
    }, host.device);

    /** What an asynchronous function does; returns why it failed, or what it hands over. */
    const effects = {
      showModal: (options) => Object.assign({ confirm: true, cancel: false }, host.ask && host.ask('showModal', options)),
      showActionSheet: (options) => Object.assign({ tapIndex: 0 }, host.ask && host.ask('showActionSheet', options)),
      setClipboardData({ data }) {
        if (!platform.isTapping) platform.problem('the clipboard is written without a tap');
        platform.clipboard = data;
      },
      previewImage({ urls, current }) {
        if (!urls.length) return 'no urls';
        if (current !== undefined && !urls.includes(current)) platform.problem('previewImage of none of its urls');
        return undefined;
      },
      pageScrollTo(options) {
        const page = platform.top;
        if (options.selector === undefined) return void platform.scrollTo(page, options.scrollTop || 0, options.duration);
        const node = platform.find(page, options.selector)[0];
        if (!node) {
          platform.problem('scrolls to ' + options.selector + ', which is not there');
          return 'no element ' + options.selector;
        }
        const [rectangle] = host.layout(page, [node]);
        platform.scrollTo(page, page.state.scrollTop + rectangle.top + (options.offsetTop || 0), options.duration);
        return undefined;
      },
      setTabBarItem(options) {
        if (!platform.tabs.has(platform.top.route)) return 'not TabBar page';
        for (const path of [options.iconPath, options.selectedIconPath]) {
          if (path && !host.read(path.replace(/^\//, ''))) platform.problem('no icon ' + path);
        }
        platform.bars['tab' + options.index] = options;
        return undefined;
      },
      setTabBarStyle(options) {
        if (!platform.tabs.has(platform.top.route)) return 'not TabBar page';
        platform.bars.tabs = options;
        return undefined;
      },
      setNavigationBarColor: (options) => void (platform.bars.navigation = options),
      setNavigationBarTitle: (options) => void (platform.bars.title = options.title),
      getClipboardData: () => ({ data: platform.clipboard || '' }),
      setStorage: ({ key, data }) => void wx.setStorageSync(key, data),
      getStorage({ key }) {
        if (!host.storage.has(key)) return 'data not found';
        return { data: wx.getStorageSync(key) };
      },
      removeStorage: ({ key }) => void host.storage.delete(key),
      clearStorage: () => void host.storage.clear(),
    };
    for (const api of ['navigateTo', 'redirectTo', 'reLaunch', 'switchTab', 'navigateBack']) {
      effects[api] = (options) => platform[api](options);
    }

    const wx = { env: { USER_DATA_PATH: 'http://usr' } };
    for (const api of Object.keys(OPTIONS)) {
      wx[api] = (options = {}) => {
        checkOptions(api, options, OPTIONS[api]);
        platform.calls.push({ api, options });
        const finish = (outcome) => {
          const isFailure = typeof outcome === 'string';
          const result = Object.assign({ errMsg: api + (isFailure ? ':fail ' + outcome : ':ok') }, isFailure ? {} : outcome);
          platform.later(() => {
            const answer = isFailure ? options.fail : options.success;
            if (answer) answer(result);
            if (options.complete) options.complete(result);
          });
        };
        if (platform.failing.has(api)) finish('told to fail');
        else if (host.askLater && (api === 'showModal' || api === 'showActionSheet')) host.askLater(api, options, finish);
        else finish(effects[api] && effects[api](options));
      };
    }

    const synchronous = {
      getStorageSync(key) {
        if (platform.failing.has('getStorageSync')) throw new Error('getStorageSync:fail');
        return host.storage.has(key) ? JSON.parse(host.storage.get(key)) : '';
      },
      setStorageSync(key, value) {
        if (platform.failing.has('setStorageSync')) throw new Error('setStorageSync:fail');
        const stored = JSON.stringify(value);
        if (stored === undefined) throw new Error('setStorageSync of ' + typeof value);
        if (stored.length > KEY_LIMIT) throw new Error('setStorageSync:fail entry size limit reached');
        let total = stored.length;
        for (const [other, kept] of host.storage) if (other !== key) total += kept.length;
        if (total > STORAGE_LIMIT) throw new Error('setStorageSync:fail total size limit reached');
        host.storage.set(key, stored);
      },
      removeStorageSync: (key) => void host.storage.delete(key),
      clearStorageSync: () => host.storage.clear(),
      getStorageInfoSync: () => ({ keys: [...host.storage.keys()], currentSize: 0, limitSize: STORAGE_LIMIT / 1024 }),
      getSystemInfoSync: information,
      getAppBaseInfo() {
        const { SDKVersion, theme, language, fontSizeSetting } = information();
        return { SDKVersion, theme, language, fontSizeSetting };
      },
      getWindowInfo: information,
      getDeviceInfo: () => ({ platform: 'devtools', brand: 'offprint', model: 'simulator' }),
      getLaunchOptionsSync: () => Object.assign({}, platform.launchOptions),
      getEnterOptionsSync: () => Object.assign({}, platform.launchOptions),
      onThemeChange: (listener) => void platform.themeListeners.add(listener),
      offThemeChange: (listener) => void platform.themeListeners.delete(listener),
      nextTick: (action) => platform.later(action),
      canIUse: (name) => name.split('.')[0] in wx,
      createSelectorQuery: () => selectorQuery(platform),
      createIntersectionObserver: (page, options) => intersectionObserver(platform, page, options),
      getFileSystemManager: () => fileSystem(platform),
      createInnerAudioContext: () => audio(platform),
    };
    for (const api of Object.keys(synchronous)) {
      wx[api] = (...parameters) => {
        platform.calls.push({ api, options: parameters[0] });
        return synchronous[api](...parameters);
      };
    }

    return new Proxy(wx, {
      get(target, name) {
        if (name in target || typeof name === 'symbol') return target[name];
        throw new Error('the stand-in knows no wx.' + String(name));
      },
      set(target, name) {
        throw new Error('wx.' + String(name) + ' is written to');
      },
    });
  }

  /** A player: remembers what it was told. */
  function audio(platform) {
    let isGone = false;
    const player = { src: '', paused: true, currentTime: 0, duration: 0, loop: false, autoplay: false, volume: 1 };
    const act = (name, change) => () => {
      if (isGone) throw new Error('audio.' + name + ' after destroy');
      platform.calls.push({ api: 'audio.' + name, options: { src: player.src } });
      change();
    };
    player.play = act('play', () => (player.paused = false));
    player.pause = act('pause', () => (player.paused = true));
    player.stop = act('stop', () => (player.paused = true));
    player.destroy = act('destroy', () => (isGone = true));
    player.seek = () => undefined;
    for (const name of ['onPlay', 'onPause', 'onStop', 'onEnded', 'onTimeUpdate', 'onCanplay', 'onWaiting']) player[name] = () => undefined;
    player.onError = (listener) => {
      if (platform.failing.has('audio')) platform.later(() => listener({ errCode: 10001 }));
    };
    return player;
  }

  const api = { makeWx };
  if (typeof module === 'object' && module.exports) module.exports = api;
  else root.OffprintPreview = Object.assign(root.OffprintPreview || {}, api);
})(this);
