'use strict';

const common = require('./common.js');
const settings = require('./settings.js');
const words = require('./words.js');

/** Steps of the text size. */
const SIZES = 6;

/** Shows the steps of the text size and the looks to choose from. @param {object} page */
function open(page) {
  page.setData({
    panel: {
      size: settings.get().size,
      look: settings.get().look,
      steps: Array.from({ length: SIZES }, (none, step) => step),
      title: words.display,
      smaller: words.smaller,
      larger: words.larger,
      looks: [
        { key: 'system', name: words.lookSystem },
        { key: 'light', name: words.lookLight },
        { key: 'dark', name: words.lookDark },
      ],
      close: words.close,
    },
  });
}

/**
 * @param {object} page
 * @param {{n?: string, step?: string}} wanted a size, or a step up or down
 */
function setSize(page, wanted) {
  const size = wanted.step === undefined ? Number(wanted.n) : settings.get().size + Number(wanted.step);
  settings.change({ size: Math.max(0, Math.min(SIZES - 1, size)) });
  common.dress(page);
  page.setData({ 'panel.size': settings.get().size });
}

/**
 * @param {object} page
 * @param {'system'|'light'|'dark'} look
 */
function setLook(page, look) {
  settings.change({ look: look });
  common.dress(page);
  page.setData({ 'panel.look': settings.get().look });
}

module.exports = { open, setSize, setLook };
