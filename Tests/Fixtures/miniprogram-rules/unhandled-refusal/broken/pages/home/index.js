Page({
  go() {
    wx.setClipboardData({ data: 'a', success() {} });
  },
});
