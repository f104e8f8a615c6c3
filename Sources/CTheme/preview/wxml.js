'use strict';

/**
 * WXML as this program writes it: read strictly (every tag closed and known, no attribute twice), turned into a tree of
 * plain objects for given data. One file for the tests and for the simulator.
 */
(function (root) {
  const { compile, show, expressionEnd } = typeof require === 'function' ? require('./expression.js') : root.OffprintPreview;

  const COMMON = ['id', 'class', 'style', 'hidden', 'slot', 'mark:'];
  /** Components with their own attributes, from the platform's documentation. */
  const COMPONENTS = {
    view: ['hover-class', 'hover-stop-propagation', 'hover-start-time', 'hover-stay-time'],
    text: ['selectable', 'user-select', 'space', 'decode', 'overflow', 'max-lines'],
    image: ['src', 'mode', 'webp', 'lazy-load', 'show-menu-by-longpress', 'fade-in'],
    'scroll-view': [
      'scroll-x', 'scroll-y', 'upper-threshold', 'lower-threshold', 'scroll-top', 'scroll-left', 'scroll-into-view',
      'scroll-into-view-offset', 'scroll-with-animation', 'enable-back-to-top', 'enable-passive', 'enable-flex', 'bounces',
      'show-scrollbar', 'paging-enabled', 'fast-deceleration', 'enhanced', 'scroll-anchoring', 'type',
    ],
    'rich-text': ['nodes', 'space', 'user-select', 'mode'],
    button: [
      'size', 'type', 'plain', 'disabled', 'loading', 'form-type', 'open-type', 'hover-class', 'hover-stop-propagation',
      'hover-start-time', 'hover-stay-time', 'lang', 'session-from', 'send-message-title', 'send-message-path',
      'send-message-img', 'app-parameter', 'show-message-card',
    ],
    video: [
      'src', 'duration', 'controls', 'autoplay', 'loop', 'muted', 'initial-time', 'poster', 'title', 'object-fit',
      'show-fullscreen-btn', 'show-play-btn', 'show-center-play-btn', 'enable-progress-gesture', 'show-mute-btn',
    ],
    canvas: ['type', 'canvas-id', 'disable-scroll'],
    input: [
      'value', 'type', 'password', 'placeholder', 'placeholder-style', 'placeholder-class', 'disabled', 'maxlength',
      'cursor-spacing', 'focus', 'confirm-type', 'always-embed', 'confirm-hold', 'cursor', 'selection-start',
      'selection-end', 'adjust-position', 'hold-keyboard', 'name',
    ],
    'page-meta': [
      'background-text-style', 'background-color', 'background-color-top', 'background-color-bottom',
      'root-background-color', 'scroll-top', 'scroll-duration', 'page-style', 'page-font-size', 'page-orientation',
      'root-font-size',
    ],
    navigator: ['target', 'url', 'open-type', 'delta', 'hover-class', 'hover-stop-propagation'],
    label: ['for'],
    icon: ['type', 'size', 'color'],
    form: ['report-submit'],
    progress: ['percent', 'show-info', 'stroke-width', 'activeColor', 'backgroundColor', 'active'],
    block: [],
    include: ['src'],
    import: ['src'],
    template: ['name', 'is', 'data'],
  };
  const ARIA = [
    'aria-label', 'aria-role', 'aria-hidden', 'aria-checked', 'aria-selected', 'aria-expanded', 'aria-disabled',
    'aria-modal', 'aria-live', 'aria-labelledby', 'aria-describedby', 'aria-level', 'aria-pressed',
  ];
  const CONTROL = ['wx:if', 'wx:elif', 'wx:else', 'wx:for', 'wx:for-item', 'wx:for-index', 'wx:key'];
  const EVENT = /^(bind|catch|capture-bind|capture-catch|mut-bind):?([a-z]+)$/;

  function checkAttribute(tag, name) {
    if (COMMON.includes(name) || ARIA.includes(name) || CONTROL.includes(name)) return;
    if (/^(data-[a-z][a-z0-9-]*|mark:\w+)$/.test(name) || EVENT.test(name) || COMPONENTS[tag].includes(name)) return;
    throw new Error('<' + tag + '> has no attribute ' + name);
  }

  const TAG = /<(\/?)([a-z][\w-]*)((?:\s+[\w:.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*(\/?)>/y;
  const ATTRIBUTE = /\s+([\w:.-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g;

  /** Beyond what any page may have, and within what the call stack has. */
  const DEPTH_LIMIT = 500;
  const NODE_LIMIT = 50000;

  /**
   * @param {string} text
   * @param {string} file for messages
   */
  function parse(text, file) {
    const top = { tag: '', attributes: {}, children: [] };
    const open = [top];
    let at = 0;
    const fail = (what) => {
      throw new Error(file + ': ' + what + ' at ' + JSON.stringify(text.slice(at, at + 60)));
    };
    while (at < text.length) {
      if (text.startsWith('<!--', at)) {
        const close = text.indexOf('-->', at);
        if (close < 0) fail('a comment has no end');
        at = close + 3;
      } else if (text[at] === '<') {
        TAG.lastIndex = at;
        const match = TAG.exec(text);
        if (!match) fail('no tag');
        const [all, isEnd, tag, rest, isEmpty] = match;
        at += all.length;
        if (isEnd) {
          if (open.length === 1 || open.pop().tag !== tag) fail('</' + tag + '> closes nothing');
          continue;
        }
        if (!COMPONENTS[tag]) fail('unknown component ' + tag);
        const attributes = {};
        for (const [, name, double, single] of rest.matchAll(ATTRIBUTE)) {
          if (name in attributes) fail('attribute ' + name + ' twice');
          checkAttribute(tag, name);
          const raw = double === undefined ? single : double;
          attributes[name] = raw === undefined ? () => true : compile(raw, tag === 'template' && name === 'data');
        }
        const node = { tag, attributes, children: [] };
        open[open.length - 1].children.push(node);
        if (!isEmpty) open.push(node);
        if (open.length > DEPTH_LIMIT) fail('nested too deeply');
      } else {
        let end = at;
        while (end < text.length && text[end] !== '<') {
          end = text.startsWith('{{', end) ? expressionEnd(text, end + 2) + 2 : end + 1;
        }
        const raw = text.slice(at, end);
        // The compiler makes line ends of the two characters \n in text.
        if (raw.trim()) open[open.length - 1].children.push({ text: compile(raw.replace(/\\n/g, '\n')) });
        at = end;
      }
    }
    if (open.length > 1) fail('<' + open[open.length - 1].tag + '> is never closed');
    return top.children;
  }

  function camel(name) {
    return name.replace(/-([a-z0-9])/g, (all, letter) => letter.toUpperCase());
  }

  class Template {
    /**
     * @param {string} file
     * @param {(file: string) => string} read text of a file of the package
     */
    constructor(file, read) {
      this.read = read;
      this.files = new Map();
      this.file = file;
      this.templates = new Map();
      this.load(file);
    }

    load(file) {
      if (!this.files.has(file)) {
        const tree = parse(this.read(file), file);
        this.files.set(file, tree);
        for (const node of tree) {
          if (node.tag === 'template' && node.attributes.name) this.templates.set(node.attributes.name(() => undefined), node);
          if (node.tag === 'import') this.load(this.resolve(node.attributes.src(() => undefined), file));
        }
      }
      return this.files.get(file);
    }

    resolve(target, from) {
      const parts = target[0] === '/' ? [] : from.split('/').slice(0, -1);
      for (const part of target.split('/')) {
        if (part === '..') parts.pop();
        else if (part && part !== '.') parts.push(part);
      }
      return parts.join('/');
    }

    /** The page as a tree of `{tag, id, class, style, attributes, events, dataset, children}` and `{text}`. @param {object} data */
    render(data) {
      const context = { file: this.file, lookup: (name) => data[name], chain: [] };
      this.made = 0;
      const children = this.nodes(this.load(this.file), context);
      children.forEach((child, index) => {
        if (child.tag === 'page-meta' && index) throw new Error(this.file + ': page-meta must come first');
      });
      const page = { tag: 'page', id: '', class: '', style: '', attributes: {}, events: {}, dataset: {}, children };
      for (const child of children) child.parent = page;
      return page;
    }

    nodes(list, context) {
      const result = [];
      let taken = true;
      for (const node of list) {
        if (node.text) {
          result.push({ text: show(node.text(context.lookup)) });
          continue;
        }
        const control = node.attributes;
        if (control['wx:if'] && !control['wx:for']) taken = Boolean(control['wx:if'](context.lookup));
        else if (control['wx:elif'] || control['wx:else']) {
          const isNext = !taken && (control['wx:else'] || control['wx:elif'](context.lookup));
          if (!isNext) continue;
          taken = true;
          result.push(...this.repeated(node, context));
          continue;
        }
        if (control['wx:if'] && !control['wx:for'] && !taken) continue;
        result.push(...this.repeated(node, context));
      }
      return result;
    }

    repeated(node, context) {
      const loop = node.attributes['wx:for'];
      if (!loop) return this.node(node, context);
      const list = loop(context.lookup);
      if (list === undefined || list === null) return [];
      if (!Array.isArray(list)) throw new Error('wx:for over ' + typeof list);
      const none = () => undefined;
      const item = node.attributes['wx:for-item'] ? node.attributes['wx:for-item'](none) : 'item';
      const position = node.attributes['wx:for-index'] ? node.attributes['wx:for-index'](none) : 'index';
      const key = node.attributes['wx:key'] && node.attributes['wx:key'](none);
      const keys = new Set();
      return list.flatMap((value, index) => {
        const lookup = (name) => (name === item ? value : name === position ? index : context.lookup(name));
        if (key) {
          const own = key === '*this' ? value : value && value[key];
          if (own === undefined || keys.has(own)) throw new Error('wx:key ' + key + ' is not unique: ' + own);
          keys.add(own);
        }
        const inner = Object.assign({}, context, { lookup });
        if (node.attributes['wx:if'] && !node.attributes['wx:if'](lookup)) return [];
        return this.node(node, inner);
      });
    }

    node(node, context) {
      const value = (name) => node.attributes[name] && node.attributes[name](context.lookup);
      switch (node.tag) {
        case 'block':
          return this.nodes(node.children, context);
        case 'import':
          return [];
        case 'include': {
          const file = this.resolve(value('src'), context.file);
          return this.nodes(this.load(file), Object.assign({}, context, { file, chain: this.deeper(context, file) }));
        }
        case 'template': {
          if (node.attributes.name) return [];
          const template = this.templates.get(value('is'));
          if (!template) throw new Error('no template ' + value('is'));
          const data = value('data') || {};
          const chain = this.deeper(context, value('is'));
          return this.nodes(template.children, Object.assign({}, context, { lookup: (name) => data[name], chain }));
        }
        default:
          return [this.element(node, context)];
      }
    }

    /** What one is inside of, one step further; what contains itself never ends. */
    deeper(context, name) {
      if (context.chain.includes(name)) throw new Error(this.file + ': ' + name + ' contains itself');
      return context.chain.concat(name);
    }

    element(node, context) {
      this.made += 1;
      if (this.made > NODE_LIMIT) throw new Error(this.file + ': more than ' + NODE_LIMIT + ' nodes');
      const result = {
        tag: node.tag, id: '', class: '', style: '', attributes: {}, events: {}, dataset: {},
        children: this.nodes(node.children, context),
      };
      for (const name of Object.keys(node.attributes)) {
        if (CONTROL.includes(name)) continue;
        const value = node.attributes[name](context.lookup);
        const event = EVENT.exec(name);
        if (event) result.events[event[2]] = { handler: value, stops: event[1] === 'catch' };
        else if (name.startsWith('data-')) result.dataset[camel(name.slice(5))] = value;
        else if (name === 'id' || name === 'class' || name === 'style') result[name] = show(value);
        else result.attributes[name] = value;
      }
      if (node.tag === 'text' && result.children.some((child) => child.tag && child.tag !== 'text')) {
        throw new Error('<text> may hold only text');
      }
      for (const child of result.children) child.parent = result;
      return result;
    }
  }

  const api = { Template, parse };
  if (typeof module === 'object' && module.exports) module.exports = api;
  else root.OffprintPreview = Object.assign(root.OffprintPreview || {}, api);
})(this);
