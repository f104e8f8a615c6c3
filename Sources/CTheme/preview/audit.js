'use strict';

/**
 * The platform's performance audit over a page as it stands: the same limits as the program's own rules, measured here
 * on the tree that was really made.
 */
(function (root) {
  /** Documented under 体验评分 › 性能; `nodes` and `depth` are exclusive. */
  const LIMITS = { nodes: 1000, depth: 30, children: 60, setData: 256 * 1024, openingBytes: 256 * 1024, oversize: 3 };

  /** @param {any} tree of a page; text and the page itself are no nodes, as the rules count */
  function measure(tree) {
    const found = { nodes: 0, depth: 0, children: 0 };
    const visit = (node, depth) => {
      const elements = node.children.filter((child) => child.tag);
      found.children = Math.max(found.children, elements.length);
      found.depth = Math.max(found.depth, depth);
      for (const child of elements) {
        found.nodes += 1;
        visit(child, depth + 1);
      }
    };
    visit(tree, 0);
    return found;
  }

  /**
   * @param {any} page of the platform
   * @param {any} [view] to see pictures with; none in tests without a browser
   * @param {{pixelRatio?: number}} [options]
   */
  function audit(page, view, options) {
    const { state } = page;
    const measured = measure(state.tree);
    const result = Object.assign(measured, {
      limits: LIMITS, setDataCalls: state.setDataCalls, largestSetData: state.largestSetData, openingBytes: state.openingBytes,
      pictures: [],
    });
    if (view && state.element) {
      const ratio = (options && options.pixelRatio) || 2;
      for (const image of state.element.querySelectorAll('wx-image > img')) {
        const shown = image.getBoundingClientRect();
        if (!image.naturalWidth || !shown.width) continue;
        const excess = Math.min(image.naturalWidth / (shown.width * ratio), image.naturalHeight / (shown.height * ratio));
        if (excess > LIMITS.oversize) {
          const source = String((view.nodes.get(image.parentElement) || { attributes: {} }).attributes.src || '');
          result.pictures.push({ source, natural: [image.naturalWidth, image.naturalHeight], shown: [shown.width, shown.height].map(Math.round) });
        }
      }
    }
    return result;
  }

  const api = { audit, measure, LIMITS };
  if (typeof module === 'object' && module.exports) module.exports = api;
  else root.OffprintPreview = Object.assign(root.OffprintPreview || {}, api);
})(this);
