const a = [1, 2;
Page({ go() {} });
