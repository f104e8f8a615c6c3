wx.showToats({ title: 'a' });
Page({ go() {} });
