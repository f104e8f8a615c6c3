wx.getLocation({});
Page({ go() {} });
