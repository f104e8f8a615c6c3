'use strict';

/** Modules of the stand-in: what a script of the program finds around it, and how it brings others. */
(function (root) {
  /** Methods of a platform. */
  const modules = {
    require(name, from) {
      if (!this.host.read(name) && this.host.read(name + '.js')) name += '.js';
      const owner = this.rootOf(name);
      if (owner && owner !== this.rootOf(from)) throw new Error(from + ' requires ' + name + ' of another package');
      if (this.modules.has(name)) return this.modules.get(name).exports;
      const module = { exports: {} };
      this.modules.set(name, module);
      const folder = name.split('/').slice(0, -1).join('/');
      const globals = {
        wx: this.wx, module, exports: module.exports,
        require: this.requirer(folder, name),
        App: (options) => this.registerApp(options),
        Page: (options) => this.registered.set(this.opening, options),
        getApp: () => this.app,
        getCurrentPages: () => this.stack.slice(),
        setTimeout: (action, time) => this.timer(action, time),
        clearTimeout: (cancel) => cancel && cancel.cancel(),
        console: this.console(),
      };
      this.host.evaluate(this.text(name), name, globals);
      return module.exports;
    },

    /** `require` of one module; `require.async` brings another package first. */
    requirer(folder, name) {
      const require = (target) => this.require(this.resolve(target, folder), name);
      require.async = (target) =>
        new Promise((done, fail) => {
          this.host.schedule(() => {
            try {
              const wanted = this.resolve(target, folder);
              const owner = this.rootOf(wanted);
              if (owner) this.loadedRoots.add(owner);
              done(this.require(wanted, owner ? owner + '/' : name));
            } catch (error) {
              fail(error);
            }
          }, 0);
        });
      return require;
    },

    console() {
      const log = (level) => (...words) => {
        if (this.host.log) this.host.log(level, words);
        if (level === 'error') this.problem('console.error ' + words.join(' '));
      };
      return { log: log('log'), info: log('info'), debug: log('debug'), warn: log('warn'), error: log('error') };
    },

    resolve(target, folder) {
      const parts = target[0] === '/' ? [] : folder.split('/').filter(Boolean);
      for (const part of target.split('/')) {
        if (part === '..' && !parts.length) throw new Error(target + ' is outside the package');
        if (part === '..') parts.pop();
        else if (part && part !== '.') parts.push(part);
      }
      return parts.join('/');
    },

    timer(action, time) {
      const cancel = this.host.schedule(() => this.guard('timer', action), time || 0);
      return { cancel };
    },
  };

  const api = { modules };
  if (typeof module === 'object' && module.exports) module.exports = api;
  else root.OffprintPreview = Object.assign(root.OffprintPreview || {}, api);
})(this);
