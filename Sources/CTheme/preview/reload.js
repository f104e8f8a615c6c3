'use strict';

/** Live reload of the website's pages: style sheets are swapped, pictures replaced, the page itself morphed. */
(function (root) {
  const { live, morphPage, swapSheet } = root.OffprintPreview;
  /** The page as the server last sent it. @type {Promise<Document|null>} */
  let sent = Promise.resolve(null);
  let isAsked = false;
  let isBusy = false;
  let isWanted = false;

  async function load() {
    const answer = await fetch(location.href, { cache: 'no-cache', headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    page.modified = answer.headers.get('Last-Modified');
    return page;
  }

  /** A path of the site without the one under which it will be published. */
  function below(pathname) {
    const path = decodeURIComponent(pathname).replace(/^\//, '');
    const { basePath } = live.state;
    return basePath && (path + '/').startsWith(basePath + '/') ? path.slice(basePath.length + 1) : path;
  }

  /** The file of the site that this page shows. */
  function file() {
    const path = below(location.pathname);
    return [path, path + 'index.html', path + '/index.html', path + '.html'];
  }

  /** A sheet whose address says nothing of what is in it. */
  function swap(link) {
    const fresh = link.cloneNode();
    const address = new URL(link.href);
    address.searchParams.set('offprint', Date.now());
    fresh.href = address;
    swapSheet(link, fresh);
  }

  const same = (address, names) => {
    const { origin, pathname } = new URL(address, location.href);
    return origin === location.origin && names.has(below(pathname));
  };

  function announce(detail) {
    document.dispatchEvent(new CustomEvent('offprint:changed', { detail }));
  }

  async function change() {
    if (isBusy) {
      isWanted = true;
      return;
    }
    isBusy = true;
    try {
      const old = await sent;
      const now = await load();
      const report = old && morphPage(document, old, now);
      if (!report) return void location.reload();
      sent = Promise.resolve(now);
      announce(report);
    } catch (error) {
      // The server is away: the stream's return brings the page up to date.
    } finally {
      isBusy = false;
    }
    if (isWanted) {
      isWanted = false;
      change();
    }
  }

  live.listen({
    edition({ web }) {
      const names = new Set(web.changed);
      const sheets = [...document.querySelectorAll('link[rel=stylesheet]')].filter((one) => same(one.href, names));
      for (const image of document.images) {
        if (!same(image.currentSrc || image.src, names)) continue;
        const address = new URL(image.src);
        address.searchParams.set('offprint', Date.now());
        image.src = address;
      }
      if ([...document.scripts].some((one) => one.src && same(one.src, names))) return location.reload();
      const isMine = file().some((one) => names.has(one) || web.removed.includes(one));
      // A page that names its sheets by what is in them brings them by itself.
      return Promise.resolve(isMine ? change() : undefined).then(() => {
        for (const one of sheets) if (one.isConnected && !one.isReplaced) swap(one);
      });
    },
    missed: change,
    state() {
      // Once connected: what the server sends now is what is open, unless it changed in between.
      if (!isAsked) {
        isAsked = true;
        sent = load().then((page) => {
          const isOld = page.modified && Math.abs(new Date(document.lastModified) - new Date(page.modified)) >= 1000;
          if (isOld) location.reload();
          return page;
        }, () => null);
        live.base = sent;
      }
    },
  });
})(this);
