'use strict';

const common = require('./common.js');

/** What `reader.js` does; it comes when the article has been painted. */
const LATER = [
  'part', 'openPart', 'jump', 'note', 'tip', 'copy', 'zoom', 'play', 'pauseAudio', 'openDrawer', 'goSection', 'toggleKept',
  'keepPlace', 'resumeReading', 'address',
];

/**
 * The options of an article's page.
 * @param {import('./reader.js').Facts} facts
 * @param {() => import('./reader.js').PartMap} [map] of an article in parts
 */
function page(facts, map) {
  if (map) facts.map = map;
  const options = Object.assign({}, common.handlers, {
    onLoad(query) {
      this.wanted = (query && query.at) || '';
      this.isBack = Boolean(query && query.back);
      this.isSent = Boolean(query && query.sent);
      if (common.isSinglePage()) this.setData({ single: true });
    },
    onReady() {
      require('./reader.js').ready(this, facts);
    },
    onHide() {
      clearTimeout(this.timer);
      if (this.audio) this.pauseAudio();
    },
    onUnload() {
      clearTimeout(this.timer);
      if (this.audio) this.audio.destroy();
    },
    onPageScroll() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.keepPlace(), 500);
    },
    fold(event) {
      const key = 'o' + event.currentTarget.dataset.i;
      this.setData({ [key]: !this.data[key] });
    },
    onShareAppMessage() {
      return { title: facts.title, path: '/' + this.route, imageUrl: facts.image || '/icons/share.png' };
    },
    onShareTimeline() {
      return { title: facts.title, query: '', imageUrl: facts.image || '/icons/moment.png' };
    },
  });
  LATER.forEach(function (name) {
    options[name] = function (argument, other) {
      require('./reader.js')[name](this, facts, argument, other);
    };
  });
  return options;
}

module.exports = { page };
