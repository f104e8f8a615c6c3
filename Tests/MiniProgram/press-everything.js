'use strict';

// Opens every page of an edition in the stand-in, presses everything that can be pressed, and prints what it saw as JSON:
// node press-everything.js FOLDER

const fs = require('fs');
const path = require('path');
const vm = require('vm');
const { makePlatform: makeOne, walk } = require('./host.js');
const scenes = require('./scenes.js');

const root = process.argv[2];
/** Everything asked of `wx`, counted. */
const apis = {};
function makePlatform(folder, options) {
  const platform = makeOne(folder, options);
  platform.calls.push = function (...calls) {
    for (const { api } of calls) apis[api] = (apis[api] || 0) + 1;
    return Array.prototype.push.apply(this, calls);
  };
  return platform;
}
const problems = [];
const seen = {
  pages: 0, taps: 0, apis, largestSetData: 0, openingBytes: 0, scripts: 0, mostNodes: 0, deepest: 0, mostChildren: 0,
};

for (const name of fs.readdirSync(root, { recursive: true }).map(String)) {
  if (name.endsWith('.json')) JSON.parse(fs.readFileSync(path.join(root, name), 'utf8'));
  if (!name.endsWith('.js')) continue;
  seen.scripts += 1;
  const text = fs.readFileSync(path.join(root, name), 'utf8');
  new vm.Script('(function (require, module) {' + text + '\n})', { filename: name });
  if (!/^(\/\/.*\n|\s)*'use strict';/.test(text)) problems.push(name + ' is not strict');
  if (/\beval\b|new Function/.test(text.replace(/"(\\.|[^"\\])*"/g, '""'))) problems.push(name + ' evaluates text');
}

const app = JSON.parse(fs.readFileSync(path.join(root, 'app.json'), 'utf8'));
const routes = app.pages.slice();
for (const part of app.subPackages || []) for (const page of part.pages) routes.push(part.root + '/' + page);
const tabs = new Set(app.tabBar.list.map((tab) => tab.pagePath));

function pressable(page) {
  const found = [];
  walk(page.state.tree, (node) => {
    for (const type of Object.keys(node.events || {})) if (node.events[type].handler) found.push({ node, type });
  });
  return found;
}

/** What makes one thing to press different from another. */
function identity({ node, type }) {
  return type + node.events[type].handler + JSON.stringify(node.dataset);
}

function measure(page) {
  let nodes = 0;
  const visit = (node, depth) => {
    if (!node.tag) return;
    nodes += 1;
    seen.deepest = Math.max(seen.deepest, depth);
    seen.mostChildren = Math.max(seen.mostChildren, node.children.length);
    for (const child of node.children) visit(child, depth + 1);
  };
  visit(page.state.tree, 0);
  seen.mostNodes = Math.max(seen.mostNodes, nodes);
}

/** Lets promises that are kept go on: they wait for this script to pause, not for the stand-in's clock. */
async function settle(platform) {
  for (let round = 0; round < 5; round += 1) {
    await new Promise(setImmediate);
    platform.time.pass(10000);
  }
}

/**
 * Presses everything on a page, and what comes up by pressing, back on the page before each.
 * @param {object} platform
 * @param {string} route
 * @param {object} query
 */
async function pressAll(platform, route, query) {
  platform.host.storage.clear();
  platform.calls.length = 0;
  let page = platform.open(route, query);
  platform.time.pass(10000);
  seen.pages += 1;
  measure(page);
  const pressed = new Set();
  for (let round = 0; round < 4000; round += 1) {
    const next = pressable(page).find((one) => !pressed.has(identity(one)));
    if (!next) break;
    pressed.add(identity(next));
    const from = platform.calls.length;
    // Words of its own for each: the search does not ask twice for the same.
    platform.dispatch(page, next.node, next.type, next.type === 'tap' ? undefined : { value: next.type });
    platform.time.pass(10000);
    if (platform.calls.length === from || next.type !== 'tap') await settle(platform);
    seen.taps += 1;
    const handler = next.node.events[next.type].handler;
    if (platform.calls.length === from && handler !== 'hold') {
      platform.problem('nothing happens at ' + handler + ' ' + JSON.stringify(next.node.dataset));
    }
    check(platform, from);
    if (platform.top !== page) {
      // Somewhere else: back to a page as it was.
      while (platform.stack.length) platform.close(platform.stack.pop());
      platform.tabPages.clear();
      page = platform.open(route, query);
      platform.time.pass(10000);
    }
  }
  if (page.onReachBottom) platform.call(page, 'onReachBottom');
  if (page.onPageScroll) platform.scrollTo(page, 500);
  platform.time.pass(10000);
  measure(page);
  for (const [kind, ratio] of [['message', 5 / 4], ['timeline', 1]]) {
    const share = page.onShareAppMessage && platform.share(page, kind);
    if (!share) continue;
    if (!share.title || (kind === 'message' && share.path[0] !== '/')) platform.problem('shares nothing');
    checkImage(platform, share.imageUrl, ratio);
  }
  platform.call(page, 'onHide');
  seen.largestSetData = Math.max(seen.largestSetData, page.state.largestSetData);
  platform.close(platform.stack.pop());
}

function checkImage(platform, name, ratio) {
  const bytes = name && platform.host.read(name.replace(/^\//, ''));
  if (!bytes) return platform.problem('shares no image ' + name);
  if (name.startsWith('/icons/')) {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    if (Math.abs(view.getUint32(16) / view.getUint32(20) - ratio) > 0.001) platform.problem(name + ' has another shape');
  }
  return undefined;
}

function check(platform, from) {
  for (const { api, options } of platform.calls.slice(from)) {
    if (api !== 'previewImage' || platform.failing.size) continue;
    for (const url of options.urls) if (!platform.host.userFiles.has(url)) platform.problem('previews ' + url);
  }
}

async function pressEveryPage() {
  for (const fails of [false, true]) {
    const platform = makePlatform(root);
    platform.launch();
    platform.time.pass(10000);
    if (fails) {
      for (const api of [
        'navigateTo', 'redirectTo', 'switchTab', 'setClipboardData', 'previewImage', 'writeFile', 'pageScrollTo', 'makePhoneCall',
        'setNavigationBarColor', 'setStorageSync', 'getStorageSync', 'audio', 'setTabBarItem',
      ]) platform.failing.add(api);
    }
    for (const route of routes) {
      while (platform.stack.length) platform.close(platform.stack.pop());
      platform.tabPages.clear();
      const before = platform.problems.length;
      try {
        await pressAll(platform, route, {});
      } catch (error) {
        problems.push(route + ': ' + (error.stack || error));
      }
      for (const one of platform.problems.slice(before)) problems.push((fails ? 'failing: ' : '') + one);
    }
  }
}

async function run() {
  await pressEveryPage();
  // What a reader who never was here makes the bridge carry to show an article.
  for (const route of routes.filter((one) => !one.startsWith('pages/'))) {
    const platform = makePlatform(root);
    platform.launch({ path: route });
    platform.time.pass(400);
    seen.openingBytes += platform.top.state.setDataBytes;
  }

  for (const [name, scene] of Object.entries(scenes)) {
    try {
      for (const one of scene({ root, routes, tabs, makePlatform })) problems.push(name + ': ' + one);
    } catch (error) {
      problems.push(name + ': ' + (error.stack || error));
    }
  }

  process.stdout.write(JSON.stringify(Object.assign(seen, { problems })));
}

run();
