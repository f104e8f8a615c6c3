'use strict';

// What a reader does, over several pages. Each scene yields what went wrong.

const fs = require('fs');
const path = require('path');
const { walk } = require('./host.js');

function press(platform, handler, filter) {
  const page = platform.top;
  let found = null;
  walk(page.state.tree, (node) => {
    const event = node.events && node.events.tap;
    if (!found && event && event.handler === handler && (!filter || filter(node))) found = node;
  });
  if (!found) throw new Error('nothing to press for ' + handler + ' on ' + page.route);
  platform.dispatch(page, found, 'tap');
  platform.time.pass(5000);
}

function start(make, options, launch) {
  const platform = make(options.root, options.host);
  platform.launch(launch);
  platform.time.pass(5000);
  return platform;
}

function open(platform, route, query) {
  const search = Object.keys(query || {}).map((key) => key + '=' + query[key]).join('&');
  platform.navigateTo({ url: '/' + route + (search ? '?' + search : '') });
  platform.time.pass(5000);
  return platform.top;
}

const isArticle = (route) => !route.startsWith('pages/');

/** A first article with a heading, and one in parts, by what their scripts say. */
function articles({ root, routes }) {
  const facts = (route) => fs.readFileSync(path.join(root, route + '.js'), 'utf8');
  const all = routes.filter(isArticle);
  return {
    plain: all.find((route) => facts(route).includes('"outline"') && !facts(route).includes('"parts"')) || all[0],
    inParts: all.find((route) => facts(route).includes('"part":1')),
  };
}

/** Ten pages deep, a link takes the place of the page on top. */
function* depth({ root, routes, makePlatform }) {
  const platform = start(makePlatform, { root });
  const article = routes.find(isArticle);
  for (let count = 0; article && count < 14; count += 1) {
    platform.call(platform.top, 'go', { currentTarget: { dataset: { p: '/' + article, u: '/' } } });
    platform.time.pass(5000);
  }
  if (platform.stack.length !== 10) yield platform.stack.length + ' pages lie on top of each other';
  yield* platform.problems;
}

/** Lists by query, to their end. */
function* lists({ root, makePlatform }) {
  for (const kind of ['tag', 'category', 'year']) {
    const table = JSON.parse(fs.readFileSync(path.join(root, 'data', kind + '.json'), 'utf8'));
    for (const [name, [title, positions]] of Object.entries(table)) {
      const platform = start(makePlatform, { root });
      const page = open(platform, 'pages/posts/index', { kind, name });
      for (let step = 0; step < 20; step += 1) page.onReachBottom();
      const items = page.data.groups.flatMap((group) => group.items);
      if (page.data.title !== title) yield kind + ' ' + name + ' is called ' + page.data.title;
      if (items.length !== Math.min(140, positions.length)) yield kind + ' ' + name + ' lists ' + items.length;
      for (const item of items) if (!platform.pages.has(item.p.slice(1))) yield 'a list leads to ' + item.p;
      if (positions.length > 140 && !page.data.more) yield kind + ' ' + name + ' ends without a way on';
      yield* platform.problems;
    }
  }
  const platform = start(makePlatform, { root });
  const page = open(platform, 'pages/posts/index', { kind: 'tag', name: 'constructor' });
  if (!page.data.empty) yield 'a tag that is not there is not empty';
  yield* platform.problems;
}

/** Marked, found again on the shelf, unmarked; the same after a restart. */
function* favourites({ root, routes, makePlatform }) {
  const { plain } = articles({ root, routes });
  if (!plain) return;
  const storage = new Map();
  let platform = start(makePlatform, { root, host: { storage } });
  open(platform, plain);
  press(platform, 'toggleKept');
  if (!platform.top.data.kept) yield 'not marked';
  platform = start(makePlatform, { root, host: { storage } });
  const shelf = open(platform, 'pages/shelf/index');
  const rows = shelf.data.groups.flatMap((group) => group.items);
  if (rows.length !== 1 || rows[0].p !== '/' + plain) yield 'the shelf holds ' + JSON.stringify(rows);
  press(platform, 'go');
  if (platform.top.route !== plain || !platform.top.data.kept) yield 'the shelf leads to ' + platform.top.route;
  press(platform, 'toggleKept');
  platform.navigateBack({});
  platform.time.pass(5000);
  if (!platform.top.data.empty) yield 'unmarked, and still there';
  press(platform, 'choose', (node) => node.dataset.k === 'history');
  if (platform.top.data.empty) yield 'nothing was read';
  press(platform, 'forget');
  if (!platform.top.data.empty) yield 'not forgotten';
  yield* platform.problems;
}

