'use strict';

// Holds the query engine against a brute-force scan of the same texts:
//   node recall.js ENGINE INDEX [QUERIES] [SEED]
// INDEX is a folder of the site's search files. Prints one line of JSON: what was asked, the problems, and what queries cost.
// The scan knows nothing of the engine: it cuts and folds text by its own rules.

const fs = require('fs');
const path = require('path');
const vm = require('vm');

const engine = require(path.resolve(process.argv[2]));
const folder = process.argv[3];
const wanted = Number(process.argv[4] || 400);
let state = Number(process.argv[5] || 1) >>> 0;

/** Mulberry32. */
function random(below) {
  state = (state + 0x6d2b79f5) >>> 0;
  let value = Math.imul(state ^ (state >>> 15), 1 | state);
  value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
  return ((value ^ (value >>> 14)) >>> 0) % below;
}

let loaded = 0;
let requests = 0;
function read(name) {
  const text = fs.readFileSync(path.join(folder, name + '.js'), 'utf8');
  let data;
  let own;
  vm.runInNewContext(text, { offprintSearch: (a, b) => { own = a; data = b; } });
  if (own !== name) throw new Error(name + ' says it is ' + own);
  return { data: JSON.parse(JSON.stringify(data)), bytes: Buffer.byteLength(text) };
}
const cache = new Map();
function bring(name) {
  if (!cache.has(name)) cache.set(name, read(name));
  return cache.get(name);
}

// The texts.
const manifest = bring('m').data;
const articles = [];
for (let id = 0; id < manifest.articles; id += 1) {
  const row = bring('d' + Math.floor(id / manifest.records).toString(16)).data[id % manifest.records];
  const lines = [];
  if (row) {
    lines.push(...[row[0]], ...(row[2] || '').split('\n'));
    const first = 'x' + Math.floor(id / manifest.texts).toString(16);
    if (manifest.scope === 'full' && fs.existsSync(path.join(folder, first + '.js'))) {
      const part = bring(first).data[id % manifest.texts];
      if (part) lines.push(...part[0].split('\n'));
      for (let number = 1; fs.existsSync(path.join(folder, 'x' + id.toString(16) + '-' + number.toString(16) + '.js')); number += 1) {
        lines.push(...bring('x' + id.toString(16) + '-' + number.toString(16)).data[0].split('\n'));
      }
    }
  }
  articles.push(row ? lines.map(plain) : null);
}

function plain(text) {
  return text.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[A-Z\u00c0-\u00de\u0391-\u03a9\u0410-\u042f]/g, (c) => c.toLowerCase());
}
const HAN = /^[\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{3ffff}\uac00-\ud7af]+$/u;
const WORD = /[a-z0-9_\u00df-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u052f]+/g;

/** Whether an article holds a piece: a run inside other characters, a word whole, the last word as a beginning. */
function holds(lines, piece, isLast) {
  if (HAN.test(piece)) return lines.some((line) => line.includes(piece));
  return lines.some((line) => (line.match(WORD) || []).some((word) => (isLast && piece.length > 1 ? word.startsWith(piece) : word === piece)));
}

function scan(pieces) {
  const result = [];
  articles.forEach((lines, id) => {
    if (lines && pieces.every((piece, index) => holds(lines, piece, index === pieces.length - 1))) result.push(id);
  });
  return result;
}

/** A piece of some article, or of none. */
function piece() {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const lines = articles[random(articles.length)];
    if (!lines || !lines.length) continue;
    const line = lines[random(lines.length)];
    if (!line) continue;
    if (random(3) === 0) {
      const words = line.match(WORD);
      if (!words) continue;
      const word = words[random(words.length)];
      if (word.length > 40) continue;
      return random(2) ? word : word.slice(0, Math.max(2, 1 + random(word.length)));
    }
    const points = Array.from(line);
    const start = random(points.length);
    const text = points.slice(start, start + 1 + random(7)).join('');
    if (HAN.test(text)) return random(12) ? text : Array.from(text).reverse().join('');
  }
  return '';
}

async function main() {
  const problems = [];
  const cost = { queries: 0, hits: 0, nothing: 0, relaxed: 0, firstBytes: [], bytes: [], files: [], milliseconds: [] };
  for (let index = 0; index < wanted; index += 1) {
    const pieces = [];
    for (let count = random(4) === 0 ? 2 : 1; count > 0; count -= 1) pieces.push(piece());
    if (pieces.some((one) => !one)) continue;
    const query = pieces.join(' ');
    // As a reader meets it: nothing loaded yet.
    loaded = requests = 0;
    const fresh = engine.create({ load(name) {
      const file = bring(name);
      loaded += file.bytes;
      requests += 1;
      return Promise.resolve(file.data);
    } });
    const search = await fresh.search(query);
    const hits = await search.next(1);
    cost.firstBytes.push(loaded);
    hits.push(...await search.next(7));
    cost.bytes.push(loaded);
    cost.files.push(requests);
    // The same with all files at hand.
    const start = process.hrtime.bigint();
    const again = await fresh.search(query);
    await again.next(1);
    cost.milliseconds.push(Number(process.hrtime.bigint() - start) / 1e6);
    const all = hits.slice();
    for (;;) {
      const more = await search.next(50);
      if (!more.length) break;
      all.push(...more);
    }
    const found = search.isRelaxed ? [] : all.map((hit) => hit.id).sort((a, b) => a - b);
    const truth = scan(pieces);
    cost.queries += 1;
    cost.hits += truth.length;
    if (!truth.length) cost.nothing += 1;
    if (search.isRelaxed && all.length) cost.relaxed += 1;
    if (JSON.stringify(found) !== JSON.stringify(truth)) {
      const missing = truth.filter((id) => !found.includes(id));
      const extra = found.filter((id) => !truth.includes(id));
      problems.push({ query, missing: missing.slice(0, 5), extra: extra.slice(0, 5), truth: truth.length });
    }
    if (new Set(all.map((hit) => hit.id)).size !== all.length) problems.push({ query, twice: true });
    if (!search.isRelaxed && search.total >= 0 && search.total !== truth.length) problems.push({ query, total: search.total, truth: truth.length });
    for (const hit of all) {
      const marks = hit.title.concat(hit.snippet, hit.section).filter((pair) => pair[1]).map((pair) => plain(pair[0]));
      const tags = plain(hit.record[2] || '');
      if (!marks.length && !pieces.some((one) => tags.includes(one)) && !search.isRelaxed) problems.push({ query, unmarked: hit.id });
      if (!search.isRelaxed) {
        for (const text of marks) {
          if (!pieces.some((one) => text.includes(one) || one.includes(text))) problems.push({ query, marks: text });
        }
      }
      if (hit.snippet.map((pair) => pair[0]).join('').length > 130) problems.push({ query, long: hit.snippet });
    }
  }
  const sorted = (values) => values.slice().sort((a, b) => a - b);
  const at = (values, share) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] || 0;
  const summary = (values) => ({ median: at(values, 0.5), p95: at(values, 0.95), most: at(values, 1) });
  process.stdout.write(JSON.stringify({
    articles: manifest.articles, queries: cost.queries, hits: cost.hits, nothing: cost.nothing, relaxed: cost.relaxed,
    firstBytes: summary(cost.firstBytes), bytes: summary(cost.bytes), files: summary(cost.files), milliseconds: summary(cost.milliseconds),
    problemCount: problems.length, problems: problems.slice(0, 10),
  }) + '\n');
}

main().catch((error) => {
  process.stderr.write(String(error.stack) + '\n');
  process.exit(1);
});
