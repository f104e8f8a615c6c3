Page({ go() {}, onShareTimeline() {}, onShareAppMessage() {} });
