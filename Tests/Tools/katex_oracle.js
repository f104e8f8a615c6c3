#!/usr/bin/env node
// Writes what KaTeX makes of every formula of Tests/Fixtures/mathml/corpus.txt beside it: a line of MathML a formula.
//
// Run from anywhere: node Tests/Tools/katex_oracle.js. KaTeX is Debian's package `katex`. The tests read only the file, so
// they need neither.
'use strict';

const fs = require('fs');
const path = require('path');
const katex = require('/usr/share/nodejs/katex/dist/katex.js');

const folder = path.join(__dirname, '..', 'Fixtures', 'mathml');
const formulas = fs.readFileSync(path.join(folder, 'corpus.txt'), 'utf8').split('\n').filter((line) => line && !line.startsWith('%'));
const lines = formulas.map((tex) => {
  const printed = katex.renderToString(tex, { output: 'mathml', displayMode: true, throwOnError: true, strict: 'ignore' });
  return printed.replace(/^<span[^>]*>/, '').replace(/<\/span>$/, '').replace(/\n/g, ' ');
});
fs.writeFileSync(path.join(folder, 'katex.txt'), `KaTeX ${katex.version}\n${lines.join('\n')}\n`);
