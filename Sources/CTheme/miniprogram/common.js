'use strict';

const settings = require('./settings.js');
const site = require('./site.js');

/** What a tap needs comes with the first tap: showing a page needs little script. */
const actions = () => require('./actions.js');
const panel = () => require('./panel.js');

/** Opened in moments: this page alone, nothing leads away from it. */
function isSinglePage() {
  return wx.getLaunchOptionsSync().scene === 1154;
}

/**
 * Gives a page the look that the reader chose; nothing when it has it already.
 * @param {object} page
 */
function dress(page) {
  const chosen = settings.get();
  const look = chosen.look + chosen.size;
  const worn = page.worn || 'system2';
  page.worn = look;
  if (look === worn) return;
  const looks = require('./look.js');
  page.setData({ look: looks.style() });
  if (look.slice(0, -1) !== worn.slice(0, -1)) looks.paintBars(site.tabs.indexOf('/' + page.route) >= 0);
}

/** Handlers that every page has. */
const handlers = {
  onShow() {
    dress(this);
  },
  /** A link was tapped. */
  go(event) {
    actions().go(this, event.currentTarget.dataset);
  },
  jump(id) {
    actions().jump(id);
  },
  /** Closes whatever lies above the page. */
  closeSheet() {
    this.setData({ sheet: null, panel: null, drawer: null });
  },
  copySheet() {
    if (this.data.sheet) actions().copyText(this.data.sheet.text);
  },
  showCode() {
    actions().showCode(this);
  },
  openPanel() {
    panel().open(this);
  },
  setSize(event) {
    panel().setSize(this, event.currentTarget.dataset);
  },
  setLook(event) {
    panel().setLook(this, event.currentTarget.dataset.k);
  },
  /** Keeps a swipe on the shade from moving the page below. */
  hold() {},
};

module.exports = { handlers, dress, isSinglePage };
