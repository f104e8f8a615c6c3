'use strict';

const palette = require('./palette.js');
const chosen = require('./settings.js');

/** Text sizes by step, times the theme's own. */
const FACTORS = [0.88, 0.94, 1, 1.12, 1.24, 1.41];

/**
 * The style of the page's root for the reader's settings; empty when they are the theme's own.
 * @returns {string}
 */
function style() {
  const settings = chosen.get();
  let text = settings.look === 'system' ? '' : palette[settings.look].style;
  if (settings.size !== 2) {
    Object.keys(palette.sizes).forEach(function (name) {
      text += '--' + name + ':' + Math.round(palette.sizes[name] * FACTORS[settings.size] * 10) / 10 + 'px;';
    });
  }
  return text;
}

/** Failing is no matter: the bars keep the system's look. */
function fail() {}

/**
 * The bars around a page, which no style reaches.
 * @param {boolean} isTab
 */
function paintBars(isTab) {
  const colors = palette[present()];
  wx.setNavigationBarColor({ frontColor: colors.front, backgroundColor: colors.bar, fail });
  wx.setBackgroundColor({ backgroundColor: colors.paper, fail });
  wx.setBackgroundTextStyle({ textStyle: colors.loading, fail });
  if (isTab) wx.setTabBarStyle(Object.assign({ fail }, colors.tabs));
  if (isTab) {
    colors.icons.forEach(function (pair, index) {
      wx.setTabBarItem({ index, iconPath: pair[0], selectedIconPath: pair[1], fail });
    });
  }
}

/** The look that pages have now: the reader's own choice, else the system's. @returns {'light'|'dark'} */
function present() {
  const look = chosen.get().look;
  if (look !== 'system') return look;
  const base = wx.getAppBaseInfo ? wx.getAppBaseInfo() : wx.getSystemInfoSync();
  return base.theme === 'dark' ? 'dark' : 'light';
}

module.exports = { style, paintBars, present };
