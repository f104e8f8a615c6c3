'use strict';

// Runs the search page of an edition as a phone would, and holds what it shows against a scan of its own texts:
//   node mini-program.js EDITION QUERY…
// Prints one line of JSON.

const fs = require('fs');
const path = require('path');
const vm = require('vm');

const root = process.argv[2];
const problems = [];
const calls = { brought: [], read: 0, failing: false, routes: [] };
const modules = new Map();
/** Packages that are on the phone: files of others cannot be read. */
const present = new Set(['search']);
let options = null;

function folderOf(name) {
  return name.split('/')[0];
}

const wx = {
  getFileSystemManager: () => ({
    readFile(o) {
      const name = o.filePath.replace(/^\//, '');
      calls.read += 1;
      if (calls.failing || o.encoding !== 'utf8' || !name.endsWith('.json') || !present.has(folderOf(name))) return o.fail({ errMsg: 'fail ' + name });
      return fs.existsSync(path.join(root, name)) ? o.success({ data: fs.readFileSync(path.join(root, name), 'utf8') }) : o.fail({ errMsg: 'none' });
    },
  }),
  navigateTo: (o) => calls.routes.push(o.url),
  redirectTo: (o) => calls.routes.push(o.url),
};
const context = vm.createContext(
  { wx, Page: (o) => (options = o), getCurrentPages: () => [], setTimeout, clearTimeout },
  { codeGeneration: { strings: false, wasm: false } });

function bring(name) {
  if (modules.has(name)) return modules.get(name).exports;
  const module = { exports: {} };
  modules.set(name, module);
  const text = fs.readFileSync(path.join(root, name), 'utf8');
  if (!/^(\/\/.*\n|\s)*'use strict';/.test(text)) problems.push(name + ' is not strict');
  const run = new vm.Script('(function (require, module, exports) {' + text + '\n})', { filename: name }).runInContext(context);
  const resolve = (other) => path.posix.normalize(path.posix.join(path.posix.dirname(name), other));
  const require = (other) => bring(resolve(other));
  require.async = (other) => {
    const target = resolve(other);
    calls.brought.push(folderOf(target));
    present.add(folderOf(target));
    return Promise.resolve().then(() => bring(target));
  };
  run(require, module, module.exports);
  return module.exports;
}

function open(query) {
  modules.delete('search/index.js');
  bring('search/index.js');
  const page = Object.assign({}, options, { route: 'search/index', data: JSON.parse(JSON.stringify(options.data)) });
  page.largest = 0;
  page.setData = function (changes) {
    page.largest = Math.max(page.largest, JSON.stringify(changes).length);
    for (const [key, value] of Object.entries(JSON.parse(JSON.stringify(changes)))) {
      const match = /^groups\[(\d+)\]$/.exec(key);
      if (match) page.data.groups[Number(match[1])] = value;
      else page.data[key] = value;
    }
  };
  page.onLoad(query || {});
  return page;
}

const text = (nodes) => nodes.map((node) => (node.children ? node.children[0].text : node.text)).join('');
const marks = (nodes) => nodes.filter((node) => node.children).map((node) => node.children[0].text);

async function main() {
  const app = JSON.parse(fs.readFileSync(path.join(root, 'app.json'), 'utf8'));
  const known = new Set();
  for (const part of app.subPackages) for (const page of part.pages) known.add(part.root + '/' + page);
  const page = open();
  if (page.largest) problems.push('opening the page sets data');
  const answers = {};
  for (const query of process.argv.slice(3)) {
    await page.begin(query);
    for (let step = 0; step < 12 && page.data.more; step += 1) await page.more();
    const items = page.data.groups.flatMap((group) => group.items);
    answers[query] = items.length;
    for (const item of items) {
      if (!known.has(item.p.split('?')[0].slice(1))) problems.push('a hit leads to ' + item.p);
      const at = /\?at=(.*)$/.exec(item.p);
      if (at) {
        const route = item.p.split('?')[0].slice(1);
        const folder = path.join(root, path.dirname(route));
        const name = path.basename(route);
        const parts = fs.readdirSync(folder).filter((file) => file.startsWith(name) && file.endsWith('.wxml'));
        if (!parts.some((file) => fs.readFileSync(path.join(folder, file), 'utf8').includes('id="' + at[1] + '"'))) problems.push(item.p + ' is not there');
      }
      if (!page.data.status.includes('一些') && !marks(item.t).concat(marks(item.s)).join('')) problems.push(query + ': nothing is marked in ' + text(item.t));
    }
    if (!items.length && !page.data.status) problems.push(query + ' finds nothing and says nothing');
    for (const group of page.data.groups) if (group.items.length > 20) problems.push('a group of ' + group.items.length);
  }
  // A tap opens the article; an answer that comes too late is dropped; an index that is not there is told.
  const slow = page.begin('的');
  page.clear();
  await slow;
  if (page.data.groups.length) problems.push('a late answer is shown');
  await page.begin(process.argv[3]);
  const first = page.data.groups[0].items[0];
  page.go({ currentTarget: { dataset: { p: first.p, u: first.u } } });
  if (calls.routes[0] !== first.p) problems.push('a tap leads to ' + calls.routes[0]);
  if (!page.onShareAppMessage().path.includes('?q=')) problems.push('the query is not shared');
  calls.failing = true;
  modules.clear();
  const broken = open();
  await broken.begin('字');
  if (!broken.data.status) problems.push('a missing index is not told');
  process.stdout.write(JSON.stringify({
    answers, problems, largestSetData: page.largest, brought: [...new Set(calls.brought)], read: calls.read }) + '\n');
}

main().catch((error) => {
  process.stderr.write(String(error.stack) + '\n');
  process.exit(1);
});
