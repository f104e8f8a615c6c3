'use strict';

const site = require('./site.js');

/** Tables of the package that were read, by name. @type {Object<string, any>} */
const tables = {};

/** @param {string} name */
function table(name) {
  if (!tables[name]) {
    const text = wx.getFileSystemManager().readFileSync('/data/' + name + '.json', 'utf8');
    tables[name] = JSON.parse(text);
  }
  return tables[name];
}

/** The row of the post at a position of the list of all. @param {number} position */
function row(position) {
  return table('posts-' + Math.floor(position / site.chunk))[position % site.chunk];
}

/** Page of each article by its name, made when first asked for. @type {Object<string, string>|null} */
let pages = null;

/**
 * Where an article is in this release: packages change from one to the next, names do not.
 * @param {string} name
 * @returns {string} page with a slash before it; empty when there is no such article
 */
function pageOf(name) {
  if (!pages) {
    const found = Object.create(null);
    const note = (one) => (found[one[2].split('/').pop()] = '/' + one[2]);
    for (let start = 0; start < site.posts; start += site.chunk) table('posts-' + start / site.chunk).forEach(note);
    table('pages').forEach(note);
    pages = found;
  }
  return pages[name] || '';
}

module.exports = { table, row, pageOf };
