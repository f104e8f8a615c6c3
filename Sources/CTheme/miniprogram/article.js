'use strict';

const common = require('./common.js');
const site = require('./site.js');

/**
 * What a page's script is told of its article; every key but the first two is left out when empty.
 * @typedef {object} Facts
 * @property {string} title
 * @property {string} url path on the site
 * @property {string} [name] of an article in parts
 * @property {number} [part] from 0
 * @property {number} [parts]
 * @property {Object<string, number>} [at] id -> part
 * @property {string[]} [codes] texts to copy
 * @property {number} [c0] number of the first
 * @property {string[]} [images] paths to page through
 * @property {number} [i0] number of the first
 * @property {Object<string, string>} [notes]
 * @property {Object<string, number[]>} [folds] id -> toggles around it: n closed at first, -1-n open
 */

/**
 * Copies a file of the package to where viewers and players can read it; hands over the package's own path when that
 * does not work.
 * @param {string} path
 * @param {(copy: string) => void} done
 * @param {boolean} [again] after room was made
 */
function copyOut(path, done, again) {
  const files = wx.getFileSystemManager();
  const folder = wx.env.USER_DATA_PATH;
  const copy = folder + '/offprint-' + path.split('/').pop();
  files.access({
    path: copy,
    success() {
      done(copy);
    },
    fail() {
      files.readFile({
        filePath: path,
        success(result) {
          files.writeFile({
            filePath: copy,
            data: result.data,
            success() {
              done(copy);
            },
            fail() {
              if (again) return done(path);
              makeRoom(files, folder);
              copyOut(path, done, true);
            },
          });
        },
        fail() {
          done(path);
        },
      });
    },
  });
}

/** Removes earlier copies: the room for them is limited. */
function makeRoom(files, folder) {
  try {
    files.readdirSync(folder).forEach(function (name) {
      if (name.indexOf('offprint-') === 0) files.unlinkSync(folder + '/' + name);
    });
  } catch (error) {
    // Nothing to remove.
  }
}

/**
 * @param {string[]} paths
 * @param {(copies: string[]) => void} done
 */
function copyAllOut(paths, done) {
  const copies = [];
  function next() {
    if (copies.length === paths.length) return done(copies);
    copyOut(paths[copies.length], function (copy) {
      copies.push(copy);
      next();
    });
  }
  next();
}

/**
 * The options of an article's page.
 * @param {Facts} facts
 */
function page(facts) {
  return Object.assign({}, common.handlers, {
    onLoad(query) {
      this.wanted = query && query.at;
      if (this.wanted && facts.at && facts.at[this.wanted] !== undefined) {
        this.openPart(facts.at[this.wanted], this.wanted);
        this.wanted = '';
      }
    },
    onReady() {
      if (this.wanted) this.jump(this.wanted);
    },
    onUnload() {
      if (this.audio) this.audio.destroy();
    },
    openPart(part, id) {
      const folder = '/' + this.route.split('/')[0] + '/';
      const name = part ? facts.name + '_' + (part + 1) : facts.name;
      wx.redirectTo({ url: folder + name + (id ? '?at=' + id : '') });
    },
    /** Another part of the article. */
    part(event) {
      this.openPart(Number(event.currentTarget.dataset.i), '');
    },
    /** Scrolls to an id, in another part and inside closed details too. */
    jump(id) {
      if (id && facts.at && facts.at[id] !== undefined) return this.openPart(facts.at[id], id);
      const changes = {};
      ((facts.folds && facts.folds[id]) || []).forEach(function (fold) {
        if (fold < 0) changes['o' + (-1 - fold)] = false;
        else changes['o' + fold] = true;
      });
      const scroll = common.handlers.jump.bind(this, id);
      if (Object.keys(changes).length) this.setData(changes, scroll);
      else scroll();
    },
    fold(event) {
      const key = 'o' + event.currentTarget.dataset.i;
      this.setData({ [key]: !this.data[key] });
    },
    note(event) {
      const number = Number(event.currentTarget.dataset.i);
      common.show(this, site.words.note + ' ' + (number + 1), (facts.notes && facts.notes[number]) || '');
    },
    /** What an abbreviation stands for. */
    tip(event) {
      const word = event.currentTarget.dataset;
      if (word.a) common.show(this, word.a, word.t);
      else common.toast(word.t);
    },
    copy(event) {
      common.copyText(facts.codes[event.currentTarget.dataset.i - (facts.c0 || 0)]);
    },
    /** Shows an image large, with all others of the page beside it. */
    zoom(event) {
      const number = event.currentTarget.dataset.i - (facts.i0 || 0);
      copyAllOut(facts.images, function (urls) {
        wx.previewImage({
          urls: urls,
          current: urls[number],
          fail() {
            common.toast(site.words.imageFailed);
          },
        });
      });
    },
    play(event) {
      const player = event.currentTarget.dataset;
      const self = this;
      copyOut(player.s, function (copy) {
        if (player.k === 'video') return self.setData({ ['v' + player.i]: copy });
        if (self.audio && self.playing === copy) {
          if (self.audio.paused) self.audio.play();
          else self.audio.pause();
          return;
        }
        if (self.audio) self.audio.destroy();
        self.playing = copy;
        self.audio = wx.createInnerAudioContext();
        self.audio.onError(function () {
          common.toast(site.words.playFailed);
        });
        self.audio.src = copy;
        self.audio.play();
      });
    },
    address() {
      common.show(this, site.words.address, common.absolute(facts.url));
    },
    onShareAppMessage() {
      return { title: facts.title, path: '/' + this.route };
    },
    onShareTimeline() {
      return { title: facts.title };
    },
  });
}

module.exports = { page };
