'use strict';

/**
 * QR codes (ISO/IEC 18004, model 2): bytes, error correction level M, the smallest of the versions 1 to 40 that holds them.
 */

/** By version: codewords for error correction in each block, and blocks, at level M (table 9 of the standard). */
const CORRECTION = [
  10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
  28, 28, 28, 28, 28, 28, 28, 28, 28,
];
const BLOCKS = [
  1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38,
  40, 43, 45, 47, 49,
];

/** Codewords of a version: the modules that carry no pattern, by eights. @param {number} version */
function codewords(version) {
  let modules = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const count = Math.floor(version / 7) + 2;
    modules -= (25 * count - 10) * count - 55;
    if (version >= 7) modules -= 36;
  }
  return Math.floor(modules / 8);
}

/** Codewords of a version that carry data. @param {number} version */
function capacity(version) {
  return codewords(version) - CORRECTION[version - 1] * BLOCKS[version - 1];
}

/** @param {string} text @returns {number[]} UTF-8 */
function utf8(text) {
  return encodeURIComponent(text)
    .split(/(%..|.)/)
    .filter((part) => part)
    .map((part) => (part.length === 3 ? parseInt(part.slice(1), 16) : part.charCodeAt(0)));
}

// GF(256) with the polynomial 0x11D.
const POWER = [];
const LOGARITHM = [];
for (let exponent = 0, value = 1; exponent < 255; exponent += 1) {
  POWER[exponent] = value;
  LOGARITHM[value] = exponent;
  value = value & 128 ? (value << 1) ^ 0x11d : value << 1;
}

/** @param {number} a @param {number} b */
function product(a, b) {
  return a && b ? POWER[(LOGARITHM[a] + LOGARITHM[b]) % 255] : 0;
}

/** The Reed-Solomon remainder. @param {number[]} data @param {number} count */
function remainder(data, count) {
  let divisor = [1];
  for (let exponent = 0; exponent < count; exponent += 1) {
    const next = divisor.concat(0);
    for (let index = 0; index < divisor.length; index += 1) next[index + 1] ^= product(divisor[index], POWER[exponent]);
    divisor = next;
  }
  const rest = data.concat(new Array(count).fill(0));
  for (let index = 0; index < data.length; index += 1) {
    const factor = rest[index];
    for (let place = 0; factor && place <= count; place += 1) rest[index + place] ^= product(divisor[place], factor);
  }
  return rest.slice(data.length);
}

/** Data and correction, interleaved. @param {number[]} bytes @param {number} version */
function message(bytes, version) {
  const bits = [];
  const put = (value, length) => {
    for (let bit = length - 1; bit >= 0; bit -= 1) bits.push((value >> bit) & 1);
  };
  const room = capacity(version) * 8;
  put(4, 4);
  put(bytes.length, version < 10 ? 8 : 16);
  bytes.forEach((byte) => put(byte, 8));
  put(0, Math.min(4, room - bits.length));
  while (bits.length % 8) bits.push(0);
  for (let pad = 0xec; bits.length < room; pad ^= 0xfd) put(pad, 8);
  const data = [];
  for (let index = 0; index < bits.length; index += 8) data.push(parseInt(bits.slice(index, index + 8).join(''), 2));
  const count = BLOCKS[version - 1];
  const short = Math.floor(data.length / count);
  const long = data.length % count;
  const blocks = [];
  for (let index = 0, start = 0; index < count; index += 1) {
    const end = start + short + (index >= count - long ? 1 : 0);
    blocks.push(data.slice(start, end));
    start = end;
  }
  const corrections = blocks.map((block) => remainder(block, CORRECTION[version - 1]));
  const result = [];
  for (let index = 0; index <= short; index += 1) blocks.forEach((one) => index < one.length && result.push(one[index]));
  for (let index = 0; index < CORRECTION[version - 1]; index += 1) corrections.forEach((one) => result.push(one[index]));
  return result;
}

/** Centres of the alignment patterns. @param {number} version */
function alignments(version) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const result = [6];
  for (let position = version * 4 + 10; result.length < count; position -= step) result.splice(1, 0, position);
  return result;
}

