'use strict';

// Opens every page of an edition, presses everything that can be pressed, and prints what it saw as JSON:
// node press-everything.js FOLDER

const fs = require('fs');
const path = require('path');
const vm = require('vm');
const { Platform } = require('./stand-in.js');

const root = process.argv[2];
const problems = [];
const seen = { pages: 0, taps: 0, apis: {}, largestSetData: 0, openingBytes: 0, scripts: 0 };

for (const name of fs.readdirSync(root, { recursive: true }).map(String)) {
  if (name.endsWith('.json')) JSON.parse(fs.readFileSync(path.join(root, name), 'utf8'));
  if (!name.endsWith('.js')) continue;
  seen.scripts += 1;
  const text = fs.readFileSync(path.join(root, name), 'utf8');
  new vm.Script('(function (require, module) {' + text + '\n})', { filename: name });
  if (/\beval\b|new Function/.test(text.replace(/"(\\.|[^"\\])*"/g, '""'))) problems.push(name + ' evaluates text');
}

const app = JSON.parse(fs.readFileSync(path.join(root, 'app.json'), 'utf8'));
const routes = app.pages.slice();
for (const part of app.subPackages || []) for (const page of part.pages) routes.push(part.root + '/' + page);
const known = new Set(routes);
const tabs = new Set(app.tabBar.list.map((tab) => tab.pagePath));

/** Handlers and their data sets, as strings, as the platform hands them over. */
function taps(wxml) {
  const found = [];
  for (const tag of wxml.matchAll(/<[a-z-]+((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g)) {
    const data = {};
    let handler = null;
    for (const attribute of tag[1].matchAll(/([\w:-]+)="([^"]*)"/g)) {
      const [, name, raw] = attribute;
      const value = /^\{\{'.*'\}\}$/.test(raw) ? vm.runInNewContext(raw.slice(2, -2)) : raw;
      if (name.startsWith('data-')) data[name.slice(5)] = value;
      if (name === 'bindtap' || name === 'catchtap') handler = value;
    }
    if (handler && !Object.values(data).some((value) => value.includes('{{'))) found.push({ handler, data });
  }
  return found;
}

function ids(wxml) {
  return new Set([...wxml.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
}

function check(platform, route, wxml, from) {
  const anchors = ids(wxml);
  for (const { api, options } of platform.calls.slice(from)) {
    seen.apis[api] = (seen.apis[api] || 0) + 1;
    if (api === 'navigateTo' || api === 'redirectTo' || api === 'switchTab') {
      const target = options.url.split('?')[0].slice(1);
      if (options.url[0] !== '/' || !known.has(target)) problems.push(route + ' leads to ' + options.url);
      if ((api === 'switchTab') !== tabs.has(target)) problems.push(route + ' opens ' + target + ' by ' + api);
      if (api === 'switchTab' && options.url.includes('?')) problems.push('a tab with a query: ' + options.url);
    }
    if (api === 'pageScrollTo' && options.selector && !anchors.has(options.selector.slice(1))) {
      problems.push(route + ' scrolls to ' + options.selector + ', which is not there');
    }
    if (api === 'setClipboardData' && typeof options.data !== 'string') problems.push(route + ' copies ' + options.data);
    if (api === 'previewImage' && !options.urls.includes(options.current)) problems.push(route + ' previews nothing');
    if (api === 'setData') seen.largestSetData = Math.max(seen.largestSetData, JSON.stringify(options).length);
  }
}

for (const fails of [false, true]) {
  for (const route of routes) {
    const platform = new Platform(root);
    if (fails) {
      for (const api of ['navigateTo', 'redirectTo', 'setClipboardData', 'previewImage', 'writeFile', 'pageScrollTo']) {
        platform.failing.add(api);
      }
    }
    try {
      const wxml = fs.readFileSync(path.join(root, route + '.wxml'), 'utf8');
      const all = wxml.replace(/<include src="([^"]+)"\/>/g, (match, file) =>
        fs.readFileSync(path.join(root, path.dirname(route), file), 'utf8'));
      const page = platform.open(route, {});
      seen.pages += 1;
      if (!route.startsWith('pages/')) seen.openingBytes += page.setDataBytes;
      check(platform, route, all, 0);
      for (const { handler, data } of taps(all)) {
        if (typeof page[handler] !== 'function') {
          problems.push(route + ' has no handler ' + handler);
          continue;
        }
        const from = platform.calls.length;
        page[handler]({ type: 'tap', currentTarget: { dataset: data }, target: { dataset: data }, detail: {} });
        seen.taps += 1;
        if (platform.calls.length === from && handler !== 'hold' && handler !== 'copySheet') {
          problems.push(route + ': nothing happens at ' + handler + ' ' + JSON.stringify(data));
        }
        check(platform, route, all, from);
      }
      if (page.onReachBottom) page.onReachBottom();
      if (page.onShareAppMessage) {
        const share = page.onShareAppMessage({});
        if (!share.title || share.path[0] !== '/') problems.push(route + ' shares nothing');
        page.onShareTimeline();
      }
      platform.close();
    } catch (error) {
      problems.push(route + ': ' + (error.stack || error));
    }
  }
}

// Ten pages deep, a link takes the place of the page on top.
{
  const platform = new Platform(root);
  const article = routes.find((route) => !route.startsWith('pages/'));
  for (let depth = 0; article && depth < 10; depth += 1) platform.open(article, {});
  if (article) {
    platform.stack[9].go({ currentTarget: { dataset: { p: '/' + article } } });
    if (platform.calls.at(-1).api !== 'redirectTo') problems.push('an eleventh page is opened');
  }
}

// Lists by query.
for (const kind of ['tag', 'category', 'year']) {
  const table = JSON.parse(fs.readFileSync(path.join(root, 'data', kind + '.json'), 'utf8'));
  for (const [name, [title, positions]] of Object.entries(table)) {
    const platform = new Platform(root);
    const page = platform.open('pages/posts/index', { kind, name });
    for (let step = 0; step < 20; step += 1) page.onReachBottom();
    const items = page.data.groups.flatMap((group) => group.items);
    if (page.data.title !== title) problems.push(kind + ' ' + name + ' is called ' + page.data.title);
    if (items.length !== Math.min(140, positions.length)) problems.push(kind + ' ' + name + ' lists ' + items.length);
    for (const item of items) if (!known.has(item.p.slice(1))) problems.push('a list leads to ' + item.p);
    if (positions.length > 140 && !page.data.more) problems.push(kind + ' ' + name + ' ends without a way on');
  }
}

process.stdout.write(JSON.stringify(Object.assign(seen, { problems })));
