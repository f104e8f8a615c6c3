'use strict';

/**
 * How the reader wants pages to look, kept on the device.
 * @typedef {object} Settings
 * @property {number} size step of the text size, 0 to 5; 2 is the theme's own
 * @property {'system'|'light'|'dark'} look
 */

const KEY = 'offprint.settings';

/** @type {Settings|null} */
let known = null;

/** @param {any} raw whatever storage holds @returns {Settings} */
function checked(raw) {
  const size = raw ? Number(raw.size) : 2;
  const look = raw && raw.look;
  return { size: size >= 0 && size <= 5 ? Math.floor(size) : 2, look: look === 'light' || look === 'dark' ? look : 'system' };
}

function get() {
  if (!known) {
    let raw = null;
    try {
      raw = wx.getStorageSync(KEY);
    } catch (error) {
      // As if nothing had been kept.
    }
    known = checked(raw);
  }
  return known;
}

/** @param {object} changes */
function change(changes) {
  known = checked(Object.assign({}, get(), changes));
  try {
    wx.setStorageSync(KEY, known);
  } catch (error) {
    // Full or forbidden: remembered until the app ends.
  }
}

module.exports = { get, change };
