'use strict';

/**
 * What a reader leaves on the device beside settings: favourites, what was read and how far. Nothing of it leaves the device.
 * Every list is bounded, newest first; whatever storage holds is checked before use; when storage refuses, what was said
 * lasts as long as the app runs.
 */

/**
 * An article as lists keep it. The name outlives releases; the page's path does not.
 * @typedef {object} Mark
 * @property {string} n name
 * @property {string} t title
 * @property {string} u path on the site
 * @property {number} d when, in milliseconds
 * @property {Place} [place]
 */

/**
 * How far an article was read.
 * @typedef {object} Place
 * @property {number} part
 * @property {string} id of the heading above; empty before the first
 * @property {number} off pixels past it
 * @property {number} share of the part, 0 to 1
 */

const FAVOURITES = 200;
const HISTORY = 100;

/** @type {Object<string, any>} */
const known = {};

/**
 * @template Value
 * @param {string} key
 * @param {(raw: any) => Value} checked makes a good value of anything
 * @returns {Value}
 */
function read(key, checked) {
  if (known[key] === undefined) {
    let raw = null;
    try {
      raw = wx.getStorageSync('offprint.' + key);
    } catch (error) {
      // As if nothing had been kept.
    }
    known[key] = checked(raw);
  }
  return known[key];
}

/** @param {string} key @param {any} value */
function write(key, value) {
  known[key] = value;
  try {
    wx.setStorageSync('offprint.' + key, value);
  } catch (error) {
    // Full or forbidden: remembered until the app ends.
  }
}

/** @param {any} raw @returns {Mark[]} */
function checkedMarks(raw) {
  if (!Array.isArray(raw)) return [];
  return raw.filter((mark) => mark && typeof mark.n === 'string' && typeof mark.t === 'string').slice(0, FAVOURITES);
}

const favourites = () => read('favourites', checkedMarks);
const lately = () => read('history', checkedMarks);

/** @param {string} name */
function isFavourite(name) {
  return favourites().some((mark) => mark.n === name);
}

/**
 * @param {Mark} article
 * @returns {boolean} whether it is one now
 */
function toggleFavourite(article) {
  const others = favourites().filter((mark) => mark.n !== article.n);
  const isNew = others.length === favourites().length;
  write('favourites', (isNew ? [article] : []).concat(others).slice(0, FAVOURITES));
  return isNew;
}

/**
 * @param {string} name
 * @returns {Place|null}
 */
function place(name) {
  const mark = lately().filter((one) => one.n === name)[0];
  const kept = mark && mark.place;
  return kept && typeof kept.id === 'string' && kept.share >= 0 && kept.part >= 0 ? kept : null;
}

/**
 * Puts an article on top of what was read; how far, when nothing new is said, stays.
 * @param {Mark} article
 * @param {Place} [reached]
 */
function visit(article, reached) {
  const at = reached || place(article.n);
  const mark = Object.assign({}, article, at ? { place: at } : {});
  write('history', [mark].concat(lately().filter((one) => one.n !== article.n)).slice(0, HISTORY));
}

function forget() {
  write('history', []);
}

module.exports = { favourites, lately, isFavourite, toggleFavourite, place, visit, forget };
