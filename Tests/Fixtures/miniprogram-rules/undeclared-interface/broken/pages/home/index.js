wx.getLocation({ fail() {} });
Page({ go() {} });
