localStorage.setItem('a', '1');
Page({ go() {} });
