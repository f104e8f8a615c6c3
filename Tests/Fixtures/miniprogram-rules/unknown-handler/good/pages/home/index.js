Page(require('./acts'));
