'use strict';

/**
 * What the server tells open pages, over one event stream: `state` (diagnostics, findings, packages) after every build and
 * at every connection, `edition` (changed files) after a build that delivered something.
 */
(function (root) {
  const listeners = [];
  const live = {
    /** @type {null | {boot: string, edition: number, diagnostics: any[], findings: any[], packages: any[]}} */
    state: null,
    isConnected: false,
    /** @param {{edition?: Function, state?: Function, missed?: Function, connection?: Function}} one */
    listen(one) {
      listeners.push(one);
      if (live.state && one.state) one.state(live.state);
    },
    /** Opens a place of the source in the author's editor. @param {{file: string, line: number, column: number}} place */
    open(place) {
      const question = new URLSearchParams({ file: place.file, line: place.line, column: place.column });
      fetch('/.offprint/open?' + question, { method: 'POST', headers: { 'X-Offprint': 'open' } }).catch(() => undefined);
    },
  };

  function tell(name, value) {
    for (const one of listeners) if (one[name]) one[name](value);
  }

  function connect() {
    const stream = new EventSource('/.offprint/events');
    stream.addEventListener('state', (event) => {
      const before = live.state;
      live.state = JSON.parse(event.data);
      const isBehind = before && (before.boot !== live.state.boot || live.state.edition > (live.edition || before.edition));
      live.edition = live.state.edition;
      live.isConnected = true;
      tell('connection', true);
      tell('state', live.state);
      // The stream was away while an edition came, or the server is another.
      if (isBehind) tell('missed', live.state);
    });
    stream.addEventListener('edition', (event) => {
      const edition = JSON.parse(event.data);
      live.edition = edition.edition;
      tell('edition', edition);
    });
    stream.addEventListener('error', () => {
      live.isConnected = false;
      tell('connection', false);
      if (stream.readyState === EventSource.CLOSED) {
        stream.close();
        setTimeout(connect, 500);
      }
    });
    addEventListener('pagehide', () => stream.close(), { once: true });
    addEventListener('pageshow', (event) => event.persisted && connect(), { once: true });
  }

  root.OffprintPreview = Object.assign(root.OffprintPreview || {}, { live });
  connect();
})(this);
