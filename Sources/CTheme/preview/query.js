'use strict';

/** Selector queries and intersection observers of the stand-in; where things are, the host says. */
(function (root) {
  const { select } = typeof require === 'function' ? require('./select.js') : root.OffprintPreview;

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

  /**
   * Tells where its targets are at first, and whenever one crosses a threshold as the host reports a scroll.
   * @param {any} platform
   * @param {any} page
   * @param {{thresholds?: number[], initialRatio?: number, observeAll?: boolean, nativeMode?: boolean}} [options]
   */
  function intersectionObserver(platform, page, options) {
    const { thresholds = [0], observeAll, ...rest } = options || {};
    for (const name of Object.keys(rest)) if (!['initialRatio', 'nativeMode'].includes(name)) throw new Error('no option ' + name);
    const references = [];
    let watched = null;

    /** What is looked through: the window, or an element, with margins. */
    function frame() {
      const size = platform.host.window || WINDOW;
      let frame = { left: 0, top: 0, right: size.width, bottom: size.height };
      for (const { selector, margins } of references) {
        const node = selector && select(page.state.tree, selector)[0];
        const base = node ? platform.host.layout(page, [node])[0] : frame;
        frame = {
          left: base.left - (margins.left || 0), top: base.top - (margins.top || 0),
          right: base.right + (margins.right || 0), bottom: base.bottom + (margins.bottom || 0),
        };
      }
      return frame;
    }

    function look() {
      if (!watched || page.state.isGone) return;
      const { selector, listener, before } = watched;
      const nodes = select(page.state.tree, selector).slice(0, observeAll ? undefined : 1);
      const bounds = frame();
      platform.host.layout(page, nodes).forEach((rectangle, index) => {
        const height = Math.max(0, Math.min(bounds.bottom, rectangle.bottom) - Math.max(bounds.top, rectangle.top));
        const ratio = rectangle.height ? height / rectangle.height : 0;
        const step = ratio > 0 ? 1 + thresholds.filter((one) => one > 0 && ratio >= one).length : 0;
        if (before[index] === step) return;
        before[index] = step;
        const node = nodes[index];
        listener({
          id: node.id, dataset: node.dataset, intersectionRatio: ratio, boundingClientRect: rectangle, relativeRect: bounds, time: 0,
        });
      });
    }

    const observer = {
      relativeTo(selector, margins) {
        references.push({ selector, margins: margins || {} });
        return observer;
      },
      relativeToViewport(margins) {
        references.push({ selector: '', margins: margins || {} });
        return observer;
      },
      observe(selector, listener) {
        watched = { selector, listener, before: [] };
        page.state.observers.add({ look, observer });
        platform.later(look);
      },
      disconnect() {
        watched = null;
        for (const one of page.state.observers) if (one.observer === observer) page.state.observers.delete(one);
      },
    };
    return observer;
  }

  const api = { selectorQuery, intersectionObserver };
  if (typeof module === 'object' && module.exports) module.exports = api;
  else root.OffprintPreview = Object.assign(root.OffprintPreview || {}, api);
})(this);
