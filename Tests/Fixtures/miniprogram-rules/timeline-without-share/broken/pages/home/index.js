Page({ go() {}, onShareTimeline() {} });
