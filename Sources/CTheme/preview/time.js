'use strict';

(function (root) {
  /** Time that passes when it is told to: nothing happens between two steps of a test. */
  class VirtualTime {
    constructor() {
      this.now = 0;
      this.queue = [];
    }
    schedule(action, milliseconds) {
      const entry = { at: this.now + milliseconds, action };
      this.queue.push(entry);
      return () => {
        this.queue = this.queue.filter((one) => one !== entry);
      };
    }
    /** Lets time pass, and everything happen that is due. @param {number} milliseconds */
    pass(milliseconds) {
      const end = this.now + milliseconds;
      for (let step = 0; ; step += 1) {
        if (step > 10000) throw new Error('something happens again and again');
        const due = this.queue.filter((one) => one.at <= end).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        this.queue = this.queue.filter((one) => one !== due);
        this.now = Math.max(this.now, due.at);
        due.action();
      }
      this.now = end;
    }
  }

  const api = { VirtualTime };
  if (typeof module === 'object' && module.exports) module.exports = api;
  else root.OffprintPreview = Object.assign(root.OffprintPreview || {}, api);
})(this);
