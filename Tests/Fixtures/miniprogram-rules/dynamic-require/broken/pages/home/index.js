const name = 'lib';
require('./' + name);
Page({ go() {} });
