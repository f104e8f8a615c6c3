wx.showToast({ title: 'a' });
Page({ go() {} });
