'use strict';

/** Selector queries and intersection observers of the stand-in; where things are, the host says. */
(function (root) {
  const { select } = typeof require === 'function' ? require('./wxml.js') : root.OffprintPreview;

  const FIELDS = ['id', 'dataset', 'mark', 'rect', 'size', 'scrollOffset', 'properties', 'computedStyle', 'context', 'node'];
  const WINDOW = { width: 375, height: 667 };

  /** @param {any} platform */
  function selectorQuery(platform) {
    const page = platform.top;
    const wanted = [];

    function answer({ kind, selector, fields }) {
      if (kind === 'viewport') {
        const size = platform.host.window || WINDOW;
        const result = {};
        if (fields.size) Object.assign(result, size);
        if (fields.rect) Object.assign(result, { left: 0, top: 0, right: size.width, bottom: size.height });
        if (fields.scrollOffset) Object.assign(result, { scrollLeft: 0, scrollTop: page.state.scrollTop });
        return result;
      }
      const nodes = select(page.state.tree, selector);
      const rectangles = platform.host.layout(page, nodes);
      const results = nodes.map((node, index) => {
        const { left, top, right, bottom, width, height } = rectangles[index];
        const result = {};
        if (fields.id) result.id = node.id;
        if (fields.dataset) result.dataset = node.dataset;
        if (fields.rect) Object.assign(result, { left, top, right, bottom });
        if (fields.size) Object.assign(result, { width, height });
        if (fields.node) result.node = node.tag === 'canvas' ? platform.host.canvas(node) : null;
        if (fields.scrollOffset) Object.assign(result, { scrollLeft: 0, scrollTop: 0 });
        return result;
      });
      return kind === 'all' ? results : results[0] || null;
    }

    function reference(kind, selector) {
      const ask = (fields, done) => {
        for (const name of Object.keys(fields)) if (!FIELDS.includes(name)) throw new Error('fields has no ' + name);
        wanted.push({ kind, selector, fields, done });
        return query;
      };
      return {
        boundingClientRect: (done) => ask({ id: true, dataset: true, rect: true, size: true }, done),
        scrollOffset: (done) => ask({ id: true, dataset: true, scrollOffset: true }, done),
        fields: ask,
        node: (done) => ask({ node: true }, done),
      };
    }

    const query = {
      in: () => query,
      select: (selector) => reference('one', selector),
      selectAll: (selector) => reference('all', selector),
      selectViewport: () => reference('viewport', ''),
      exec(done) {
        platform.later(() => {
          if (page.state.isGone) return;
          const results = wanted.map(answer);
          wanted.forEach((one, index) => one.done && one.done(results[index]));
          if (done) done(results);
        });
      },
    };
    return query;
  }

  /** Tells once where its targets are, and again after every scroll that the host reports. */
  function intersectionObserver(platform, page, options) {
    for (const name of Object.keys(options || {})) {
      if (!['thresholds', 'initialRatio', 'observeAll', 'nativeMode'].includes(name)) throw new Error('no option ' + name);
    }
    let isOver = false;
    const observer = {
      relativeTo: () => observer,
      relativeToViewport: () => observer,
      observe(selector, listener) {
        platform.later(() => {
          if (isOver) return;
          const nodes = select(page.state.tree, selector).slice(0, options && options.observeAll ? undefined : 1);
          const size = platform.host.window || WINDOW;
          platform.host.layout(page, nodes).forEach((rectangle, index) => {
            const seen = Math.max(0, Math.min(size.height, rectangle.bottom) - Math.max(0, rectangle.top));
            const intersectionRatio = rectangle.height ? seen / rectangle.height : 0;
            const node = nodes[index];
            listener({ id: node.id, dataset: node.dataset, intersectionRatio, boundingClientRect: rectangle, time: 0 });
          });
        });
      },
      disconnect() {
        isOver = true;
      },
    };
    return observer;
  }

  const api = { selectorQuery, intersectionObserver };
  if (typeof module === 'object' && module.exports) module.exports = api;
  else root.OffprintPreview = Object.assign(root.OffprintPreview || {}, api);
})(this);
