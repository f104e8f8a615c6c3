'use strict';

/**
 * The view layer of the stand-in in a browser: a page's tree as elements of a document, and its style sheets. Elements are
 * `wx-view`, `wx-text`… as the platform names them, so that its own styles stay apart from the page around it.
 */
(function (root) {
  const TRUSTED = new Set(
    ('a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt em '
      + 'fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rt ruby s section '
      + 'small span strong sub sup table tbody td tfoot th thead tr tt u ul').split(' '));
  const ROLES = { img: 'img', link: 'link', button: 'button' };

  /** What elements look like before any sheet of the program. */
  const BASE = `
wx-page{display:block;min-height:100vh;box-sizing:border-box}
wx-view,wx-include{display:block}
wx-text{display:inline;white-space:pre-line;-webkit-user-select:none;user-select:none}
wx-text[data-selectable]{display:inline-block;-webkit-user-select:text;user-select:text}
wx-image{display:inline-block;width:320px;height:240px;overflow:hidden;position:relative}
wx-image>img{display:block;width:100%;height:100%}
wx-scroll-view{display:block;width:100%;overflow:hidden}
wx-rich-text{display:block;white-space:normal}
wx-button{display:block;position:relative;box-sizing:border-box;margin:0 auto;padding:8px 24px;width:184px;border-radius:4px;
font-size:17px;font-weight:700;line-height:1.41176471;text-align:center;background:#f2f2f2;color:#06ae56;cursor:pointer}
wx-video{display:inline-block;width:300px;height:225px;background:#000}
wx-canvas{display:block;width:300px;height:150px;position:relative}
wx-canvas>canvas{width:100%;height:100%;display:block}
wx-input{display:block;height:1.4rem;overflow:hidden}
wx-input>input{all:unset;width:100%;height:100%;font:inherit;color:inherit}
`;

  /**
   * A sheet as the browser takes it.
   * @param {string} text
   * @param {{theme: string, width: number, read: (name: string) => string, folder: string}} options
   */
  function translate(text, options) {
    let sheet = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@import\s+["']([^"']+)["'];?/g, (all, target) => {
      const parts = target[0] === '/' ? [] : options.folder.split('/').filter(Boolean);
      for (const part of target.split('/')) {
        if (part === '..') parts.pop();
        else if (part && part !== '.') parts.push(part);
      }
      const name = parts.join('/');
      return translate(options.read(name), Object.assign({}, options, { folder: parts.slice(0, -1).join('/') }));
    });
    sheet = sheet.replace(/(-?\d*\.?\d+)rpx\b/g, (all, count) => (Number(count) * options.width) / 750 + 'px');
    sheet = sheet.replace(/@media\s*\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/g, (all, theme) =>
      theme === options.theme ? '@media all' : '@media not all');
    // Tags in selectors, not in declarations.
    return sheet.replace(/([^{}]*)\{/g, (all, selector) =>
      selector.trim().startsWith('@')
        ? all
        : selector.replace(/(^|[\s,>])(page|view|text|image|button|rich-text|scroll-view|input|video|canvas)(?![\w-])/g, '$1wx-$2') + '{');
  }

  /** Attributes that `rich-text` takes; of untrusted elements nothing is shown. */
  const KNOWN = /^(class|style|colspan|rowspan|width|height|src|alt|start|type|span|dir)$/;

  /**
   * Nodes of a `rich-text`, given as HTML or as a list of nodes.
   * @param {string | object[]} nodes
   */
  function richText(nodes, document) {
    if (Array.isArray(nodes)) {
      const fragment = document.createDocumentFragment();
      for (const node of nodes) {
        if (node.type === 'text') {
          // Its references are resolved, its tags are not.
          const holder = document.createElement('textarea');
          holder.innerHTML = String(node.text).replace(/</g, '&lt;');
          fragment.appendChild(document.createTextNode(holder.value));
        } else if (TRUSTED.has(node.name)) {
          const element = document.createElement(node.name);
          for (const name of Object.keys(node.attrs || {})) if (KNOWN.test(name)) element.setAttribute(name, node.attrs[name]);
          element.appendChild(richText(node.children || [], document));
          fragment.appendChild(element);
        }
      }
      return fragment;
    }
    const template = document.createElement('template');
    template.innerHTML = String(nodes || '');
    for (const element of [...template.content.querySelectorAll('*')]) {
      if (!TRUSTED.has(element.localName)) element.remove();
      else for (const { name } of [...element.attributes]) if (!KNOWN.test(name)) element.removeAttribute(name);
    }
    return template.content;
  }

  class View {
    /**
     * @param {Document} document
     * @param {any} platform
     * @param {{file: (name: string) => string, width: number}} options `file`: address of a file of the package
     */
    constructor(document, platform, options) {
      this.document = document;
      this.platform = platform;
      this.options = options;
      this.elements = new WeakMap();
    }

    /** The sheets of a page, the app's first. */
    sheets(page) {
      const read = (name) => this.platform.text(name);
      const options = { theme: this.platform.host.theme, width: this.options.width, read };
      const names = ['app.wxss', page.route + '.wxss'].filter((name) => this.platform.host.read(name));
      return BASE + names
        .map((name) => translate(read(name), Object.assign({ folder: name.split('/').slice(0, -1).join('/') }, options)))
        .join('\n');
    }

    /** The page's tree as an element, in the place of an earlier one. */
    build(page) {
      const element = this.element(page, page.state.tree);
      const meta = page.state.tree.children.find((node) => node.tag === 'page-meta');
      if (meta) element.setAttribute('style', String(meta.attributes['page-style'] || ''));
      return element;
    }

    element(page, node) {
      const { document } = this;
      if (node.text !== undefined) return document.createTextNode(node.text);
      const element = document.createElement('wx-' + node.tag);
      this.elements.set(node, element);
      if (node.id) element.id = node.id;
      if (node.class) element.className = node.class;
      if (node.style) element.setAttribute('style', node.style);
      const { attributes } = node;
      if (attributes.hidden) element.style.display = 'none';
      for (const name of Object.keys(attributes)) {
        if (name === 'aria-role') element.setAttribute('role', ROLES[attributes[name]] || attributes[name]);
        else if (name.startsWith('aria-')) element.setAttribute(name, attributes[name]);
      }
      this.special(page, node, element);
      for (const child of node.children) element.appendChild(this.element(page, child));
      for (const type of Object.keys(node.events)) this.listen(page, node, element, type);
      return element;
    }

    special(page, node, element) {
      const { document } = this;
      const { attributes } = node;
      switch (node.tag) {
        case 'text':
          if (attributes['user-select'] || attributes.selectable) element.dataset.selectable = '';
          break;
        case 'image': {
          const image = document.createElement('img');
          const source = String(attributes.src || '');
          image.src = source.startsWith('data:') ? source : this.options.file(source.replace(/^\//, ''));
          image.alt = '';
          element.appendChild(image);
          if (attributes.mode === 'aspectFit') image.style.objectFit = 'contain';
          if (attributes.mode === 'aspectFill') image.style.objectFit = 'cover';
          if (attributes.mode === 'widthFix') {
            element.style.height = 'auto';
            image.style.height = 'auto';
          }
          break;
        }
        case 'scroll-view':
          if (attributes['scroll-x']) element.style.overflowX = 'auto';
          if (attributes['scroll-y']) element.style.overflowY = 'auto';
          break;
        case 'rich-text':
          element.appendChild(richText(attributes.nodes, document));
          break;
        case 'canvas':
          element.appendChild(document.createElement('canvas'));
          break;
        case 'input': {
          const input = document.createElement('input');
          input.value = attributes.value === undefined ? '' : attributes.value;
          input.placeholder = attributes.placeholder || '';
          const tell = (type) => () => this.platform.dispatch(page, node, type, { value: input.value });
          input.addEventListener('input', tell('input'));
          input.addEventListener('change', tell('confirm'));
          element.appendChild(input);
          break;
        }
      }
    }

    listen(page, node, element, type) {
      if (type !== 'tap') return;
      element.addEventListener('click', (event) => {
        event.stopPropagation();
        this.platform.dispatch(page, node, 'tap');
      });
    }

    /** Rectangles of nodes, in the window of the page. */
    layout(nodes) {
      const zero = { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 };
      return nodes.map((node) => (this.elements.get(node) ? this.elements.get(node).getBoundingClientRect() : zero));
    }

    canvas(node) {
      const element = this.elements.get(node);
      return element ? element.querySelector('canvas') : null;
    }
  }

  const api = { View, translate };
  if (typeof module === 'object' && module.exports) module.exports = api;
  else root.OffprintPreview = Object.assign(root.OffprintPreview || {}, api);
})(this);
