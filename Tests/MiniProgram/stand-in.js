'use strict';

// A stand-in for the platform's logic layer: runs the emitted scripts as they are, in a context that has what a
// mini-program has and nothing else (no window, no eval, no timers), and records what they ask of `wx`.
// The table of functions is from the platform's documentation, not from what the scripts use.

const fs = require('fs');
const path = require('path');
const vm = require('vm');

class Platform {
  /** @param {string} root folder of the edition */
  constructor(root) {
    this.root = root;
    /** @type {{api: string, options: any}[]} */
    this.calls = [];
    this.stack = [];
    /** Names of functions that report failure, as a phone may. */
    this.failing = new Set();
    this.files = new Map();
    this.modules = new Map();
    const context = vm.createContext(
      { wx: this.wx(), App: (options) => (this.app = options), getApp: () => this.app,
        getCurrentPages: () => this.stack, Page: (options) => (this.page = options) },
      { codeGeneration: { strings: false, wasm: false } });
    this.context = context;
    this.require('app.js');
  }

  read(name) {
    return fs.readFileSync(path.join(this.root, name), 'utf8');
  }

  require(name) {
    if (this.modules.has(name)) return this.modules.get(name).exports;
    const module = { exports: {} };
    this.modules.set(name, module);
    const code = '(function (require, module, exports) {' + this.read(name) + '\n})';
    const run = new vm.Script(code, { filename: name }).runInContext(this.context);
    run((other) => this.require(path.posix.normalize(path.posix.join(path.posix.dirname(name), other))),
      module, module.exports);
    return module.exports;
  }

  wx() {
    const asynchronous = [
      'navigateTo', 'redirectTo', 'switchTab', 'navigateBack', 'reLaunch', 'showToast', 'hideToast', 'pageScrollTo',
      'setClipboardData', 'previewImage', 'makePhoneCall', 'setNavigationBarTitle', 'showActionSheet', 'showModal',
    ];
    const wx = { env: { USER_DATA_PATH: 'http://usr' } };
    for (const api of asynchronous) {
      wx[api] = (options) => {
        this.calls.push({ api, options });
        if (this.failing.has(api)) options.fail && options.fail({ errMsg: api + ':fail' });
        else options.success && options.success({ errMsg: api + ':ok' });
        options.complete && options.complete({});
      };
    }
    wx.getFileSystemManager = () => this.fileSystem();
    wx.createInnerAudioContext = () => {
      this.calls.push({ api: 'createInnerAudioContext', options: {} });
      return { paused: false, play() {}, pause() {}, stop() {}, destroy() {}, onError() {} };
    };
    return new Proxy(wx, {
      get(target, name) {
        if (name in target) return target[name];
        throw new Error('unknown wx.' + String(name));
      },
    });
  }

  /** Files of the package by absolute path, and what was written to the user's folder. */
  fileSystem() {
    const inPackage = (name) => {
      const file = path.join(this.root, name);
      return name[0] === '/' && fs.existsSync(file) ? file : null;
    };
    return {
      readFileSync: (name, encoding) => {
        const file = inPackage(name);
        if (!file) throw new Error('no such file ' + name);
        return fs.readFileSync(file, encoding);
      },
      access: (o) => (this.files.has(o.path) ? o.success({}) : o.fail({})),
      readFile: (o) => (inPackage(o.filePath) ? o.success({ data: 'x' }) : o.fail({})),
      writeFile: (o) => {
        if (this.failing.has('writeFile')) return o.fail({});
        this.files.set(o.filePath, o.data);
        o.success({});
      },
      readdirSync: () => [...this.files.keys()].map((name) => name.split('/').pop()),
      unlinkSync: (name) => this.files.delete(name),
    };
  }

  /** Opens a page as the platform does, and returns its instance. */
  open(route, query) {
    this.page = null;
    this.modules.delete(route + '.js');
    this.require(route + '.js');
    if (!this.page) throw new Error(route + ' registers no page');
    const platform = this;
    const instance = Object.assign({}, this.page, { route, data: JSON.parse(JSON.stringify(this.page.data || {})) });
    instance.setDataBytes = 0;
    instance.setData = function (changes, done) {
      const text = JSON.stringify(changes, (key, value) => {
        if (value === undefined) throw new Error('setData of undefined at ' + key);
        return value;
      });
      this.setDataBytes += Buffer.byteLength(text);
      platform.calls.push({ api: 'setData', options: changes });
      for (const [key, value] of Object.entries(changes)) {
        const match = /^(\w+)\[(\d+)\]$/.exec(key);
        if (match) this.data[match[1]][Number(match[2])] = value;
        else this.data[key] = value;
      }
      if (done) done.call(this);
    };
    this.stack.push(instance);
    if (instance.onLoad) instance.onLoad(query || {});
    if (instance.onReady) instance.onReady();
    return instance;
  }

  close() {
    const instance = this.stack.pop();
    if (instance.onUnload) instance.onUnload();
  }
}

module.exports = { Platform };
