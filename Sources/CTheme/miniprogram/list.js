'use strict';

const common = require('./common.js');
const site = require('./site.js');
const tables = require('./tables.js');
const words = require('./words.js');

/** Posts put on a page at once, and at most: a page of a thousand nodes is slow. */
const STEP = 20;
const MOST = 140;

/** The post at a position of the list of all. @param {number} position */
function post(position) {
  const row = tables.row(position);
  return { t: row[0], d: row[1], p: '/' + row[2], u: row[3], s: row[4] || '', pin: row[5] ? words.pinned : '' };
}

/**
 * The options of a page that lists.
 * @param {{title: string, start?: number}} facts `start`: posts that stand in the page already
 */
function page(facts) {
  return Object.assign({}, common.handlers, {
    onLoad(query) {
      this.query = query || {};
      this.title = facts.title;
      this.positions = null;
      this.next = facts.start === undefined ? -1 : facts.start;
      this.count = 0;
      if (this.query.kind) this.list(this.query.kind, this.query.name);
      else if (this.query.from) this.next = Number(this.query.from) || 0;
      if (this.query.kind || this.query.from) this.append();
    },
    /** Prepares the posts of a tag, a category, a year, a series or an author. */
    list(kind, name) {
      const isKnown = site.kinds.indexOf(kind) >= 0;
      const terms = isKnown ? tables.table(kind) : {};
      const row = Object.prototype.hasOwnProperty.call(terms, name) ? terms[name] : null;
      this.next = Number(this.query.from) || 0;
      this.positions = row ? row[1] : [];
      this.title = row ? row[0] : '';
      this.setData({ title: this.title, empty: !row });
      wx.setNavigationBarTitle({ title: this.title || site.title });
    },
    onReachBottom() {
      this.append();
    },
    /** Adds the next posts; past the most, a line that leads to a page with the rest. */
    append() {
      if (this.next < 0) return;
      const all = this.positions;
      const end = Math.min(all ? all.length : site.home, this.next + STEP, this.next + MOST - this.count);
      const changes = {};
      if (end > this.next) {
        const items = [];
        for (let index = this.next; index < end; index += 1) items.push(post(all ? all[index] : index));
        changes['groups[' + this.count / STEP + ']'] = { id: this.next, items: items };
        this.count += STEP;
        this.next = end;
      }
      const total = all ? all.length : site.home;
      const more = this.count >= MOST && this.next < total ? words.more : '';
      if (more) {
        const query = all ? 'kind=' + this.query.kind + '&name=' + this.query.name + '&' : '';
        changes.rest = '/pages/posts/index?' + query + 'from=' + this.next;
        changes.more = more;
      }
      if (Object.keys(changes).length) this.setData(changes);
    },
    onShareAppMessage() {
      const query = Object.keys(this.query).map((key) => key + '=' + this.query[key]).join('&');
      const path = '/' + this.route + (query ? '?' + query : '');
      return { title: this.title || site.title, path: path, imageUrl: '/icons/share.png' };
    },
    onShareTimeline() {
      const query = Object.keys(this.query).map((key) => key + '=' + this.query[key]).join('&');
      return { title: this.title || site.title, query: query, imageUrl: '/icons/moment.png' };
    },
    data: { groups: [] },
  });
}

module.exports = { page };
