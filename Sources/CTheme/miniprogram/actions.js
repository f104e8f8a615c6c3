'use strict';

const site = require('./site.js');
const words = require('./words.js');

/**
 * Where something that can be tapped leads.
 * @typedef {object} Link
 * @property {string} [p] page of the mini-program; in package p000 when it is not in this edition
 * @property {string} [h] id on that page, or on this one when there is no page; empty for its top
 * @property {string} [u] web address: a path of the site, or an address elsewhere
 */

/** Pages that may lie on top of each other. */
const STACK_LIMIT = 10;
/** The longest address that is also shown as a code, in characters. */
const CODE_LIMIT = 1000;

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
      toast(words.copyFailed);
    },
  });
}

/**
 * Shows words above the page; a web address also as a code that another phone reads.
 * @param {object} page
 * @param {string} title
 * @param {string} text
 */
function show(page, title, text) {
  const isAddress = /^https?:\/\//.test(text) && text.length <= CODE_LIMIT;
  page.setData({
    sheet: {
      title: title,
      text: text,
      copy: words.copy,
      close: words.close,
      qr: isAddress ? words.qr : '',
    },
  });
}

/** The sheet's address as a code, drawn here. @param {object} page */
function showCode(page) {
  const sheet = page.data.sheet;
  if (sheet) page.setData({ 'sheet.drawn': true }, () => require('./qr.js').draw('#qr', sheet.text));
}

/**
 * @param {object} page
 * @param {Link} link
 */
function openPage(page, link) {
  const path = link.p;
  if (path.indexOf('/p000/') === 0) return show(page, words.missing, absolute(link.u || ''));
  const bare = path.split('?')[0];
  const joint = path.indexOf('?') < 0 ? '?' : '&';
  const options = {
    url: link.h ? path + joint + 'at=' + link.h : path,
    // In moments a page may lead nowhere: the address is what is left.
    fail() {
      show(page, words.address, absolute(link.u || '/'));
    },
  };
  if (site.tabs.indexOf(bare) >= 0) wx.switchTab(Object.assign(options, { url: bare }));
  else if (getCurrentPages().length >= STACK_LIMIT) wx.redirectTo(options);
  else wx.navigateTo(options);
}

/**
 * @param {object} page
 * @param {string} address
 */
function openAddress(page, address) {
  if (address.indexOf('tel:') === 0) return wx.makePhoneCall({ phoneNumber: address.slice(4), fail() {} });
  if (address.indexOf('mailto:') === 0) return show(page, words.mail, address.slice(7).split('?')[0]);
  show(page, words.address, absolute(address));
}

/**
 * Follows a link.
 * @param {object} page
 * @param {Link} link
 */
function go(page, link) {
  if (link.p) openPage(page, link);
  else if (link.h !== undefined) page.jump(link.h);
  else openAddress(page, link.u || '');
}

/** Scrolls the page on top to an id, or to its beginning. @param {string} id */
function jump(id) {
  if (id) wx.pageScrollTo({ selector: '#' + id, offsetTop: -12, duration: 200, fail() {} });
  else wx.pageScrollTo({ scrollTop: 0, duration: 200 });
}

module.exports = { absolute, toast, copyText, show, showCode, go, jump };
