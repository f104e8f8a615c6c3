eval('1');
new Function('return 1');
Page({ go() {} });
