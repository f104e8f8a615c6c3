'use strict';

// Properties of the interpreter of WXML over random input:
//   node fuzz-wxml.js SEED COUNT
// 1. A random tree, printed, is read and made as that tree. 2. A random expression has the value that JavaScript gives it.
// 3. Whatever bytes come, the interpreter answers with a tree or with an error of its own, soon. Prints one JSON object.

const path = require('path');
const vm = require('vm');
const preview = path.join(__dirname, '../../Sources/CTheme/preview');
const { Template, parse } = require(path.join(preview, 'wxml.js'));
const { compile } = require(path.join(preview, 'expression.js'));
const { select, walk } = require(path.join(preview, 'select.js'));
const { measure } = require(path.join(preview, 'audit.js'));

let state = Number(process.argv[2]) >>> 0 || 1;
const count = Number(process.argv[3]) || 1000;
const problems = [];

/** mulberry32. */
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let value = state;
  value = Math.imul(value ^ (value >>> 15), value | 1);
  value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
  return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
}
const below = (limit) => Math.floor(random() * limit);
const pick = (list) => list[below(list.length)];

const TEXTS = ['甲乙', 'a b', 'x', '}}', '{{', '"', "'", '\\', '<b>', '&amp;', '\u2028', '😀', ' ', '\n', '0'];
const words = () => Array.from({ length: 1 + below(3) }, () => pick(TEXTS)).join('');

