const sum = 1 + 1;
Page({ go() {} });
