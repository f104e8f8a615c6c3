exports.big = () => require('./big.js');
