'use strict';

const common = require('./common.js');
const store = require('./store.js');
const tables = require('./tables.js');
const words = require('./words.js');

/** Rows in one group: no node has more than sixty children. */
const GROUP = 40;

/** @param {number} time */
function day(time) {
  const date = new Date(time);
  const two = (number) => (number < 10 ? '0' : '') + number;
  return date.getFullYear() + '-' + two(date.getMonth() + 1) + '-' + two(date.getDate());
}

/** A kept article as a row; without a page when this release has none. */
function row(mark) {
  const share = mark.place ? Math.round(mark.place.share * 100) : 0;
  return {
    n: mark.n,
    t: mark.t,
    d: day(mark.d) + (share ? ' · ' + words.read + ' ' + share + '%' : ''),
    p: tables.pageOf(mark.n) || '/p000/' + mark.n,
    u: mark.u || '',
  };
}

/** The options of the page of favourites and of what was read. */
function page() {
  return Object.assign({}, common.handlers, {
    data: { kind: 'favourites', groups: [] },
    onLoad(query) {
      if (query && query.kind === 'history') this.setData({ kind: 'history' });
    },
    onShow() {
      common.handlers.onShow.call(this);
      this.refresh();
    },
    refresh() {
      const marks = this.data.kind === 'history' ? store.lately() : store.favourites();
      const groups = [];
      for (let start = 0; start < marks.length; start += GROUP) {
        groups.push({ id: start, items: marks.slice(start, start + GROUP).map(row) });
      }
      this.setData({ groups: groups, empty: !marks.length });
    },
    choose(event) {
      this.setData({ kind: event.currentTarget.dataset.k });
      this.refresh();
    },
    forget() {
      const self = this;
      wx.showModal({
        content: words.forgetAll,
        confirmText: words.yes,
        cancelText: words.no,
        success(answer) {
          if (!answer.confirm) return;
          store.forget();
          self.refresh();
        },
      });
    },
  });
}

module.exports = { page };
