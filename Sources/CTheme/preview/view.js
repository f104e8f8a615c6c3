'use strict';

/**
 * The view layer of the stand-in in a browser: a page's tree as elements of a document. Elements are `wx-view`, `wx-text`…
 * so that the browser's own styles stay apart. A new tree changes only what differs: focus, scroll and text survive.
 */
(function (root) {
  const { translate, inlineStyle, BASE, richText } = root.OffprintPreview;

  const ROLES = { img: 'img', link: 'link', button: 'button', tab: 'tab', tablist: 'tablist', dialog: 'dialog', toolbar: 'toolbar' };
  /** What a browser tells of each event of the platform. */
  const EVENTS = {
    tap: 'click', longpress: 'contextmenu', longtap: 'contextmenu', touchstart: 'pointerdown', touchend: 'pointerup',
    touchmove: 'pointermove', touchcancel: 'pointercancel', scroll: 'scroll', input: 'input', confirm: 'keydown', focus: 'focusin',
    blur: 'focusout', load: 'load', error: 'error', play: 'play', pause: 'pause', ended: 'ended', transitionend: 'transitionend',
    animationend: 'animationend',
  };
  /** Components that this view draws; another is a problem, never a gap in the page. */
  const DRAWN = new Set(
    'page page-meta view text image scroll-view rich-text button video canvas input navigator label form'.split(' '));

  class View {
    /**
     * @param {Document} document
     * @param {any} platform
     * @param {{file: (name: string) => string|null, width: number}} options `file`: an address of a file of the package
     */
    constructor(document, platform, options) {
      this.document = document;
      this.platform = platform;
      this.options = options;
      /** Element of a node, node of an element. */
      this.elements = new WeakMap();
      this.nodes = new WeakMap();
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

    /** The page's tree as elements: made once, changed afterwards. */
    show(page) {
      const { state } = page;
      if (!state.element) {
        state.element = this.make(page, state.tree);
        state.shown = state.tree;
      } else if (state.shown !== state.tree) {
        this.patch(page, state.shown, state.tree);
        state.shown = state.tree;
      }
      const meta = state.tree.children.find((node) => node.tag === 'page-meta');
      const style = meta ? inlineStyle(String(meta.attributes['page-style'] || ''), this.options.width) : '';
      if ((state.element.getAttribute('style') || '') !== style) state.element.setAttribute('style', style);
      return state.element;
    }

    make(page, node) {
      const { document } = this;
      if (node.text !== undefined) {
        const text = document.createTextNode(node.text);
        this.elements.set(node, text);
        return text;
      }
      if (!DRAWN.has(node.tag)) this.platform.problem('the preview does not draw <' + node.tag + '>');
      const element = document.createElement('wx-' + node.tag);
      this.bind(node, element);
      this.dress(element, node, { attributes: {}, id: '', class: '', style: '' });
      this.special(page, node, element);
      for (const child of node.children) element.appendChild(this.make(page, child));
      for (const type of Object.keys(node.events)) this.listen(page, element, type);
      return element;
    }

    bind(node, element) {
      this.elements.set(node, element);
      this.nodes.set(element, node);
    }

    /** Makes the elements of an earlier tree those of a later one. */
    patch(page, old, node) {
      const element = this.elements.get(old);
      if (node.text !== undefined) {
        this.elements.set(node, element);
        if (element.data !== node.text) element.data = node.text;
        return;
      }
      this.bind(node, element);
      this.dress(element, node, old);
      if (JSON.stringify(old.attributes) !== JSON.stringify(node.attributes)) this.special(page, node, element);
      for (const type of Object.keys(node.events)) if (!old.events[type]) this.listen(page, element, type);
      if (node.tag === 'rich-text') return;
      const isSame = (a, b) => (a.text !== undefined) === (b.text !== undefined) && a.tag === b.tag && a.id === b.id;
      const before = old.children;
      const after = node.children;
      let start = 0;
      while (start < before.length && start < after.length && isSame(before[start], after[start])) start += 1;
      let end = 0;
      while (end < before.length - start && end < after.length - start
        && isSame(before[before.length - 1 - end], after[after.length - 1 - end])) end += 1;
      for (let index = 0; index < start; index += 1) this.patch(page, before[index], after[index]);
      for (let index = start; index < before.length - end; index += 1) this.elements.get(before[index]).remove();
      const next = end ? this.elements.get(before[before.length - end]) : null;
      for (let index = start; index < after.length - end; index += 1) {
        element.insertBefore(this.make(page, after[index]), next);
      }
      for (let index = end; index > 0; index -= 1) this.patch(page, before[before.length - index], after[after.length - index]);
    }

    /** Name, classes, style, what assistive technology is told. */
    dress(element, node, old) {
      if (node.id !== old.id) element.id = node.id;
      if (node.class !== old.class) element.className = node.class;
      const hidden = node.attributes.hidden ? ';display:none!important' : '';
      const style = inlineStyle(node.style, this.options.width) + hidden;
      if (node.tag !== 'page' && (element.getAttribute('style') || '') !== style) element.setAttribute('style', style);
      for (const name of Object.keys(old.attributes)) {
        if (name.startsWith('aria-') && !(name in node.attributes)) element.removeAttribute(name === 'aria-role' ? 'role' : name);
      }
      for (const name of Object.keys(node.attributes)) {
        const value = node.attributes[name];
        if (name === 'aria-role') element.setAttribute('role', ROLES[value] || value);
        else if (name.startsWith('aria-')) element.setAttribute(name, value);
      }
    }

    /** What is particular to a component; called again when an attribute is another. */
    special(page, node, element) {
      const { document } = this;
      const { attributes } = node;
      const inner = (tag) => element.querySelector(':scope>' + tag) || element.appendChild(document.createElement(tag));
      const address = (source) => {
        if (!source || source.startsWith('data:')) return source;
        const found = this.options.file(source);
        if (found === null) this.platform.problem('no file ' + source);
        return found || '';
      };
      switch (node.tag) {
        case 'text':
          if (attributes['user-select'] || attributes.selectable) element.dataset.selectable = '';
          break;
        case 'image': {
          const image = inner('img');
          const source = address(String(attributes.src || ''));
          if (image.getAttribute('src') !== source) image.src = source;
          image.alt = attributes['aria-label'] || '';
          image.style.objectFit = { aspectFit: 'contain', aspectFill: 'cover' }[attributes.mode] || '';
          if (attributes.mode === 'widthFix') element.style.height = image.style.height = 'auto';
          break;
        }
        case 'scroll-view':
          if (attributes['scroll-x']) element.style.overflowX = 'auto';
          if (attributes['scroll-y']) element.style.overflowY = 'auto';
          break;
        case 'rich-text':
          element.replaceChildren(richText(attributes.nodes, document, (text) => this.platform.problem(text)));
          break;
        case 'canvas':
          inner('canvas');
          break;
        case 'video': {
          const video = inner('video');
          video.controls = attributes.controls !== false;
          video.src = address(String(attributes.src || ''));
          if (attributes.poster) video.poster = address(String(attributes.poster));
          break;
        }
        case 'input': {
          const input = inner('input');
          const value = attributes.value === undefined ? '' : String(attributes.value);
          if (input.value !== value) input.value = value;
          input.placeholder = attributes.placeholder || '';
          if (attributes.maxlength > 0) input.maxLength = attributes.maxlength;
          if (attributes.focus && !element.dataset.focused) {
            element.dataset.focused = '';
            Promise.resolve().then(() => input.focus({ preventScroll: true }));
          }
          break;
        }
        case 'button':
        case 'navigator':
          if (!element.dataset.opens) {
            element.dataset.opens = 'yes';
            element.addEventListener('click', () => this.opens(this.nodes.get(element)));
          }
          break;
      }
    }

    /** What a component does by itself when it is tapped. */
    opens(node) {
      const kind = node.attributes['open-type'];
      if (node.tag === 'button' && kind === 'share') this.platform.host.share('message');
      else if (node.tag === 'button' && kind !== undefined) this.platform.problem('the preview has no open-type ' + kind);
      else if (node.tag === 'navigator') {
        const api = { redirect: 'redirectTo', switchTab: 'switchTab', reLaunch: 'reLaunch', navigateBack: 'navigateBack' }[kind];
        this.platform.wx[api || 'navigateTo'](node.attributes.url ? { url: node.attributes.url } : {});
      }
    }

    listen(page, element, type) {
      const browsers = EVENTS[type];
      if (!browsers) return this.platform.problem('the preview knows no event ' + type);
      return element.addEventListener(browsers, (event) => {
        if (type === 'confirm' && event.key !== 'Enter') return;
        if (type === 'touchmove' && !event.buttons) return;
        event.stopPropagation();
        const detail = event.target.value === undefined ? {} : { value: event.target.value, cursor: event.target.selectionStart };
        this.platform.dispatch(page, this.nodes.get(element), type, detail);
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

  root.OffprintPreview = Object.assign(root.OffprintPreview || {}, { View });
})(this);