const MASKS = [
  (x, y) => (x + y) % 2,
  (x, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

/** A number with the remainder of its division behind it (BCH). */
function withCheck(value, generator, length) {
  let rest = value;
  for (let bit = 0; bit < length; bit += 1) rest = (rest << 1) ^ ((rest >> (length - 1)) * generator);
  return (value << length) | rest;
}

/**
 * Everything but the data; undefined where data goes.
 * @param {number} version
 * @param {number} mask
 */
function patterns(version, mask) {
  const size = version * 4 + 17;
  const grid = [];
  for (let y = 0; y < size; y += 1) grid.push(new Array(size));
  const set = (x, y, isDark) => {
    if (x >= 0 && y >= 0 && x < size && y < size) grid[y][x] = isDark ? 1 : 0;
  };
  const centres = alignments(version);
  centres.forEach((cy, row) => centres.forEach((cx, column) => {
    const last = centres.length - 1;
    if ((row === 0 && (column === 0 || column === last)) || (row === last && column === 0)) return;
    for (let dy = -2; dy <= 2; dy += 1) {
      for (let dx = -2; dx <= 2; dx += 1) set(cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
    }
  }));
  for (let index = 8; index < size - 8; index += 1) {
    set(6, index, index % 2 === 0);
    set(index, 6, index % 2 === 0);
  }
  [[3, 3], [size - 4, 3], [3, size - 4]].forEach(([cx, cy]) => {
    for (let dy = -4; dy <= 4; dy += 1) {
      for (let dx = -4; dx <= 4; dx += 1) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy));
        set(cx + dx, cy + dy, ring !== 2 && ring !== 4);
      }
    }
  });
  // Level M is 0.
  const format = withCheck(mask, 0x537, 10) ^ 0x5412;
  for (let bit = 0; bit < 15; bit += 1) {
    const isDark = (format >> bit) & 1;
    set(8, bit < 6 ? bit : bit < 8 ? bit + 1 : size - 15 + bit, isDark);
    set(bit < 8 ? size - 1 - bit : bit === 8 ? 7 : 14 - bit, 8, isDark);
  }
  set(8, size - 8, true);
  if (version >= 7) {
    const bits = withCheck(version, 0x1f25, 12);
    for (let bit = 0; bit < 18; bit += 1) {
      const [a, b] = [size - 11 + (bit % 3), Math.floor(bit / 3)];
      set(a, b, (bits >> bit) & 1);
      set(b, a, (bits >> bit) & 1);
    }
  }
  return grid;
}

/** @param {number[][]} grid @param {number[]} data @param {number} mask */
function fill(grid, data, mask) {
  const size = grid.length;
  let bit = 0;
  for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2) {
    const isUp = ((right + (right < 6 ? 2 : 1)) & 2) === 0;
    for (let step = 0; step < size; step += 1) {
      const y = isUp ? size - 1 - step : step;
      for (let x = right; x > right - 2; x -= 1) {
        if (grid[y][x] !== undefined) continue;
        const value = bit < data.length * 8 ? (data[bit >> 3] >> (7 - (bit & 7))) & 1 : 0;
        grid[y][x] = value ^ (MASKS[mask](x, y) === 0 ? 1 : 0);
        bit += 1;
      }
    }
  }
  return grid;
}

/** How badly a reader would do: the standard's four rules. @param {number[][]} grid */
function penalty(grid) {
  const size = grid.length;
  let result = 0;
  let dark = 0;
  for (let line = 0; line < size; line += 1) {
    for (const text of [grid[line].join(''), grid.map((row) => row[line]).join('')]) {
      (text.match(/0{5,}|1{5,}/g) || []).forEach((run) => (result += run.length - 2));
      for (let at = 0; at + 11 <= size; at += 1) {
        const piece = text.slice(at, at + 11);
        if (piece === '10111010000' || piece === '00001011101') result += 40;
      }
    }
  }
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      dark += grid[y][x];
      if (x && y && grid[y][x] === grid[y][x - 1] && grid[y][x] === grid[y - 1][x] && grid[y][x] === grid[y - 1][x - 1]) {
        result += 3;
      }
    }
  }
  return result + Math.floor(Math.abs((dark * 20) / (size * size) - 10)) * 10;
}

/**
 * @param {string} text
 * @returns {number[][]|null} rows of modules, 1 dark, without the quiet zone; null when it is too long
 */
function encode(text) {
  const bytes = utf8(text);
  let version = 1;
  while (version <= 40 && bytes.length + (version < 10 ? 2 : 3) > capacity(version)) version += 1;
  if (version > 40) return null;
  const data = message(bytes, version);
  let best = null;
  let least = Infinity;
  for (let mask = 0; mask < 8; mask += 1) {
    const grid = fill(patterns(version, mask), data, mask);
    const score = penalty(grid);
    if (score < least) {
      least = score;
      best = grid;
    }
  }
  return best;
}

/**
 * Draws on a canvas of the page, black on white in either look: readers want it so.
 * @param {string} selector
 * @param {string} text
 */
function draw(selector, text) {
  const grid = encode(text);
  if (!grid) return;
  wx.createSelectorQuery()
    .select(selector)
    .fields({ node: true, size: true })
    .exec(function (found) {
      if (!found[0] || !found[0].node) return;
      const canvas = found[0].node;
      const side = grid.length + 8;
      const scale = Math.max(4, Math.floor(960 / side));
      canvas.width = side * scale;
      canvas.height = side * scale;
      const context = canvas.getContext('2d');
      context.fillStyle = '#ffffff';
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.fillStyle = '#000000';
      grid.forEach((row, y) => row.forEach((isDark, x) => {
        if (isDark) context.fillRect((x + 4) * scale, (y + 4) * scale, scale, scale);
      }));
    });
}

module.exports = { encode, draw };
