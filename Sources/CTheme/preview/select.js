'use strict';

/** Walking and searching a page's tree. */
(function (root) {
  /** @param {any} tree @param {(node: any) => void} visit */
  function walk(tree, visit) {
    visit(tree);
    for (const child of tree.children || []) walk(child, visit);
  }

  /** Elements that a selector names: ids, classes and tags, descendants, children, lists. */
  function select(tree, selector) {
    const found = [];
    const alternatives = selector.split(',').map((one) => one.trim().replace(/\s*>\s*/g, ' > ').split(/\s+/));
    const isOne = (node, compound) => {
      const match = /^([a-z-]*)((?:[.#][\w-]+)*)$/.exec(compound);
      if (!match) throw new Error('selector ' + selector);
      if (match[1] && node.tag !== match[1]) return false;
      const classes = node.class.split(/\s+/);
      return (match[2].match(/[.#][\w-]+/g) || []).every((part) =>
        part[0] === '#' ? node.id === part.slice(1) : classes.includes(part.slice(1)));
    };
    const matches = (node, parts) => {
      if (!isOne(node, parts[parts.length - 1])) return false;
      const before = parts.slice(0, -1);
      if (!before.length) return true;
      if (before[before.length - 1] === '>') return Boolean(node.parent) && matches(node.parent, before.slice(0, -1));
      for (let outer = node.parent; outer; outer = outer.parent) if (matches(outer, before)) return true;
      return false;
    };
    walk(tree, (node) => {
      if (node.tag && alternatives.some((parts) => matches(node, parts))) found.push(node);
    });
    return found;
  }

  const api = { walk, select };
  if (typeof module === 'object' && module.exports) module.exports = api;
  else root.OffprintPreview = Object.assign(root.OffprintPreview || {}, api);
})(this);
