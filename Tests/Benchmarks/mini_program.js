'use strict';

// Measures the article pages of an emitted mini-program and prints JSON.
//   node mini_program.js FOLDER
const fs = require('fs');
const path = require('path');
const { performance } = require('perf_hooks');
const vm = require('vm');

const root = process.argv[2];
const app = JSON.parse(fs.readFileSync(path.join(root, 'app.json'), 'utf8'));
const size = (name) => (fs.existsSync(path.join(root, name)) ? fs.statSync(path.join(root, name)).size : 0);
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

/**
 * The least that an article's script needs to open: modules of the folder, a page, and a platform whose functions do
 * nothing. Counts what is loaded and what is put into the page.
 */
function open(route) {
  const loaded = new Map();
  const nothing = new Proxy(function () {}, { get: (_, name) => (name === Symbol.toPrimitive ? () => '' : nothing), apply: () => nothing });
  const wx = new Proxy({ env: { USER_DATA_PATH: '' } }, {
    get: (known, name) => (name in known ? known[name] : /Sync$|^get(App|Window|System|Device)/.test(name) ? () => '' : nothing),
  });
  let options = {};
  const app = { globalData: {} };
  const context = vm.createContext({
    wx, Page: (given) => (options = given), App: (given) => Object.assign(app, given), getApp: () => app,
    getCurrentPages: () => [], console,
  });
  function load(name) {
    if (!loaded.has(name)) {
      const module = { exports: {} };
      loaded.set(name, module);
      const code = '(function (require, module, exports) {' + fs.readFileSync(path.join(root, name), 'utf8') + '\n})';
      const folder = path.posix.dirname(name);
      vm.runInContext(code, context, { filename: name })(
        (other) => load(path.posix.normalize(path.posix.join(folder, other))), module, module.exports);
    }
    return loaded.get(name).exports;
  }
  const start = performance.now();
  load(route + '.js');
  const page = Object.assign(Object.create(options), { route, data: options.data || {}, bytes: 0 });
  page.setData = function (changes) {
    this.bytes += Buffer.byteLength(JSON.stringify(changes));
  };
  if (page.onLoad) page.onLoad({});
  if (page.onShow) page.onShow();
  const time = performance.now() - start;
  const before = [...loaded.keys()];
  if (page.onReady) page.onReady();
  return { time, setData: page.bytes, before, after: [...loaded.keys()].filter((name) => !before.includes(name)) };
}

/** Elements of a page with what it includes: how many, how deep, and the most children of one. */
function shape(file) {
  const result = { files: new Set(), nodes: 0, inRichText: 0, depth: 0, children: 0 };
  const counts = [0];
  (function read(name) {
    result.files.add(name);
    const wxml = fs.readFileSync(path.join(root, name), 'utf8');
    for (const tag of wxml.matchAll(/<(\/?)([a-z-]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>/g)) {
      const [, end, element, attributes, empty] = tag;
      if (end) {
        counts.pop();
        continue;
      }
      if (element === 'include') {
        read(path.posix.join(path.posix.dirname(name), /src="([^"]+)"/.exec(attributes)[1]));
        continue;
      }
      result.nodes += 1;
      result.inRichText += (attributes.match(/<[a-z]/g) || []).length;
      result.children = Math.max(result.children, (counts[counts.length - 1] += 1));
      result.depth = Math.max(result.depth, counts.length);
      if (!empty) counts.push(0);
    }
  })(file);
  return result;
}

/** Files beside the articles' own that opening one takes: before the first paint, after it, and what pages include. */
const shared = new Set();
const later = new Set();
const included = new Set();
const articles = {};
for (const part of app.subPackages || []) {
  // The search has packages of its own.
  if (!/^p\d{3}$/.test(part.root)) continue;
  for (const page of part.pages) {
    const route = part.root + '/' + page;
    const article = (articles[page.replace(/_\d+$/, '')] ||= {
      pages: 0, nodes: 0, inRichText: 0, mostNodes: 0, depth: 0, children: 0, wxml: 0, script: 0, setData: 0, open: 0,
    });
    const { files, nodes, inRichText, depth, children } = shape(route + '.wxml');
    for (const name of files) if (name !== route + '.wxml') included.add(name);
    article.pages += 1;
    article.nodes += nodes;
    article.inRichText += inRichText;
    article.mostNodes = Math.max(article.mostNodes, nodes);
    article.depth = Math.max(article.depth, depth);
    article.children = Math.max(article.children, children);
    article.wxml += size(route + '.wxml');
    article.script += size(route + '.js') + size(route + '.json');
    // What the script does before the first paint: load, register the page, onLoad, onShow.
    const times = [];
    for (let round = 0; round < 40; round++) {
      const opened = open(route);
      times.push(opened.time);
      article.setData = Math.max(article.setData, opened.setData);
      for (const name of opened.before) if (name !== route + '.js') shared.add(name);
      for (const name of opened.after) later.add(name);
    }
    article.open = Math.max(article.open, median(times));
  }
}

// Style sheets of the app, with what they import.
(function style(name) {
  shared.add(name);
  for (const other of fs.readFileSync(path.join(root, name), 'utf8').matchAll(/@import\s+["']([^"']+)["']/g)) {
    style(path.posix.join(path.posix.dirname(name), other[1]));
  }
})('app.wxss');

// Everything at the top of the folder that runs or draws.
const all = fs.readdirSync(root).filter((name) => /\.(js|wxss|wxml|wxs)$/.test(name));
const sizes = (names) => Object.fromEntries([...names].sort().map((name) => [name, size(name)]));
process.stdout.write(JSON.stringify({
  articles, opening: sizes(shared), later: sizes(later), included: sizes(included), all: sizes(all),
}));
