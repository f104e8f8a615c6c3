'use strict';

// Reads a PNG of four bits a pixel by Node's own inflate and checks every chunk's sum; prints it as JSON:
// node read-picture.js FILE

const fs = require('fs');
const zlib = require('zlib');

function crc32(bytes) {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ -1) >>> 0;
}

const bytes = fs.readFileSync(process.argv[2]);
if (bytes.subarray(0, 8).toString('latin1') !== '\x89PNG\r\n\x1a\n') throw new Error('no PNG');
const chunks = {};
for (let at = 8; at < bytes.length; ) {
  const length = bytes.readUInt32BE(at);
  const name = bytes.toString('latin1', at + 4, at + 8);
  if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== bytes.readUInt32BE(at + 8 + length)) throw new Error('sum of ' + name);
  chunks[name] = bytes.subarray(at + 8, at + 8 + length);
  at += 12 + length;
}
const width = chunks.IHDR.readUInt32BE(0);
const height = chunks.IHDR.readUInt32BE(4);
if (chunks.IHDR.subarray(8).toString('hex') !== '0403000000') throw new Error('IHDR');
const rows = zlib.inflateSync(chunks.IDAT);
const stride = Math.ceil(width / 2) + 1;
if (rows.length !== stride * height) throw new Error('rows');
const pixels = [];
for (let y = 0; y < height; y += 1) {
  if (rows[y * stride] !== 0) throw new Error('filter');
  for (let x = 0; x < width; x += 1) pixels.push((rows[y * stride + 1 + (x >> 1)] >> (x % 2 ? 0 : 4)) & 15);
}
process.stdout.write(JSON.stringify({ width, height, pixels, palette: [...chunks.PLTE], alpha: chunks.tRNS ? [...chunks.tRNS] : [] }));
