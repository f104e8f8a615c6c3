'use strict';

// What surrounds the stand-in when it runs in Node: the files of an edition, time that passes when told to, a plain
// layout.

const fs = require('fs');
const path = require('path');
const vm = require('vm');
const zlib = require('zlib');
const preview = path.join(__dirname, '../../Sources/CTheme/preview');
const { Platform } = require(path.join(preview, 'platform.js'));
const { VirtualTime } = require(path.join(preview, 'time.js'));
const { walk } = require(path.join(preview, 'select.js'));

const LINE = 24;
const CHARACTERS = 22;

/** Lays a tree out as one column of lines: enough to tell what is above what. */
function layout(page, nodes) {
  const rectangles = new Map();
  let at = 0;
  const place = (node) => {
    if (node.text !== undefined) {
      at += Math.ceil(node.text.length / CHARACTERS) * LINE;
      return;
    }
    const top = at;
    if (node.tag === 'rich-text' || node.tag === 'image') at += 100;
    for (const child of node.children) place(child);
    rectangles.set(node, { top, bottom: at });
  };
  place(page.state.tree);
  const scrolled = page.state.scrollTop;
  return nodes.map((node) => {
    const { top, bottom } = rectangles.get(node);
    return { left: 0, right: 375, top: top - scrolled, bottom: bottom - scrolled, width: 375, height: bottom - top };
  });
}

/** A canvas that remembers what was filled dark. */
function canvas() {
  const result = { width: 0, height: 0, dark: [] };
  result.getContext = () => ({
    fillStyle: '#000000',
    fillRect(x, y, width, height) {
      if (this.fillStyle === '#000000') result.dark.push([x, y, width, height]);
    },
  });
  return result;
}

const cache = new Map();

/**
 * @param {string} root folder of the edition
 * @param {object} [options] parts of the host to replace
 */
function makePlatform(root, options) {
  const time = new VirtualTime();
  // A context that has what a mini-program has and nothing else: no window, no eval.
  const context = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } });
  const read = (name) => {
    const file = path.join(root, name);
    if (!cache.has(file)) {
      const isFile = fs.existsSync(file) && fs.statSync(file).isFile();
      cache.set(file, isFile ? new Uint8Array(fs.readFileSync(file)) : null);
    }
    return cache.get(file);
  };
  const host = Object.assign({
    read,
    evaluate(code, name, globals) {
      const names = Object.keys(globals);
      const script = new vm.Script('(function (' + names.join(', ') + ') {' + code + '\n})', { filename: name });
      script.runInContext(context)(...names.map((one) => globals[one]));
    },
    schedule: (action, milliseconds) => time.schedule(action, milliseconds),
    storage: new Map(),
    userFiles: new Map(),
    theme: 'light',
    layout,
    canvas(node) {
      node.canvas = node.canvas || canvas();
      host.canvases.push(node.canvas);
      return node.canvas;
    },
    canvases: [],
    brotli: (bytes) => new Uint8Array(zlib.brotliDecompressSync(bytes)),
  }, options);
  const platform = new Platform(host);
  platform.time = time;
  return platform;
}

module.exports = { makePlatform, walk };
