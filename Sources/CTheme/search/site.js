// The search of the website: a dialog, and the page at /search/. Loaded when it is first wanted, after `engine.js`, with
// which it is one file.

(function () {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = new URL('../', script.src);
  const chinese = document.documentElement.lang.startsWith('zh');
  const words = chinese
    ? { search: '搜索', hint: '搜索文章', close: '关闭', none: '没有找到', some: '没有文章含有全部的词，以下含有其中一些',
        more: '更多结果', all: '在搜索页打开', failed: '搜索的文件没能载入', wait: '正在搜索…', count: (n) => n + ' 篇',
        least: (n) => '前 ' + n + ' 篇', titles: '这里只搜索标题、标签和分类' }
    : { search: 'Search', hint: 'Search articles', close: 'Close', none: 'Nothing found',
        some: 'No article has all of these words; these have some', more: 'More results', all: 'Open on the search page',
        failed: 'The files of the search could not be loaded', wait: 'Searching…',
        count: (n) => (n === 1 ? '1 article' : n + ' articles'), least: (n) => 'The first ' + n,
        titles: 'Titles, tags and categories are searched here' };
  /** Hits at a time, and how many of the first are shown before the rest. */
  const STEP = 8;
  const FIRST = 2;

  // Files of the index are scripts that call this, so that they can be read where a page may not fetch (file:).
  const arrived = new Map();
  Object.assign(window, { offprintSearch: (name, data) => arrived.set(name, data) });
  let identity = '';

  function load(name) {
    return new Promise(function (resolve, reject) {
      const element = document.createElement('script');
      const version = name === 'm' ? Math.floor(Date.now() / 60000) : identity;
      element.src = new URL('theme/search/' + name + '.js?v=' + version, root).href;
      element.onerror = () => reject(new Error(name));
      element.onload = function () {
        element.remove();
        const data = arrived.get(name);
        arrived.delete(name);
        if (!data) return reject(new Error(name));
        if (name === 'm') identity = data.identity;
        resolve(data);
      };
      document.head.append(element);
    });
  }

  const engine = OffprintSearch.create({ load: load });

  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const key of Object.keys(attributes)) element.setAttribute(key, attributes[key]);
    element.append(...children);
    return element;
  }

  /** Text with the words that were searched for in `mark`. */
  function marked(name, className, pieces) {
    const children = pieces.map((piece) => (piece[1] ? make('mark', {}, piece[0]) : piece[0]));
    return make(name, { class: className }, ...children);
  }

  function address(hit) {
    const path = hit.record[1];
    const file = location.protocol === 'file:' && (path === '' || path.endsWith('/')) ? 'index.html' : '';
    return new URL(path + file + (hit.anchor ? '#' + encodeURIComponent(hit.anchor) : ''), root).href;
  }

  function row(hit) {
    const link = make('a', { href: address(hit) }, marked('span', 'finder-title', hit.title));
    const about = [hit.record[3], (hit.record[2] || '').split('\n')[0]].filter(Boolean).join(' · ');
    if (hit.section.length) link.append(marked('span', 'finder-section', hit.section));
    if (hit.snippet.length) link.append(marked('span', 'finder-snippet', hit.snippet));
    else if (about) link.append(make('span', { class: 'finder-snippet' }, about));
    return make('li', {}, link);
  }

  /**
   * An input with its results below.
   * @param {Element} place
   * @param {{changed?: (query: string) => void, entered?: (list: HTMLElement) => void}} behaviour
   */
  function panel(place, behaviour) {
    const input = make('input', {
      type: 'search', name: 'q', placeholder: words.hint, 'aria-label': words.search, autocomplete: 'off',
      autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'search', maxlength: '160',
    });
    const status = make('p', { class: 'finder-status', role: 'status' });
    const list = make('ol', { class: 'finder-list' });
    const more = make('button', { type: 'button', class: 'finder-more', hidden: '' }, words.more);
    place.append(make('div', { class: 'finder-field' }, input), status, list, more);
    let turn = 0;
    let timer = 0;
    let current = null;

    function show(hits, isFirst) {
      if (isFirst) list.replaceChildren();
      list.append(...hits.map(row));
      more.hidden = !current.hasMore;
      const shown = list.childElementCount;
      const total = current.total;
      let text = words.none;
      if (shown && current.isRelaxed) text = words.some;
      else if (shown) text = total < 0 && current.hasMore ? words.least(shown) : words.count(total < 0 ? shown : total);
      status.textContent = text;
    }

    function find() {
      const query = input.value;
      const own = (turn += 1);
      if (behaviour.changed) behaviour.changed(query);
      if (!OffprintSearch.parse(query).length) {
        list.replaceChildren();
        more.hidden = true;
        status.textContent = '';
        return;
      }
      const wait = setTimeout(() => { if (own === turn) status.textContent = words.wait; }, 300);
      engine.search(query).then(function (search) {
        if (own !== turn) return null;
        // The best at once, the others as soon as their texts have come.
        return search.next(FIRST).then(function (hits) {
          if (own !== turn) return null;
          current = search;
          show(hits, true);
          return hits.length < FIRST ? [] : search.next(STEP - FIRST);
        }).then(function (hits) {
          if (own !== turn) return;
          show(hits, false);
          if (search.manifest.scope === 'titles') status.textContent += ' · ' + words.titles;
        });
      }).catch(function () {
        if (own === turn) status.textContent = words.failed;
      }).then(() => clearTimeout(wait));
    }

    input.addEventListener('input', function (event) {
      if (event.isComposing) return;
      clearTimeout(timer);
      timer = setTimeout(find, 80);
    });
    input.addEventListener('compositionend', find);
    more.addEventListener('click', function () {
      const own = turn;
      const first = list.childElementCount;
      current.next(STEP).then(function (hits) {
        if (own !== turn) return;
        show(hits, false);
        const next = list.children[first];
        if (next) next.firstElementChild.focus();
      });
    });
    place.addEventListener('keydown', function (event) {
      if (event.isComposing) return;
      const links = Array.from(list.querySelectorAll('a'));
      const at = links.indexOf(document.activeElement);
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (step && (at >= 0 || document.activeElement === input)) {
        event.preventDefault();
        if (at + step < 0) input.focus();
        else if (links[at + step]) links[at + step].focus();
        else if (!more.hidden && step > 0) more.focus();
      } else if (event.key === 'Enter' && document.activeElement === input) {
        event.preventDefault();
        if (behaviour.entered) behaviour.entered(list);
        else find();
      }
    });
    return { input: input, find: find };
  }

  // The dialog.
  let dialog = null;
  let finder = null;

  function open() {
    if (!dialog) {
      const close = make('button', { type: 'button', class: 'finder-close', 'aria-label': words.close }, '✕');
      const all = make('a', { class: 'finder-all', href: new URL('search/', root).href }, words.all);
      dialog = make('dialog', { class: 'finder', 'aria-label': words.search });
      document.body.append(dialog);
      finder = panel(dialog, {
        changed(query) {
          const page = new URL(location.protocol === 'file:' ? 'search/index.html' : 'search/', root);
          page.searchParams.set('q', query);
          all.href = page.href;
          all.hidden = !query;
        },
        entered(list) {
          const first = list.querySelector('a');
          if (first) first.click();
        },
      });
      all.hidden = true;
      dialog.querySelector('.finder-field').append(close);
      dialog.append(all);
      close.addEventListener('click', () => dialog.close());
      // An input of this kind would only be emptied by the first Escape.
      dialog.addEventListener('keydown', function (event) {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        // Some browsers take it for focused a moment longer, and a "/" for typed into it.
        finder.input.blur();
        dialog.close();
      });
      dialog.addEventListener('click', function (event) {
        if (event.target === dialog || (event.target instanceof Element && event.target.closest('.finder-list a'))) dialog.close();
      });
    }
    if (!dialog.open) dialog.showModal();
    finder.input.focus();
    finder.input.select();
  }

  // The page.
  const place = document.querySelector('[data-finder]');
  if (place) {
    const page = panel(place, {
      changed(query) {
        const url = new URL(location.href);
        if (query) url.searchParams.set('q', query);
        else url.searchParams.delete('q');
        // Some browsers do not let a page of a file have another address.
        try { history.replaceState(null, '', url); } catch (_) { /* the address stays */ }
      },
    });
    const query = new URL(location.href).searchParams.get('q') || '';
    page.input.value = query;
    page.input.focus();
    if (query) page.find();
  }

  Object.assign(window, { offprintFinder: { open: place ? () => place.querySelector('input').focus() : open } });
})();
