wx.setStorageSync('a', '1');
Page({ go() {} });
