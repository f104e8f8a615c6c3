require('../../p1/a.js');
Page({ go() {} });
