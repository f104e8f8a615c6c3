'use strict';

const actions = require('./actions.js');
const common = require('./common.js');
const store = require('./store.js');
const words = require('./words.js');

/**
 * What a page's script is told of its article; every key but the first three is left out when empty.
 * @typedef {object} Facts
 * @property {string} title
 * @property {string} url path on the site
 * @property {string} name
 * @property {number} [part] from 0
 * @property {number} [parts]
 * @property {string[]} [folders] of each part, where they lie in several packages
 * @property {() => PartMap} [map] brings what the parts share
 * @property {[number, string, string][]} [outline] level from 0, id, words
 * @property {string} [image] for sharing
 * @property {string[]} [codes] texts to copy
 * @property {number} [c0] number of the first
 * @property {string[]} [images] paths to page through
 * @property {number} [i0] number of the first
 * @property {string[]} [looks] of each image: the look in which alone it is shown, else empty
 * @property {Object<string, string>} [notes]
 * @property {Object<string, number[]>} [folds] id -> toggles around it: n closed at first, -1-n open
 */

/**
 * What the parts of an article share.
 * @typedef {object} PartMap
 * @property {Object<string, number>} at id -> part
 * @property {[number, string, string][]} [outline]
 * @property {string[]} [images] of all parts, where they lie in one package
 * @property {string[]} [looks]
 */

/** Entries in one group of the contents: no node has more than sixty children. */
const GROUP = 48;
/** Above this line of the window a heading has been reached. */
const REACHED = 90;

/** @param {Facts} facts @returns {import('./store.js').Mark} */
function mark(facts) {
  return { n: facts.name, t: facts.title, u: facts.url, d: Date.now() };
}

/**
 * Which heading is the last above the upper part of the window, how far past it the reader is, and how much of the page
 * has been seen.
 * @param {(here: {id: string, off: number, share: number}) => void} done
 */
function whereabouts(done) {
  wx.createSelectorQuery()
    .selectViewport()
    .fields({ size: true, scrollOffset: true })
    .select('.page')
    .boundingClientRect()
    .selectAll('.h1,.h2,.h3,.h4,.h5,.h6')
    .boundingClientRect()
    .exec(function (found) {
      const [view, page, headings] = found;
      const here = { id: '', off: 0, share: 0 };
      if (!view || !page) return done(here);
      here.off = Math.max(0, Math.round(view.scrollTop));
      (headings || []).forEach(function (heading) {
        if (!heading.id || heading.top > REACHED || !heading.height) return;
        here.id = heading.id;
        here.off = Math.round(-heading.top);
      });
      if (page.height > 0) here.share = Math.max(0, Math.min(1, (view.height - page.top) / page.height));
      done(here);
    });
}

/** The article has been painted: to the place asked for, or the offer to go on where the reader was. */
function ready(page, facts) {
  const place = store.place(facts.name);
  const wanted = page.wanted;
  if (store.isFavourite(facts.name)) page.setData({ kept: true });
  if (wanted) page.jump(wanted, page.isSent);
  else if (page.isBack && place) restore(place);
  else if (place && place.share < 0.97 && (place.part !== (facts.part || 0) || place.off > 300 || place.id)) {
    page.setData({ resume: words.resume + ' ' + Math.round(place.share * 100) + '%' });
  }
  if (!common.isSinglePage()) store.visit(mark(facts));
}

/** Remembers how far the reader came. */
function keepPlace(page, facts) {
  whereabouts(function (here) {
    store.visit(mark(facts), { part: facts.part || 0, id: here.id, off: here.off, share: here.share });
    if (page.data.resume) page.setData({ resume: '' });
  });
}

/** On to where the reader was the last time. */
function resumeReading(page, facts) {
  const place = store.place(facts.name);
  page.setData({ resume: '' });
  if (!place) return;
  if (place.part !== (facts.part || 0)) page.openPart(place.part, '?back=1');
  else restore(place);
}

/** @param {import('./store.js').Place} place */
function restore(place) {
  if (!place.id) return wx.pageScrollTo({ scrollTop: place.off, duration: 0 });
  wx.pageScrollTo({ selector: '#' + place.id, offsetTop: place.off, duration: 0, fail() {} });
}

/** Another part takes this one's place. @param {number} number @param {string} query */
function openPart(page, facts, number, query) {
  const folder = '/' + (facts.folders ? facts.folders[number] : page.route.split('/')[0]) + '/';
  wx.redirectTo({
    url: folder + (number ? facts.name + '_' + (number + 1) : facts.name) + query,
    // In moments a page may lead nowhere.
    fail() {
      page.address();
    },
  });
}

