'use strict';

App({
  /** A page that is no longer there (an old link, another package): the home list takes its place. */
  onPageNotFound() {
    wx.switchTab({ url: '/pages/home/index' });
  },
});
