'use strict';

App({
  /**
   * A page that is no longer there: an article shared from an earlier release is found by its name; for anything else
   * the home list takes its place.
   * @param {{path: string}} wanted
   */
  onPageNotFound(wanted) {
    const site = require('./site.js');
    const name = String(wanted.path).split('/').pop().split('_')[0];
    let url = '';
    try {
      url = require('./tables.js').pageOf(name);
    } catch (error) {
      // Unreadable tables: the home list.
    }
    if (url && url !== '/' + wanted.path) wx.redirectTo({ url });
    else wx.switchTab({ url: site.tabs[0] });
  },
});
