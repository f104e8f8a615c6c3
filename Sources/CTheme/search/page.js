'use strict';

const common = require('../common.js');
const engine = require('./engine.js');
const settings = require('./settings.js');

/** Hits at a time, and at most: a page of a thousand nodes is slow. */
const STEP = 10;
const MOST = 60;
/** Milliseconds without a key before the search begins. */
const PAUSE = 150;

/** A file of the index, from the package that holds it. */
function load(name) {
  const number = settings.files[name] || 0;
  const folder = number ? 'search' + (number + 1) : 'search';
  const ready = number ? settings.bring[number]() : Promise.resolve();
  return ready.then(function () {
    return new Promise(function (resolve, reject) {
      wx.getFileSystemManager().readFile({
        filePath: '/' + folder + '/' + name + '.json',
        encoding: 'utf8',
        success(result) {
          resolve(JSON.parse(result.data));
        },
        fail: reject,
      });
    });
  });
}

const finder = engine.create({ load: load });

/** Marked text as nodes of a rich-text, which reads entities in its texts. */
function nodes(pieces) {
  return pieces.map(function (piece) {
    const text = { type: 'text', text: piece[0].replace(/&/g, '&amp;') };
    return piece[1] ? { name: 'span', attrs: { class: 'hit' }, children: [text] } : text;
  });
}

/** What the page shows of a hit. */
function row(hit) {
  const record = hit.record;
  return {
    id: hit.id,
    t: nodes(hit.title),
    c: hit.section.length ? nodes([['§ ', false]].concat(hit.section)) : '',
    s: nodes(hit.snippet.length ? hit.snippet : [[(record[2] || '').replace(/\n/g, ' · '), false]]),
    p: '/' + record[1] + (hit.anchor ? '?at=' + hit.anchor : ''),
    u: record[3],
  };
}

module.exports = {
  /** The options of the search page. */
  page() {
    return Object.assign({}, common.handlers, {
      data: { query: '', groups: [], status: '', more: '' },
      onLoad(query) {
        this.turn = 0;
        if (query && query.q) this.begin(decodeURIComponent(query.q));
      },
      onUnload() {
        clearTimeout(this.timer);
        this.turn = -1;
      },
      typed(event) {
        const self = this;
        const value = event.detail.value;
        clearTimeout(this.timer);
        this.timer = setTimeout(function () {
          self.begin(value);
        }, PAUSE);
      },
      entered(event) {
        clearTimeout(this.timer);
        this.begin(event.detail.value);
      },
      clear() {
        this.turn += 1;
        this.asked = '';
        this.setData({ query: '', groups: [], status: '', more: '' });
      },
      /** Answers a query; an answer that comes after the next question is dropped. */
      begin(text) {
        const self = this;
        if (text === this.asked) return Promise.resolve();
        this.asked = text;
        this.turn += 1;
        const own = this.turn;
        this.search = null;
        if (!engine.parse(text).length) {
          this.setData({ query: text, groups: [], status: '', more: '' });
          return Promise.resolve();
        }
        return finder.search(text).then(function (search) {
          if (own !== self.turn) return null;
          return search.next(STEP).then(function (hits) {
            if (own !== self.turn) return;
            self.search = search;
            self.count = hits.length;
            const words = settings.words;
            let status = hits.length ? '' : words.none;
            if (hits.length && search.isRelaxed) status = words.some;
            else if (hits.length && search.total >= 0) status = words.count.replace('#', search.total);
            if (search.manifest.scope === 'titles') status += (status ? ' · ' : '') + words.titles;
            const more = search.hasMore ? words.more : '';
            self.setData({ query: text, groups: [{ id: 0, items: hits.map(row) }], status: status, more: more });
          });
        }).catch(function () {
          if (own !== self.turn) return;
          self.asked = '';
          self.setData({ groups: [], status: settings.words.failed, more: '' });
        });
      },
      more() {
        const self = this;
        const own = this.turn;
        this.setData({ more: '' });
        if (!this.search) return Promise.resolve();
        return this.search.next(STEP).then(function (hits) {
          if (own !== self.turn || !hits.length) return;
          const number = self.data.groups.length;
          self.count += hits.length;
          const goesOn = self.search.hasMore && self.count < MOST;
          self.setData({
            ['groups[' + number + ']']: { id: number, items: hits.map(row) },
            more: goesOn ? settings.words.more : '',
          });
        });
      },
      onShareAppMessage() {
        const query = this.asked ? '?q=' + encodeURIComponent(this.asked) : '';
        return { title: settings.words.search, path: '/' + this.route + query, imageUrl: '/icons/share.png' };
      },
      onShareTimeline() {
        return { title: settings.words.search, imageUrl: '/icons/moment.png' };
      },
    });
  },
};
