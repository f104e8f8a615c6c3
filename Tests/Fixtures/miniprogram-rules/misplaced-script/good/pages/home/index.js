const small = require('../../small.js');

Page({ go() {} });