/** Left in the middle, offered again, gone back to. */
function* resume({ root, routes, makePlatform }) {
  const { plain, inParts } = articles({ root, routes });
  for (const route of [plain, inParts].filter(Boolean)) {
    const storage = new Map();
    let platform = start(makePlatform, { root, host: { storage } });
    let page = open(platform, route);
    if (page.data.resume) yield 'offers to resume what was never read';
    platform.scrollTo(page, 700);
    platform.time.pass(5000);
    const first = route.replace(/_\d+$/, '');
    platform = start(makePlatform, { root, host: { storage } });
    page = open(platform, first);
    const kept = JSON.parse(storage.get('offprint.history'))[0];
    if (!kept || !kept.place) yield 'no place kept of ' + route;
    else if (kept.place.share < 0.97) {
      if (!page.data.resume) yield 'no offer to resume ' + route;
      else {
        press(platform, 'resumeReading');
        if (platform.top.route !== route) yield 'resumed at ' + platform.top.route;
        if (Math.abs(platform.top.state.scrollTop - 700) > 5) yield 'resumed at ' + platform.top.state.scrollTop + ' of ' + route;
      }
    }
    yield* platform.problems;
  }
}

/** The contents name the section that is read, and lead to each. */
function* contents({ root, routes, makePlatform }) {
  const { plain, inParts } = articles({ root, routes });
  for (const route of [plain, inParts].filter(Boolean)) {
    const platform = start(makePlatform, { root });
    const page = open(platform, route);
    press(platform, 'openDrawer');
    const entries = page.data.drawer.groups.flatMap((group) => group.items);
    if (!entries.length) yield 'no contents in ' + route;
    for (const entry of entries) {
      press(platform, 'openDrawer');
      press(platform, 'goSection', (node) => node.dataset.h === entry.h);
      const here = platform.find(platform.top, '#' + entry.h);
      if (here.length !== 1) yield route + ': ' + entry.h + ' is there ' + here.length + ' times';
      else if (platform.top === page) {
        press(platform, 'openDrawer');
        const now = page.data.drawer.groups.flatMap((group) => group.items).filter((one) => one.on);
        if (now.length !== 1 || now[0].h !== entry.h) yield route + ': at ' + entry.h + ' the contents say ' + JSON.stringify(now);
        press(platform, 'closeSheet');
      } else open(platform, route);
      if (platform.top !== page) break;
    }
    yield* platform.problems;
  }
}

