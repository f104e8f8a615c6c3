'use strict';

const site = require('./site.js');

/**
 * Where something that can be tapped leads.
 * @typedef {object} Link
 * @property {string} [p] page of the mini-program; in package p000 when it is not in this edition
 * @property {string} [h] id on that page, or on this one when there is no page; empty for its top
 * @property {string} [u] web address: a path of the site, or an address elsewhere
 */

/** Pages that may lie on top of each other. */
const STACK_LIMIT = 10;

/**
 * The whole web address.
 * @param {string} address
 */
function absolute(address) {
  return address.charAt(0) === '/' ? site.url + address : address;
}

/** @param {string} title */
function toast(title) {
  wx.showToast({ title: title, icon: 'none' });
}

/**
 * Copies after a tap only; the platform may refuse.
 * @param {string} text
 */
function copyText(text) {
  wx.setClipboardData({
    data: text,
    fail() {
      toast(site.words.copyFailed);
    },
  });
}

/**
 * Shows words, or an address that can be copied, above the page.
 * @param {object} page
 * @param {string} title
 * @param {string} text
 */
function show(page, title, text) {
  page.setData({ sheet: { title: title, text: text, copy: site.words.copy, close: site.words.close } });
}

/**
 * @param {object} page
 * @param {Link} link
 */
function openPage(page, link) {
  const path = link.p;
  if (path.indexOf('/p000/') === 0) return show(page, site.words.missing, absolute(link.u || ''));
  const bare = path.split('?')[0];
  if (site.tabs.indexOf(bare) >= 0) return wx.switchTab({ url: bare });
  const joint = path.indexOf('?') < 0 ? '?' : '&';
  const options = {
    url: link.h ? path + joint + 'at=' + link.h : path,
    // Shared to moments, a page may lead nowhere: the address is what is left.
    fail() {
      show(page, site.words.address, absolute(link.u || ''));
    },
  };
  if (getCurrentPages().length >= STACK_LIMIT) wx.redirectTo(options);
  else wx.navigateTo(options);
}

/**
 * @param {object} page
 * @param {string} address
 */
function openAddress(page, address) {
  if (address.indexOf('tel:') === 0) return wx.makePhoneCall({ phoneNumber: address.slice(4), fail() {} });
  const shown = address.indexOf('mailto:') === 0 ? address.slice(7).split('?')[0] : absolute(address);
  show(page, site.words.address, shown);
}

/** Handlers that every page has. */
const handlers = {
  /** A link was tapped. */
  go(event) {
    const link = event.currentTarget.dataset;
    if (link.p) openPage(this, link);
    else if (link.h !== undefined) this.jump(link.h);
    else openAddress(this, link.u || '');
  },
  jump(id) {
    if (id) wx.pageScrollTo({ selector: '#' + id, offsetTop: -12, duration: 200, fail() {} });
    else wx.pageScrollTo({ scrollTop: 0, duration: 200 });
  },
  closeSheet() {
    this.setData({ sheet: null });
  },
  copySheet() {
    if (this.data.sheet) copyText(this.data.sheet.text);
  },
  /** Keeps a tap or a swipe on the sheet from reaching what is below it. */
  hold() {},
};

module.exports = { handlers, absolute, copyText, show, toast };
