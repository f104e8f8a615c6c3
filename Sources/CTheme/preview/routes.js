'use strict';

/**
 * Routes of the stand-in, with the platform's limits: ten pages on the stack, tabs that stay, nothing but the page itself
 * in single-page mode. Each returns why it failed, or nothing.
 */
(function (root) {
  const STACK_LIMIT = 10;

  /** Methods of a platform. */
  const routes = {
    target(url) {
      const [path, search] = url.split('?');
      const folder = this.top ? this.top.route.split('/').slice(0, -1).join('/') : '';
      const query = {};
      for (const pair of (search || '').split('&').filter(Boolean)) {
        const [key, ...rest] = pair.split('=');
        query[key] = rest.join('=');
      }
      return { route: this.resolve(path, folder), query, hasQuery: search !== undefined };
    },

    navigateTo({ url }) {
      const { route, query } = this.target(url);
      if (this.isSinglePage) return 'not allowed in single page mode';
      if (!this.pages.has(route)) return this.unknownPage(route);
      if (this.tabs.has(route)) return this.refused('can not navigateTo a tabbar page');
      if (this.stack.length >= STACK_LIMIT) return this.refused('webview count limit exceed');
      if (this.top) this.call(this.top, 'onHide');
      this.open(route, query);
      return undefined;
    },

    redirectTo({ url }) {
      const { route, query } = this.target(url);
      if (this.isSinglePage) return 'not allowed in single page mode';
      if (!this.pages.has(route)) return this.unknownPage(route);
      if (this.tabs.has(route)) return this.refused('can not redirectTo a tabbar page');
      const gone = this.stack.pop();
      if (gone) this.close(gone);
      this.open(route, query);
      return undefined;
    },

    reLaunch({ url }) {
      const { route, query } = this.target(url);
      if (this.isSinglePage) return 'not allowed in single page mode';
      if (!this.pages.has(route)) return this.unknownPage(route);
      while (this.stack.length) this.close(this.stack.pop());
      this.tabPages.clear();
      this.open(route, query);
      return undefined;
    },

    switchTab({ url }) {
      const { route, hasQuery } = this.target(url);
      if (this.isSinglePage) return 'not allowed in single page mode';
      if (!this.tabs.has(route)) return this.refused('can not switch to no-tabBar page ' + route);
      if (hasQuery) this.problem('switchTab with a query: ' + url);
      if (this.top && this.top.route === route) return undefined;
      while (this.stack.length) {
        const page = this.stack.pop();
        if (this.tabs.has(page.route)) {
          this.call(page, 'onHide');
          this.tabPages.set(page.route, page);
        } else this.close(page);
      }
      const kept = this.tabPages.get(route);
      if (kept) {
        this.stack.push(kept);
        this.call(kept, 'onShow');
      } else this.tabPages.set(route, this.open(route, {}));
      return undefined;
    },

    navigateBack({ delta }) {
      const count = Math.min(delta === undefined ? 1 : delta, this.stack.length - 1);
      if (count < 1) return 'cannot navigate back at first page';
      for (let step = 0; step < count; step += 1) this.close(this.stack.pop());
      this.call(this.top, 'onShow');
      return undefined;
    },

    unknownPage(route) {
      this.problem('leads to ' + route + ', which is no page');
      return 'page "' + route + '" is not found';
    },

    refused(why) {
      this.problem(why);
      return why;
    },
  };

  const api = { routes };
  if (typeof module === 'object' && module.exports) module.exports = api;
  else root.OffprintPreview = Object.assign(root.OffprintPreview || {}, api);
})(this);