/** Text size and look reach every page, bars too, and last. */
function* look({ root, routes, makePlatform }) {
  const storage = new Map();
  let platform = start(makePlatform, { root, host: { storage } });
  const article = open(platform, articles({ root, routes }).plain || routes[1]);
  press(platform, 'openPanel');
  press(platform, 'setLook', (node) => node.dataset.k === 'dark');
  for (let step = 0; step < 9; step += 1) press(platform, 'setSize', (node) => node.dataset.step === '1');
  if (article.data.panel.size !== 5) yield 'size ' + article.data.panel.size;
  const style = article.data.look || '';
  if (!/--paper:#17181b/.test(style) || !/--text-m:24px/.test(style)) yield 'the style is ' + style.slice(0, 80);
  if (!platform.bars.navigation || platform.bars.navigation.frontColor !== '#ffffff') yield 'the bar stays light';
  platform = start(makePlatform, { root, host: { storage } });
  if (platform.top.data.look !== style) yield 'forgotten after a restart';
  if (!platform.bars.tabs || !platform.bars.tab0) yield 'the tabs stay light';
  const more = [...platform.tabs].find((tab) => tab.includes('/more/'));
  if (more) {
    platform.switchTab({ url: '/' + more });
    platform.time.pass(5000);
    press(platform, 'openPanel');
    press(platform, 'setLook', (node) => node.dataset.k === 'system');
    for (let step = 0; step < 9; step += 1) press(platform, 'setSize', (node) => node.dataset.step === '-1');
    press(platform, 'setSize', (node) => node.dataset.n === 2);
    if (platform.top.data.look !== '') yield 'the theme\'s own look is ' + platform.top.data.look;
    platform.switchTab({ url: '/pages/home/index' });
    platform.time.pass(5000);
    if (platform.top.data.look !== '') yield 'another tab keeps ' + platform.top.data.look;
  }
  yield* platform.problems;
}

/** Of a picture for each look, the viewer shows the one of the present look. */
function* pictures({ root, routes, makePlatform }) {
  const route = routes.find((one) => fs.readFileSync(path.join(root, one + '.js'), 'utf8').includes('"looks":'));
  if (!route) return;
  for (const [look, theme] of [['light', 'dark'], ['dark', 'light'], ['system', 'light'], ['system', 'dark']]) {
    const platform = start(makePlatform, { root, host: { theme } });
    const page = open(platform, route);
    press(platform, 'openPanel');
    press(platform, 'setLook', (node) => node.dataset.k === look);
    press(platform, 'closeSheet');
    const own = (look === 'system' ? theme : look) === 'light' ? 'lt' : 'dk';
    const found = { lt: [], dk: [] };
    walk(page.state.tree, (node) => {
      for (const name of ['lt', 'dk']) if ((node.class || '').split(' ').includes(name)) found[name].push(node);
    });
    const name = (node) => node.attributes.src.split('/').pop();
    if (!found.lt.length || !found.dk.length) yield route + ' has no picture of both looks';
    platform.dispatch(page, found[own][0], 'tap');
    platform.time.pass(5000);
    const asked = platform.calls.filter((one) => one.api === 'previewImage').pop();
    const urls = asked ? asked.options.urls.map((url) => url.split('offprint-').pop()) : [];
    const other = own === 'lt' ? 'dk' : 'lt';
    if (!urls.includes(name(found[own][0]))) yield look + ': the picture of this look is not shown: ' + urls;
    if (urls.includes(name(found[other][0]))) yield look + ': the picture of the other look is shown';
    if (asked && !asked.options.current.endsWith(name(found[own][0]))) yield look + ': begins at ' + asked.options.current;
    yield* platform.problems;
  }
}

/** Shared to moments, in parts: whatever leads to another part or section shows where it is on the web instead. */
function* momentsInParts({ root, routes, makePlatform }) {
  const { inParts } = articles({ root, routes });
  if (!inParts) return;
  const first = inParts.replace(/_\d+$/, '');
  for (const route of [first, inParts]) {
    let platform = start(makePlatform, { root }, { path: route, query: {}, scene: 1154 });
    const targets = [];
    walk(platform.top.state.tree, (node) => {
      for (const type of Object.keys(node.events || {})) {
        const handler = node.events[type].handler;
        if (handler === 'part' || handler === 'go') targets.push([handler, node.dataset]);
      }
    });
    if (!targets.some(([handler]) => handler === 'part')) yield route + ' leads to no part';
    for (const [handler, dataset] of targets) {
      platform = start(makePlatform, { root }, { path: route, query: {}, scene: 1154 });
      const page = platform.top;
      const from = platform.calls.length;
      platform.call(page, handler, { currentTarget: { dataset } });
      platform.time.pass(5000);
      const isHere = handler === 'go' && platform.calls.slice(from).some((one) => one.api === 'pageScrollTo');
      if (!isHere && !page.data.sheet) yield route + ': a dead end at ' + handler + ' ' + JSON.stringify(dataset);
      if (page.data.sheet && !page.data.sheet.text) yield route + ': an empty sheet at ' + JSON.stringify(dataset);
      yield* platform.problems;
    }
  }
}

/** Shared to moments: alone, nothing kept, nothing that leads away. */
function* moments({ root, routes, makePlatform }) {
  const { plain } = articles({ root, routes });
  if (!plain) return;
  const platform = start(makePlatform, { root }, { path: plain, query: {}, scene: 1154 });
  const page = platform.top;
  if (page.route !== plain || !page.data.single) yield 'does not stand alone';
  walk(page.state.tree, (node) => {
    if (/(^| )(tail|bar|foot)( |$)/.test(node.class || '')) platform.problem('shows ' + node.class);
  });
  page.go({ currentTarget: { dataset: { p: '/' + plain, u: '/x/' } } });
  platform.time.pass(5000);
  if (!page.data.sheet || !/x\/$/.test(page.data.sheet.text)) yield 'a link shows no address';
  if (platform.host.storage.size) yield 'keeps ' + [...platform.host.storage.keys()];
  yield* platform.problems;
}

/** An article shared from an earlier release is found in its new package; what is gone leads home. */
function* oldLinks({ root, routes, makePlatform }) {
  const article = routes.find(isArticle);
  if (!article) return;
  const moved = 'p999/' + article.split('/')[1];
  let platform = start(makePlatform, { root }, { path: moved, query: {}, scene: 1007 });
  if (!platform.top || platform.top.route !== article) yield 'an old link leads to ' + (platform.top && platform.top.route);
  yield* platform.problems;
  platform = start(makePlatform, { root }, { path: 'p001/gone-for-ever', query: {}, scene: 1007 });
  if (!platform.top || !platform.tabs.has(platform.top.route)) yield 'what is gone leads to ' + (platform.top && platform.top.route);
  yield* platform.problems;
}

/** Whatever storage holds, pages open. */
function* badStorage({ root, routes, makePlatform }) {
  const { plain } = articles({ root, routes });
  for (const value of ['null', '7', '"x"', '[]', '{}', '[null,7,{"n":1},{"n":"a","t":"b","place":{"id":4}}]', '{"size":99,"look":"pink"}']) {
    const storage = new Map(['settings', 'favourites', 'history'].map((key) => ['offprint.' + key, value]));
    const platform = start(makePlatform, { root, host: { storage } });
    if (plain) open(platform, plain);
    open(platform, 'pages/shelf/index');
    press(platform, 'choose', (node) => node.dataset.k === 'history');
    for (const one of platform.problems) yield value + ': ' + one;
  }
}

/** However much is read, what is kept is bounded. */
function* bounded({ root, makePlatform }) {
  const platform = start(makePlatform, { root });
  const store = platform.require('store.js', 'app.js');
  for (let number = 0; number < 500; number += 1) {
    const mark = { n: 'article-' + number, t: '题'.repeat(60), u: '/posts/' + number + '/', d: 1700000000000 + number };
    store.visit(mark, { part: 0, id: 'a-x', off: 10, share: 0.5 });
    store.toggleFavourite(mark);
  }
  if (store.lately().length !== 100 || store.favourites().length !== 200) yield 'keeps ' + store.lately().length;
  for (const [key, text] of platform.host.storage) if (text.length > 65536) yield key + ' grows to ' + text.length;
  const shelf = open(platform, 'pages/shelf/index');
  if (shelf.data.groups.some((group) => group.items.length > 60)) yield 'more than sixty children';
  yield* platform.problems;
}

/** The code on the sheet is drawn: its modules fill whole squares of the canvas. */
function* code({ root, makePlatform }) {
  const platform = start(makePlatform, { root });
  const page = platform.top;
  page.go({ currentTarget: { dataset: { u: 'https://example.org/甲?a=1&b=2' } } });
  platform.time.pass(5000);
  press(platform, 'showCode');
  const canvas = platform.host.canvases[0];
  if (!canvas || canvas.width < 400 || !canvas.dark.length) yield 'nothing is drawn';
  press(platform, 'copySheet');
  if (platform.clipboard !== 'https://example.org/甲?a=1&b=2') yield 'copied ' + platform.clipboard;
  yield* platform.problems;
}

module.exports = {
  depth, lists, favourites, resume, contents, look, pictures, moments, momentsInParts, oldLinks, badStorage, bounded, code,
};
