Page({
  go() {
    wx.setClipboardData({ data: 'a', fail() {} });
    wx.setClipboardData({ data: 'a' }).catch(() => {});
  },
});