/** A string as the printer writes it: nothing in it that markup or braces would read. */
const quoted = (text) => "'" + [...text].map((one) =>
  /[\\'"{}<>\n\u2028&]/.test(one) ? '\\u' + one.charCodeAt(0).toString(16).padStart(4, '0') : one).join('') + "'";

function tree(depth) {
  if (!depth || random() < 0.3) return { text: words() };
  const node = { tag: pick(['view', 'view', 'view', 'scroll-view']), class: random() < 0.5 ? pick(['a', 'b', 'a b']) : '', id: '', children: [] };
  for (let left = below(4); left > 0; left -= 1) node.children.push(tree(depth - 1));
  return node;
}

/** The tree as markup, and what of it is data. */
function print(node, data) {
  if (node.text !== undefined) {
    const way = below(3);
    if (way === 0) return '{{' + quoted(node.text) + '}}';
    const name = 't' + Object.keys(data).length;
    data[name] = node.text;
    return way === 1 ? '{{' + name + '}}' : '{{ ' + name + ' + ' + quoted('') + ' }}';
  }
  const attributes = node.class ? (random() < 0.5 ? ` class="${node.class}"` : ` class="{{${quoted(node.class)}}}"`) : '';
  const inner = node.children.map((child) => print(child, data)).join('');
  const wrapped = random() < 0.2 ? `<block wx:if="{{true}}">${inner}</block><block wx:else><view/></block>` : inner;
  if (!inner && random() < 0.5) return `<${node.tag}${attributes}/>`;
  return `<${node.tag}${attributes}>${wrapped}</${node.tag}>`;
}

const shape = (node) => (node.text !== undefined ? node.text : [node.tag, node.class, merged(node.children.map(shape))]);
/** Texts beside each other are one for the reader. */
function merged(list) {
  const result = [];
  for (const one of list) {
    if (typeof one === 'string' && typeof result[result.length - 1] === 'string') result[result.length - 1] += one;
    else result.push(one);
  }
  return result;
}

function checkTree() {
  const root = { tag: 'page', class: '', children: [tree(5), tree(4)] };
  const data = {};
  const text = root.children.map((child) => print(child, data)).join('');
  const made = new Template('page.wxml', () => text).render(data);
  const [wanted, got] = [JSON.stringify(shape(root)), JSON.stringify(shape(made))];
  if (wanted !== got) problems.push(text + ' became ' + got + ', not ' + wanted);
  let nodes = 0;
  walk(made, (node) => {
    if (node.tag && node !== made) nodes += 1;
    if (node.tag && node.class.split(' ').includes('a') !== select(made, '.a').includes(node)) problems.push('selects wrongly in ' + text);
  });
  if (measure(made).nodes !== nodes) problems.push('counts ' + measure(made).nodes + ' nodes of ' + nodes);
}

const NAMES = { one: 1, two: 2, half: 0.5, zero: 0, yes: true, no: false, text: '甲', empty: '', list: [3, 4, 5], object: { key: 7, deep: { a: [1] } } };

function expression(depth) {
  if (!depth || random() < 0.2) {
    return pick(['1', '2.5', '0', "'a'", '"b"', "''", 'true', 'false', 'one', 'two', 'half', 'zero', 'yes', 'no', 'text', 'empty',
      'list[1]', 'list.length', 'object.key', "object['key']", 'object.deep.a[0]']);
  }
  const one = () => expression(depth - 1);
  switch (below(6)) {
    case 0: return `(${one()} ? ${one()} : ${one()})`;
    case 1: return `!${one()}`;
    case 2: return `(${one()})`;
    case 3: return `[${one()}, ${one()}][${pick(['0', '1'])}]`;
    case 4: return `-(${one()})`;
    default: return `${one()} ${pick(['+', '-', '*', '/', '%', '&&', '||', '==', '!=', '===', '!==', '<', '>', '<=', '>='])} ${one()}`;
  }
}

function checkExpression() {
  const text = expression(4);
  const wanted = vm.runInNewContext('(' + text + ')', Object.assign({}, NAMES));
  const got = compile('{{' + text + '}}')((name) => NAMES[name]);
  if (!Object.is(wanted, got) && !(typeof wanted === 'object' && JSON.stringify(wanted) === JSON.stringify(got))) {
    problems.push(text + ' is ' + String(got) + ', not ' + String(wanted));
  }
}

const PIECES = ['<view', '</view>', '>', '/>', '<', '{{', '}}', '"', "'", ' class=', ' wx:if=', ' wx:for="{{a}}"', ' wx:else', '<text>', '</text>', '<!--',
  '-->', '<import src="x"/>', '<template name="a">', '</template>', '<template is="a" data="{{...b}}"/>', '<include src="page.wxml"/>', 'a', '\\', '[', ']', '(', ')',
  '...', '?', ':', '.', '\u0000', '甲', '\ud800', '<block>', '</block>', ' bindtap="x"', '<page-meta/>', '{{a.b.c}}', '{{[1,2]}}', '{{__proto__.x}}',
  '{{constructor.constructor}}', ' wx:key="*this"'];

function checkGarbage() {
  let text = Array.from({ length: below(40) }, () => pick(PIECES)).join('');
  if (random() < 0.3) text = Array.from({ length: 1 + below(1200) }, () => '<view>').join('') + text;
  if (random() < 0.1) text += '{{' + pick(['(', '[', '!', '-', 'a?', '{a:', 'a[', '1+']).repeat(below(20000)) + 'a}}';
  const start = process.cpuUsage();
  try {
    new Template('page.wxml', (name) => {
      if (name !== 'page.wxml') throw new Error('no file ' + name);
      return text;
    }).render({ a: [1, 2], b: { c: 1 } });
  } catch (error) {
    // An error of the interpreter says what it is about; one of the language is a hole in it.
    if (error.constructor !== Error) problems.push(JSON.stringify(text.slice(-300)) + ' throws ' + error);
  }
  const milliseconds = spent(start) / 1000;
  if (milliseconds > 1000) problems.push(JSON.stringify(text.slice(-300)) + ' takes ' + milliseconds + ' ms');
}

/** Processor time since then, in microseconds: other programs on the machine count for nothing. */
function spent(start) {
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

/** Twice as much markup takes about twice as long. */
function checkGrowth() {
  const time = (repeats) => {
    const text = '<view class="a">{{x}}<text>甲</text></view>'.repeat(repeats) + '<view>'.repeat(400) + '</view>'.repeat(400);
    let best = Infinity;
    for (let round = 0; round < 3; round += 1) {
      const start = process.cpuUsage();
      parse(text, 'page.wxml');
      best = Math.min(best, spent(start));
    }
    return best;
  };
  time(200);
  const ratio = time(8000) / time(2000);
  if (ratio > 16) problems.push('four times the markup takes ' + ratio.toFixed(1) + ' times as long');
}

for (let round = 0; round < count && problems.length < 20; round += 1) {
  for (const check of [checkTree, checkExpression, checkGarbage]) {
    try {
      check();
    } catch (error) {
      problems.push(check.name + ' round ' + round + ': ' + error.stack);
    }
  }
}
checkGrowth();
process.stdout.write(JSON.stringify({ rounds: count, problems }));
