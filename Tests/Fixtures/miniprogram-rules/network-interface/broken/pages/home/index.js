wx.request({ url: 'https://example.com' });
Page({ go() {} });
