'use strict';

// Measures the article pages of an emitted mini-program and prints JSON.
//   node mini_program.js FOLDER
const fs = require('fs');
const path = require('path');
const { performance } = require('perf_hooks');
const { makePlatform } = require('../MiniProgram/host.js');

const root = process.argv[2];
const app = JSON.parse(fs.readFileSync(path.join(root, 'app.json'), 'utf8'));
const size = (name) => (fs.existsSync(path.join(root, name)) ? fs.statSync(path.join(root, name)).size : 0);
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

/** Elements of a page with what it includes: how many, how deep, and the most children of one. */
function shape(file) {
  const result = { nodes: 0, inRichText: 0, depth: 0, children: 0 };
  const counts = [0];
  (function read(name) {
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

const articles = {};
for (const part of app.subPackages || []) {
  for (const page of part.pages) {
    const route = part.root + '/' + page;
    const article = (articles[page.replace(/_\d+$/, '')] ||= {
      pages: 0, nodes: 0, inRichText: 0, mostNodes: 0, depth: 0, children: 0, wxml: 0, script: 0, setData: 0, open: 0,
    });
    const { nodes, inRichText, depth, children } = shape(route + '.wxml');
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
      const platform = makePlatform(root);
      platform.launch();
      // The view layer's work is not the script's.
      platform.render = () => undefined;
      const start = performance.now();
      const instance = platform.open(route, {});
      times.push(performance.now() - start);
      article.setData = Math.max(article.setData, instance.state.setDataBytes);
    }
    article.open = Math.max(article.open, median(times));
  }
}

// What runs before an article is painted, and every style; the rest comes with the first tap.
const shared = ['app.js', 'app.wxss', 'article.js', 'common.js', 'settings.js', 'site.js'];
const scripts = fs.readdirSync(root).filter((name) => /\.(js|wxss|wxml|wxs)$/.test(name));
process.stdout.write(JSON.stringify({
  articles,
  shared: Object.fromEntries(scripts.map((name) => [name, size(name)])),
  sharedOfArticles: shared.reduce((sum, name) => sum + size(name), 0),
  sharedOfAll: scripts.reduce((sum, name) => sum + size(name), 0),
}));
