'use strict';

/** What crosses the bridge from a page's script to its view. */
(function (root) {
  function utf8Length(text) {
    let count = 0;
    for (const character of text) {
      const code = character.codePointAt(0);
      count += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    }
    return count;
  }

  /** Sets `a.b[0].c` in data. */
  function assign(data, path, value) {
    const keys = path.match(/[^.[\]]+/g);
    if (!keys || !/^[\w$-]+(\.[\w$-]+|\[\d+\])*$/.test(path)) throw new Error('setData: bad path ' + path);
    let target = data;
    keys.slice(0, -1).forEach((key, index) => {
      if (target[key] === null || typeof target[key] !== 'object') target[key] = /^\d+$/.test(keys[index + 1]) ? [] : {};
      target = target[key];
    });
    target[keys[keys.length - 1]] = value;
  }

  /** A copy as the bridge makes it; what it would lose is an error. */
  function bridged(value, path) {
    if (value === undefined || typeof value === 'function' || typeof value === 'symbol') {
      throw new Error('setData of ' + typeof value + ' at ' + path);
    }
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map((item, index) => bridged(item, path + '[' + index + ']'));
    const copy = {};
    for (const key of Object.keys(value)) copy[key] = bridged(value[key], path + '.' + key);
    return copy;
  }

  const api = { assign, bridged, utf8Length };
  if (typeof module === 'object' && module.exports) module.exports = api;
  else root.OffprintPreview = Object.assign(root.OffprintPreview || {}, api);
})(this);
