'use strict';

// Draws QR codes of many lengths by the emitted encoder and reads them by another program, zbar; prints what came back
// otherwise than it went in, as JSON:  node read-codes.js qr.js FOLDER

const { execFileSync } = require('child_process');
const fs = require('fs');
const path = require('path');
const { encode } = require(path.resolve(process.argv[2]));
const folder = process.argv[3];

// The greatest number of bytes that each version holds at level M (the standard's table 7).
const CAPACITIES = [
  14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666, 711, 779, 857, 911, 997, 1059,
  1125, 1190, 1264, 1370, 1452, 1538, 1628, 1722, 1809, 1911, 1989, 2099, 2213, 2331,
];
const ALPHABET = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#[]@!$&()*+,;=%';

function address(length) {
  let text = 'http://a.cn/';
  for (let seed = length; text.length < length; seed = (seed * 48271) % 2147483647) text += ALPHABET[seed % ALPHABET.length];
  return text.slice(0, length);
}

function picture(grid) {
  const scale = 3;
  const side = (grid.length + 8) * scale;
  const pixels = Buffer.alloc(side * side, 255);
  grid.forEach((row, y) => row.forEach((isDark, x) => {
    for (let dy = 0; isDark && dy < scale; dy += 1) {
      const start = ((y + 4) * scale + dy) * side + (x + 4) * scale;
      pixels.fill(0, start, start + scale);
    }
  }));
  return Buffer.concat([Buffer.from('P5 ' + side + ' ' + side + ' 255\n'), pixels]);
}

const problems = [];
const texts = [];
const files = [];

function draw(text, version) {
  const grid = encode(text);
  if (!grid) return problems.push('no code for ' + text.length);
  if (version && grid.length !== version * 4 + 17) problems.push(text.length + ' bytes make version ' + (grid.length - 17) / 4);
  files.push(path.join(folder, 'code-' + files.length + '.pgm'));
  fs.writeFileSync(files[files.length - 1], picture(grid));
  return texts.push(text);
}

CAPACITIES.forEach((capacity, index) => {
  draw(address(capacity), index + 1);
  draw(address((index ? CAPACITIES[index - 1] : 0) + 1), index + 1);
});
draw('https://example.org/文章/你好?甲=乙#丙');
if (encode(address(2332)) !== null) problems.push('a text that no version holds has a code');

const read = execFileSync('zbarimg', ['-q', '--raw'].concat(files), { stdio: ['ignore', 'pipe', 'ignore'] });
const lines = read.toString().split('\n');
texts.forEach((text, index) => {
  if (lines[index] !== text) problems.push(text.length + ' bytes are read as ' + String(lines[index]).slice(0, 60));
});
const count = texts.length;

process.stdout.write(JSON.stringify({ count, problems }));
