'use strict';

/** Words of the preview's own pages, in the reader's language. */
(function (root) {
  const isChinese = /^zh\b/i.test(root.navigator.language || '') || new URLSearchParams(root.location.search).get('lang') === 'zh';
  /** @param {string} english @param {string} chinese */
  const words = (english, chinese) => (isChinese ? chinese : english);

  /** An element. @param {string} tag @param {object|string} [attributes] @param {...(Node|string|null)} children */
  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(typeof attributes === 'string' ? { class: attributes } : attributes || {})) {
      if (name === 'style') element.style.cssText = value;
      else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
      else if (value === true) element.setAttribute(name, '');
      else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
    }
    element.append(...children.filter((one) => one !== null && one !== undefined));
    return element;
  }

  function byteCount(count) {
    if (count < 1000) return count + ' B';
    return count < 1000000 ? (count / 1000).toFixed(1) + ' KB' : (count / 1000000).toFixed(2) + ' MB';
  }

  root.OffprintPreview = Object.assign(root.OffprintPreview || {}, { words, make, byteCount, isChinese });
})(this);
