'use strict';

/**
 * One article in both editions beside each other: scrolled together by the place in the source, with what the
 * mini-program says in another way marked in both.
 */
(function (root) {
  const { words, make, live, Phone } = root.OffprintPreview;
  /** The reading line of both windows, as a share of their height: as in `frame.js`. */
  const LINE = 0.2;
  const OUTCOMES = {
    adapted: words('said in another way', '换了写法'), dropped: words('left out', '略去'), 'needs-network': words('needs a network', '需要网络'),
  };
  const MARK = `[data-offprint-mark]{outline:2px dashed #c98a1b;outline-offset:4px}[data-offprint-mark=dropped]{outline-color:#a8321c}`;

  const site = make('iframe', { title: words('Website', '网站') });
  const hold = make('div', 'hold');
  const list = make('section', 'differences');
  const chooser = make('select', { 'aria-label': words('Article', '文章'), onchange: () => openArticle(chooser.value) });
  document.title = words('Side by side', '并排对照') + ' · Offprint';
  document.body.append(make('main', 'pair', make('section', 'site', make('div', { class: 'controls', style: 'padding:10px 16px' }, chooser), site),
    make('section', 'stage', hold), list));
  const phone = new Phone(hold, { storageKey: 'offprint.pair' });
  addEventListener('resize', () => phone.fit());

  /** @type {null | {path: string, site: any[], mini: any[], differences: any[]}} */
  let article = null;
  let leader = null;
  let led = 0;
  let isBooted = false;

  const pathOf = (frame) => decodeURIComponent(frame.contentWindow.location.pathname);
  async function ask(query) {
    const answer = await fetch('/.offprint/article?' + new URLSearchParams(query), { cache: 'no-store' });
    return answer.ok ? answer.json() : null;
  }

  async function openArticle(path) {
    article = await ask({ path });
    if (!article) return;
    chooser.value = path;
    history.replaceState(null, '', '#' + encodeURI(path));
    if (article.site.length && pathOf(site) !== article.address) site.contentWindow.location.replace(encodeURI(article.address));
    const route = article.mini.length ? article.mini[0].page : null;
    if (route && !isBooted) {
      isBooted = true;
      await phone.load({ path: route });
    } else if (route && current() !== route) phone.restart({ launch: { path: route } });
    drawDifferences();
    mark();
  }

  const current = () => (phone.state ? phone.state.stack[phone.state.stack.length - 1].route : '');
  const siteBlocks = () => {
    const body = site.contentDocument && site.contentDocument.querySelector('.body');
    return body ? [...body.children] : [];
  };

  /** The source place of a share of a block, as a byte offset; null where the map has none. */
  function offset(entries, page, position, share) {
    const entry = entries.find((one) => one.page === page && one.position === position);
    return entry ? entry.start + (entry.end - entry.start) * share : null;
  }

  /** Where a byte of the source stands in an edition: the block that holds it, or the last before it. */
  function place(entries, at) {
    let best = null;
    for (const entry of entries) {
      if (entry.start > at || (best && entry.start < best.start)) continue;
      best = entry;
      if (at < entry.end) break;
    }
    if (!best) return entries.length ? { page: entries[0].page, position: 0, share: 0 } : null;
    const share = best.end > best.start ? Math.min(1, (at - best.start) / (best.end - best.start)) : 0;
    return { page: best.page, position: best.position, share };
  }

  function siteWhereabouts() {
    const line = site.contentWindow.innerHeight * LINE;
    const blocks = siteBlocks();
    for (let index = blocks.length - 1; index >= 0; index -= 1) {
      const { top, height } = blocks[index].getBoundingClientRect();
      if (top <= line) return { position: index, share: height ? Math.min(1, (line - top) / height) : 0 };
    }
    return null;
  }

  function showOnSite(at) {
    const wanted = place(article.site, at);
    const block = wanted && siteBlocks()[wanted.position];
    if (!block) return;
    const view = site.contentWindow;
    const { top, height } = block.getBoundingClientRect();
    view.scrollTo({ top: view.scrollY + top + height * wanted.share - view.innerHeight * LINE, behavior: 'instant' });
  }

  function showOnPhone(at) {
    const wanted = place(article.mini, at);
    if (!wanted) return;
    if (wanted.page === current()) phone.send('show', { position: wanted.position, share: wanted.share });
    else {
      wantedOnPhone = wanted;
      phone.send('call', { api: 'redirectTo', options: { url: '/' + wanted.page } });
    }
  }
  let wantedOnPhone = null;

  /** One window leads until it has been still for a moment; the other follows without leading back. */
  function leads(who) {
    const now = performance.now();
    if (leader !== who && now - led < 200) return false;
    leader = who;
    led = now;
    return true;
  }

  function siteScrolled() {
    if (!article || !leads('site')) return;
    const here = siteWhereabouts();
    if (!here) return showOnPhone(0);
    const at = offset(article.site, article.site[0] && article.site[0].page, here.position, here.share);
    if (at !== null) showOnPhone(at);
  }

  phone.addEventListener('scroll', ({ detail }) => {
    if (!article || detail.isFollowing || !leads('phone')) return;
    const at = detail.top < 4 && detail.route === (article.mini[0] || {}).page ? 0 : offset(article.mini, detail.route, detail.position, detail.share);
    if (at === 0) site.contentWindow.scrollTo({ top: 0, behavior: 'instant' });
    else if (at !== null) showOnSite(at);
  });
  phone.addEventListener('state', async () => {
    if (wantedOnPhone && wantedOnPhone.page === current()) {
      const { position, share } = wantedOnPhone;
      wantedOnPhone = null;
      setTimeout(() => phone.send('show', { position, share }), 60);
    }
    // Somebody went on to another article on the phone.
    if (article && !article.mini.some((one) => one.page === current())) {
      const other = await ask({ route: current() });
      if (other) await openArticle(other.path);
    }
    mark();
  });

  function mark() {
    if (!article) return;
    const blocks = siteBlocks();
    const document = site.contentDocument;
    if (document && document.head && !document.getElementById('offprint-mark')) {
      document.head.append(Object.assign(document.createElement('style'), { id: 'offprint-mark', textContent: MARK }));
    }
    for (const one of blocks) delete one.dataset.offprintMark;
    const marks = [];
    for (const difference of article.differences) {
      const here = place(article.site, difference.start);
      if (here && blocks[here.position]) blocks[here.position].dataset.offprintMark = difference.outcome;
      const there = place(article.mini, difference.start);
      if (there && there.page === current()) marks.push({ position: there.position, kind: difference.outcome });
    }
    phone.send('mark', { marks });
  }

  function drawDifferences() {
    list.replaceChildren(make('h3', { style: 'margin:0 0 10px' }, words('Differences', '两个版本的不同') + ' · ' + article.differences.length),
      ...(article.differences.length ? [] : [make('p', 'empty', words('Both editions say everything in the same way.', '两个版本说的完全一样。'))]),
      ...article.differences.map((one) => make('button', {
        class: 'difference', 'data-outcome': one.outcome, onclick: () => {
          led = 0;
          showOnSite(one.start);
          showOnPhone(one.start);
        },
      }, one.construct + ' → ' + one.replacement, make('small', {}, one.edition + ' · ' + OUTCOMES[one.outcome] + ' · ' + words('line ', '第 ') + one.line + words('', ' 行')))));
  }

  site.addEventListener('load', async () => {
    site.contentWindow.addEventListener('scroll', siteScrolled, { passive: true });
    site.contentDocument.addEventListener('offprint:changed', mark);
    const address = pathOf(site);
    if (article && article.address !== address) {
      const other = await ask({ address });
      if (other) await openArticle(other.path);
    }
    mark();
  });

  live.listen({
    async edition({ mini }) {
      if (mini.changed.length + mini.removed.length) await phone.update(mini.changed, mini.removed).catch(() => phone.load());
      if (article) article = (await ask({ path: article.path })) || article;
      drawDifferences();
      setTimeout(mark, 100);
    },
  });

  (async () => {
    const answer = await ask({});
    // An edition of an earlier run lies there, and the build of this one failed: what is wrong lies above this page.
    if (!answer || !answer.articles.length) return live.listen({ edition: () => location.reload() });
    const { articles } = answer;
    chooser.append(...articles.map((one) => make('option', { value: one.path }, one.path)));
    const wanted = decodeURI(location.hash.slice(1));
    await openArticle(articles.some((one) => one.path === wanted) ? wanted : articles[0].path);
  })();
})(this);