function part(page, facts, event) {
  page.openPart(Number(event.currentTarget.dataset.i), '');
}

/**
 * Scrolls to an id, in another part and inside closed details too.
 * @param {object} page
 * @param {Facts} facts
 * @param {string} id
 * @param {boolean} [stays] another part sent here: it is never sent on, should two parts name the other
 */
function jump(page, facts, id, stays) {
  const there = !stays && id && facts.map ? facts.map().at[id] : undefined;
  if (there !== undefined && there !== facts.part) return page.openPart(there, '?at=' + id + '&sent=1');
  const changes = {};
  ((facts.folds && facts.folds[id]) || []).forEach(function (fold) {
    if (fold < 0) changes['o' + (-1 - fold)] = false;
    else changes['o' + fold] = true;
  });
  if (Object.keys(changes).length) page.setData(changes, () => actions.jump(id));
  else actions.jump(id);
}

/** Shows the contents, the present section marked. */
function openDrawer(page, facts) {
  whereabouts(function (here) {
    const entries = (facts.map ? facts.map().outline : facts.outline) || [];
    const groups = [];
    let now = -1;
    entries.forEach(function (entry, index) {
      if (entry[1] === here.id) now = index;
    });
    entries.forEach(function (entry, index) {
      if (index % GROUP === 0) groups.push({ id: index, items: [] });
      const item = { h: entry[1], t: entry[2], l: Math.min(3, entry[0]), k: 'd-' + index, on: index === now };
      groups[groups.length - 1].items.push(item);
    });
    page.setData({
      drawer: {
        title: facts.title,
        groups: groups,
        now: now < 0 ? '' : 'd-' + now,
        empty: entries.length ? '' : words.noContents,
        close: words.close,
      },
    });
  });
}

function goSection(page, facts, event) {
  page.closeSheet();
  page.jump(event.currentTarget.dataset.h);
}

function toggleKept(page, facts) {
  const isKept = store.toggleFavourite(mark(facts));
  page.setData({ kept: isKept });
  actions.toast(isKept ? words.kept : words.unkept);
}

function note(page, facts, event) {
  const number = Number(event.currentTarget.dataset.i);
  actions.show(page, words.note + ' ' + (number + 1), (facts.notes && facts.notes[number]) || '');
}

/** What an abbreviation stands for; a long form in the sheet, which a toast would cut. */
function tip(page, facts, event) {
  const word = event.currentTarget.dataset;
  if (word.a) actions.show(page, word.a, word.t);
  else actions.toast(word.t);
}

function copy(page, facts, event) {
  actions.copyText(facts.codes[event.currentTarget.dataset.i - (facts.c0 || 0)]);
}

/**
 * Shows an image large, with all others of the article beside it; with those of its part where parts lie in several packages.
 */
function zoom(page, facts, event) {
  const all = facts.images ? facts : facts.map();
  const tapped = all.images[event.currentTarget.dataset.i - (facts.i0 || 0)];
  const look = all.looks ? require('./look.js').present() : '';
  const images = all.images.filter((path, index) => !look || !all.looks[index] || all.looks[index] === look);
  require('./media.js').copyAllOut(images, function (urls) {
    wx.previewImage({
      urls: urls,
      current: urls[images.indexOf(tapped)] || urls[0],
      fail() {
        actions.toast(words.imageFailed);
      },
    });
  });
}

function play(page, facts, event) {
  const player = event.currentTarget.dataset;
  require('./media.js').copyOut(player.s, function (copied) {
    if (player.k === 'video') return page.setData({ ['v' + player.i]: copied });
    if (page.audio && page.playing === copied) {
      if (page.audio.paused) page.audio.play();
      else page.audio.pause();
      return;
    }
    if (page.audio) page.audio.destroy();
    page.playing = copied;
    page.audio = wx.createInnerAudioContext();
    page.audio.onError(function () {
      actions.toast(words.playFailed);
    });
    page.audio.src = copied;
    page.audio.play();
  });
}

function pauseAudio(page) {
  if (page.audio && !page.audio.paused) page.audio.pause();
}

function address(page, facts) {
  actions.show(page, words.address, actions.absolute(facts.url));
}

module.exports = {
  ready, keepPlace, resumeReading, openPart, part, jump, openDrawer, goSection, toggleKept, note, tip, copy, zoom, play,
  pauseAudio, address,
};
