require('../../lib.js');
Page({ go() {} });
