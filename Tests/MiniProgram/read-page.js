'use strict';

// Reads one emitted page as JavaScript does: the facts of its script, and its WXML with every expression evaluated. Prints
// them as JSON in ASCII.
//   node read-page.js PAGE-WITHOUT-SUFFIX
const fs = require('fs');
const vm = require('vm');

const page = process.argv[2];
let facts = null;
vm.runInNewContext(fs.readFileSync(page + '.js', 'utf8'), {
  require: () => ({ page: (given) => given }),
  Page: (given) => {
    facts = given;
  },
});

/** Static text and expressions; a compiler looks for the first `}}`, so an expression may hold none. */
function value(source) {
  return source.replace(/\{\{([^]*?)\}\}/g, (whole, expression) => {
    if (expression[0] !== "'") return whole;
    return vm.runInNewContext('(' + expression + ')');
  });
}

const wxml = fs.readFileSync(page + '.wxml', 'utf8');
const nodes = [];
let at = 0;
while (at < wxml.length) {
  const open = wxml.indexOf('<', at);
  const text = wxml.slice(at, open < 0 ? wxml.length : open);
  if (text.length) nodes.push(['', value(text)]);
  if (open < 0) break;
  // No quoted value holds a quotation mark, so a tag ends at the first `>` outside of them.
  const tag = /^<(\/?)([a-z-]+)((?:\s+[a-z:-]+(?:="[^"]*")?)*)\s*(\/?)>/.exec(wxml.slice(open));
  if (!tag) throw new Error('no tag at ' + wxml.slice(open, open + 60));
  if (!tag[1]) {
    for (const attribute of tag[3].matchAll(/([a-z:-]+)="([^"]*)"/g)) nodes.push([attribute[1], value(attribute[2])]);
  }
  at = open + tag[0].length;
}

const json = JSON.stringify({ facts, nodes });
process.stdout.write(json.replace(/[^\x20-\x7e]/g, (c) => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0')));
