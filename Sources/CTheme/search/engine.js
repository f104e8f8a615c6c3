'use strict';

// The query engine of both editions: unchanged in the browser (a plain script) and in the mini-program (a module). It asks
// for the files of the index by name and knows nothing of where they are; the format is described in
// content/docs/search.md.

/**
 * One word, or one run of characters of a script without word spaces, of a query.
 * @typedef {object} Token
 * @property {string} text folded
 * @property {boolean} isRun whether it matches inside other characters; a word matches whole words
 * @property {boolean} isPrefix a word that may be the beginning of a longer one
 * @property {boolean} isLong whether its terms only promise it: the text must be looked at
 * @property {Term[]} all its terms, which all must be there
 * @property {Term[]} terms those of them that the index is asked for
 */

/**
 * What the index is asked for.
 * @typedef {{head: string, tail: string, isOpen: boolean}} Term open: any tail that begins so
 */

/**
 * Text with marks: pairs of text and whether it was searched for.
 * @typedef {[string, boolean][]} Marked
 */

/**
 * One article that was found.
 * @typedef {object} Hit
 * @property {number} id
 * @property {any[]} record the article's line in the index: title, address, tags, and what the edition adds
 * @property {Marked} title
 * @property {Marked} snippet empty when only the title or a tag matches
 * @property {Marked} section title of the section that the snippet is from; empty at the beginning of the article
 * @property {string} anchor id of that section; empty when there is none
 */

(function (publish) {
  const OTHER = 0;
  const LETTER = 1;
  const RUN = 2;

  /** Beginnings of ranges of code points of one kind; the same table as `SearchCharacter.swift`. */
  const RANGES = [
    0x0, OTHER, 0x30, LETTER, 0x3a, OTHER, 0x41, LETTER, 0x5b, OTHER, 0x5f, LETTER, 0x60, OTHER, 0x61, LETTER,
    0x7b, OTHER, 0xaa, LETTER, 0xab, OTHER, 0xb5, LETTER, 0xb6, OTHER, 0xba, LETTER, 0xbb, OTHER, 0xc0, LETTER,
    0xd7, OTHER, 0xd8, LETTER, 0xf7, OTHER, 0xf8, LETTER, 0xe01, RUN, 0xf00, LETTER, 0x1000, RUN, 0x10a0, LETTER,
    0x1780, RUN, 0x1800, LETTER, 0x2000, OTHER, 0x2c00, LETTER, 0x2e00, OTHER, 0x2e80, RUN, 0x3000, OTHER,
    0x3005, RUN, 0x3008, OTHER, 0x3041, RUN, 0x30a0, OTHER, 0x30a1, RUN, 0x30fb, OTHER, 0x30fc, RUN, 0x3130, LETTER,
    0x31a0, RUN, 0x31c0, OTHER, 0x31f0, RUN, 0x3200, OTHER, 0x3400, RUN, 0x4dc0, OTHER, 0x4e00, RUN, 0xa000, LETTER,
    0xac00, RUN, 0xd7b0, LETTER, 0xd800, OTHER, 0xf900, RUN, 0xfb00, LETTER, 0xfe00, OTHER, 0xfe70, LETTER,
    0xfeff, OTHER, 0xff10, LETTER, 0xff1a, OTHER, 0xff21, LETTER, 0xff3b, OTHER, 0xff41, LETTER, 0xff5b, OTHER,
    0xff66, RUN, 0xffa0, LETTER, 0xffe0, OTHER, 0x10000, LETTER, 0x1f000, OTHER, 0x1fb00, LETTER, 0x20000, RUN,
    0x40000, OTHER,
  ];

  /**
   * What a code point is to a search.
   * @param {number} code
   */
  function kind(code) {
    if (code >= 0x4e00 && code < 0xa000) return RUN;
    let low = 0;
    let high = RANGES.length / 2;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (RANGES[middle * 2] <= code) low = middle;
      else high = middle;
    }
    return RANGES[low * 2 + 1];
  }

  /**
   * Lower case, full-width letters and digits as ASCII; every UTF-16 unit keeps its place.
   * @param {string} text
   */
  function fold(text) {
    let result = '';
    let clean = 0;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.codePointAt(index);
      const width = code > 0xffff ? 2 : 1;
      let folded = '';
      if (code < 0x80) {
        if (code >= 0x41 && code <= 0x5a) folded = String.fromCharCode(code + 32);
      } else if (code >= 0xff10 && code <= 0xff5a) {
        if (kind(code) === LETTER) folded = String.fromCharCode(code - 0xfee0).toLowerCase();
      } else if (kind(code) === LETTER) {
        const own = text.substr(index, width);
        const lower = own.toLowerCase();
        if (lower !== own && lower.length === width) folded = lower;
      }
      if (folded) {
        result += text.slice(clean, index) + folded;
        clean = index + width;
      }
      index += width - 1;
    }
    return result + text.slice(clean);
  }

  /** The longest word that is indexed, in code points; longer ones are cut there. */
  const WORD_LIMIT = 48;
  /** Of a query. */
  const TOKEN_LIMIT = 12;
  const QUERY_LIMIT = 160;

  /**
   * The tokens of a query, each once.
   * @param {string} query
   * @returns {Token[]}
   */
  function parse(query) {
    const text = fold(query.slice(0, QUERY_LIMIT));
    /** @type {Token[]} */
    const tokens = [];
    const seen = new Set();
    let points = [];
    let current = OTHER;
    function end(isLast) {
      if (points.length && tokens.length < TOKEN_LIMIT) {
        const isRun = current === RUN;
        if (!isRun) points = points.slice(0, WORD_LIMIT);
        const word = points.join('');
        if (!seen.has(word)) {
          seen.add(word);
          const isPrefix = !isRun && isLast && points.length > 1;
          const isLong = isRun && points.length > 2;
          const all = terms(points, isRun, isPrefix);
          tokens.push({ text: word, isRun: isRun, isPrefix: isPrefix, isLong: isLong, all: all, terms: all });
        }
      }
      points = [];
    }
    for (const point of text) {
      const own = kind(point.codePointAt(0));
      if (own !== current) end(false);
      current = own;
      if (own !== OTHER) points.push(point);
    }
    end(true);
    return tokens;
  }

  /** Candidates that are rather looked at than narrowed down by more terms. */
  const FEW = 12;
  /** Terms of a long run that are asked for in each round: its text is looked at in the end, so fewer do as well. */
  const ROUNDS = [4, 8, 12];

  /**
   * Terms of a token to ask for: all of a few; of many first some that lie apart, then more between them.
   * @param {Term[]} all
   * @param {number} round
   */
  function termsOfRound(all, round) {
    const most = ROUNDS[Math.min(round, ROUNDS.length - 1)];
    if (all.length <= most) return all;
    const result = [];
    for (let index = 0; index < most; index += 1) result.push(all[Math.round((index * (all.length - 1)) / (most - 1))]);
    return result;
  }

  /** The terms of a token, which all must be there. */
  function terms(points, isRun, isPrefix) {
    if (!isRun) return [{ head: points.slice(0, 2).join(''), tail: points.slice(2).join(''), isOpen: isPrefix }];
    if (points.length === 1) return [{ head: points[0], tail: '', isOpen: true }];
    const result = [];
    const seen = new Set();
    for (let index = 0; index + 1 < points.length; index += 1) {
      const pair = points[index] + points[index + 1];
      if (!seen.has(pair)) result.push({ head: points[index], tail: points[index + 1], isOpen: false });
      seen.add(pair);
    }
    return result;
  }

  // The index.

  /** Digits of the numbers in posting lists: the first 27 end a number, the other 28 go on. No letter, so none is a tail. */
  const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&\'()*+,-./:;=>?@[]^`{|}~ ';
  const LAST_DIGITS = 27;
  const MORE_DIGITS = 28;
  const VALUES = [];
  for (let value = 0; value < DIGITS.length; value += 1) VALUES[DIGITS.charCodeAt(value)] = value;

  /** Frequencies that the classes of a posting stand for. */
  const FREQUENCIES = [1, 2.4, 5.5];
  /** Parts of one article that a posting can name. */
  const PARTS = 65536;

  /**
   * Where a term occurs: by article and part; `count` is of the body.
   * @typedef {Map<number, {count: number, isInTitle: boolean, isInTags: boolean}>} Places
   */

  /**
   * Adds a posting list to places.
   * @param {string} text
   * @param {number} index where the list begins
   * @param {Places|null} places null: only find the end
   */
  function readPostings(text, index, places) {
    let at = index;
    let article = -1;
    function number() {
      let result = 0;
      let factor = 1;
      for (;;) {
        const value = VALUES[text.charCodeAt(at)];
        at += 1;
        if (value < LAST_DIGITS) return result + value * factor;
        // Also ends at a damaged list.
        if (value === undefined) return result;
        result += value * factor;
        factor *= MORE_DIGITS;
      }
    }
    while (at < text.length && VALUES[text.charCodeAt(at)] !== undefined) {
      const posting = number();
      article += posting >> 2;
      const own = posting & 3;
      const detail = own === 3 ? number() : own + 1;
      if (!places) continue;
      const frequency = detail & 3;
      const key = article * PARTS + (detail >> 4);
      let place = places.get(key);
      if (!place) places.set(key, (place = { count: 0, isInTitle: false, isInTags: false }));
      if (frequency) place.count += FREQUENCIES[frequency - 1];
      if (detail & 4) place.isInTitle = true;
      if (detail & 8) place.isInTags = true;
    }
    return at;
  }

  /**
   * Where the terms with a head and a tail (or a tail that begins so) occur.
   * @param {string|undefined} text all tails of the head, each with its posting list
   * @param {string} tail
   * @param {boolean} isOpen
   * @param {Places} places
   */
  function readTerms(text, tail, isOpen, places) {
    if (!text) return;
    let at = 0;
    while (at < text.length) {
      const start = at;
      while (at < text.length && VALUES[text.charCodeAt(at)] === undefined) at += 1;
      const own = text.slice(start, at);
      const isWanted = isOpen ? own.startsWith(tail) : own === tail;
      at = readPostings(text, at, isWanted ? places : null);
    }
  }

  /** @param {string} text of one or two code points */
  function hash(text) {
    let value = 0x811c9dc5;
    for (const point of text) value = Math.imul(value ^ point.codePointAt(0), 0x01000193);
    return (value ^ (value >>> 15)) >>> 0;
  }

  /**
   * The name of the file that holds a term.
   * @param {any} manifest
   * @param {{head: string, tail: string, isOpen: boolean}} term
   */
  function fileOf(manifest, term) {
    const count = manifest.wide[term.head];
    // Of a head that fills several files, the common one has the list of all its tails together.
    if (!count || (term.isOpen && !term.tail)) return 't' + (hash(term.head) & (manifest.shards - 1)).toString(16);
    const stem = 'w' + Array.from(term.head, (point) => point.codePointAt(0).toString(16)).join('_') + '-';
    return stem + (hash(Array.from(term.tail).slice(0, 1).join('')) & (count - 1)).toString(16);
  }

  // Ranking: BM25 with the usual constants; a word in the title counts like three in a text of average length.
  const SATURATION = 1.2;
  const LENGTH_WEIGHT = 0.5;
  const TITLE_WEIGHT = 4;
  const TAG_WEIGHT = 2;
  /** Share of a query's weight that an article must hold when none holds all of it. */
  const ENOUGH = 0.5;

  /** An article's length in characters, from its digit in the manifest: two steps a power of two. */
  function length(manifest, article) {
    return Math.pow(2, (manifest.lengths.charCodeAt(article) - 35) / 2) || 1;
  }

  /**
   * What one token says of each article.
   * @typedef {Map<number, {count: number, isInTitle: boolean, isInTags: boolean, parts: number[]}>} Findings
   */

  /**
   * Places that hold every term of a token, by article.
   * @param {Places[]} all
   * @returns {Findings}
   */
  function findings(all) {
    const result = new Map();
    const first = all.reduce((least, places) => (places.size < least.size ? places : least));
    first.forEach(function (_, key) {
      let count = Infinity;
      let isInTitle = true;
      let isInTags = true;
      for (const places of all) {
        const place = places.get(key);
        count = Math.min(count, place ? place.count : 0);
        isInTitle = isInTitle && !!place && place.isInTitle;
        isInTags = isInTags && !!place && place.isInTags;
      }
      if (!count && !isInTitle && !isInTags) return;
      const article = Math.floor(key / PARTS);
      let found = result.get(article);
      if (!found) result.set(article, (found = { count: 0, isInTitle: false, isInTags: false, parts: [] }));
      found.count += count;
      found.isInTitle = found.isInTitle || isInTitle;
      found.isInTags = found.isInTags || isInTags;
      if (count) found.parts.push(key % PARTS);
    });
    return result;
  }

  /** Articles with the sum of what each token is worth there, and how much of the query's weight they hold. */
  function rank(manifest, tokens) {
    const scores = new Map();
    let whole = 0;
    for (const found of tokens) {
      const rarity = Math.log(1 + (manifest.articles - found.size + 0.5) / (found.size + 0.5));
      whole += rarity;
      found.forEach(function (place, article) {
        const lengthening = 1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * length(manifest, article)) / manifest.average;
        const body = (place.count * (SATURATION + 1)) / (place.count + SATURATION * lengthening);
        const worth = body + (place.isInTitle ? TITLE_WEIGHT : 0) + (place.isInTags ? TAG_WEIGHT : 0);
        const entry = scores.get(article) || { article: article, score: 0, share: 0, tokens: 0 };
        entry.score += rarity * worth;
        entry.share += rarity;
        entry.tokens += 1;
        scores.set(article, entry);
      });
    }
    const entries = Array.from(scores.values());
    // Of equals the newer one: articles are numbered in order of their files, which begin with dates.
    entries.sort((left, right) => right.score - left.score || right.article - left.article);
    return { entries: entries, whole: whole };
  }

  // Text.

  /**
   * Positions of a token in folded text.
   * @param {string} text
   * @param {Token} token
   * @param {number} most
   * @returns {number[]}
   */
  function positions(text, token, most) {
    const result = [];
    let at = text.indexOf(token.text);
    while (at >= 0 && result.length < most) {
      if (token.isRun || isWord(text, at, token)) result.push(at);
      at = text.indexOf(token.text, at + 1);
    }
    return result;
  }

  function isWord(text, at, token) {
    const before = at > 0 ? kindBefore(text, at) : OTHER;
    if (before === LETTER) return false;
    const end = at + token.text.length;
    // A word as long as that was cut.
    if (token.isPrefix || Array.from(token.text).length >= WORD_LIMIT) return true;
    return end >= text.length || kind(text.codePointAt(end)) !== LETTER;
  }

  function kindBefore(text, at) {
    const unit = text.charCodeAt(at - 1);
    const isPair = unit >= 0xdc00 && unit < 0xe000 && at > 1;
    return kind(isPair ? text.codePointAt(at - 2) : unit);
  }

  /**
   * Text cut where tokens are.
   * @param {string} text
   * @param {Token[]} tokens
   * @returns {Marked}
   */
  function mark(text, tokens) {
    const folded = fold(text);
    const spans = [];
    for (const token of tokens) {
      for (const at of positions(folded, token, 40)) spans.push([at, at + token.text.length]);
    }
    spans.sort((left, right) => left[0] - right[0]);
    /** @type {Marked} */
    const result = [];
    let end = 0;
    for (const span of spans) {
      if (span[1] <= end) continue;
      const start = Math.max(span[0], end);
      if (start > end) result.push([text.slice(end, start), false]);
      const last = result[result.length - 1];
      if (last && last[1]) last[0] += text.slice(start, span[1]);
      else result.push([text.slice(start, span[1]), true]);
      end = span[1];
    }
    if (end < text.length) result.push([text.slice(end), false]);
    return result;
  }

  /** UTF-16 units of a snippet before the first match, and in all. */
  const LEAD = 24;
  const SNIPPET = 120;

  /** Not inside a pair of surrogates. */
  function whole(text, at) {
    const unit = text.charCodeAt(at);
    return unit >= 0xdc00 && unit < 0xe000 ? at - 1 : at;
  }

  /**
   * The line of a part that says most of a query.
   * @param {string} text
   * @param {Token[]} tokens
   */
  function bestLine(text, tokens) {
    const lines = text.split('\n');
    const folded = fold(text).split('\n');
    let best = -1;
    let most = 0;
    let start = 0;
    folded.forEach(function (line, index) {
      let worth = 0;
      let first = line.length;
      for (const token of tokens) {
        const at = positions(line, token, 1);
        if (!at.length) continue;
        worth += token.text.length;
        first = Math.min(first, at[0]);
      }
      if (worth > most) {
        best = index;
        most = worth;
        start = first;
      }
    });
    return { lines: lines, line: best, worth: most, start: start };
  }

  /**
   * A piece of text around the best match.
   * @returns {Marked}
   */
  function snippet(found, tokens) {
    let text = found.lines[found.line];
    for (let next = found.line + 1; text.length < SNIPPET / 2 && next < found.lines.length; next += 1) {
      text += ' ' + found.lines[next];
    }
    let from = found.start > LEAD * 2 || text.length > SNIPPET ? Math.max(0, found.start - LEAD) : 0;
    from = whole(text, from);
    let to = whole(text, Math.min(text.length, from + SNIPPET));
    // Words are not cut.
    const blank = from ? text.slice(from, found.start).search(/\s/) : -1;
    if (blank >= 0) from += blank + 1;
    const cut = (from ? '…' : '') + text.slice(from, to).replace(/\s+/g, ' ') + (to < text.length ? '…' : '');
    return mark(cut, tokens);
  }

  /**
   * A search engine over the files of an index.
   * @param {{load: (name: string) => Promise<any>}} options `load`: brings a file of the index by its name; may fail
   */
  function create(options) {
    const files = new Map();

    /** @param {string} name */
    function load(name) {
      let file = files.get(name);
      if (!file) {
        if (files.size > 400) files.clear();
        file = options.load(name);
        files.set(name, file);
        file.catch(() => files.delete(name));
      }
      return file;
    }

    /** @returns {Promise<Places>} */
    function places(manifest, term) {
      return load(fileOf(manifest, term)).then(function (shard) {
        const result = new Map();
        readTerms(shard[term.head], term.tail, term.isOpen, result);
        return result;
      });
    }

    /** The article's line; null when this edition does not hold it. */
    function record(manifest, article) {
      const size = manifest.records;
      return load('d' + Math.floor(article / size).toString(16)).then((rows) => rows[article % size] || null);
    }

    /** The text of a part of an article, with its sections. */
    function part(manifest, article, number) {
      if (number) return load('x' + article.toString(16) + '-' + number.toString(16));
      const size = manifest.texts;
      return load('x' + Math.floor(article / size).toString(16)).then((rows) => rows[article % size] || null);
    }

    /**
     * Looks at the text of one article.
     * @returns {Promise<Hit|null>} null when it does not hold what its terms promised
     */
    function confirm(manifest, article, tokens, found) {
      const own = found.map((findings) => findings.get(article));
      return record(manifest, article).then(function (row) {
        if (!row) return null;
        const title = fold(row[0]);
        const tags = fold(row[2] || '');
        const open = new Set();
        tokens.forEach(function (token, index) {
          const place = own[index];
          if (!place || !token.isLong) return;
          const isThere = (place.isInTitle && title.includes(token.text)) || (place.isInTags && tags.includes(token.text));
          if (!isThere) open.add(index);
        });
        // Parts in order of how many tokens they may hold.
        const parts = new Map();
        own.forEach(function (place) {
          if (place) for (const number of place.parts) parts.set(number, (parts.get(number) || 0) + 1);
        });
        const order = Array.from(parts.keys()).sort((left, right) => parts.get(right) - parts.get(left) || left - right);
        const hit = { id: article, record: row, title: mark(row[0], tokens), snippet: [], section: [], anchor: '' };
        let most = 0;
        function next(step) {
          if (step >= order.length || (step && !open.size)) return open.size ? null : hit;
          return part(manifest, article, order[step]).then(function (text) {
            if (text) look(text);
            return next(step + 1);
          });
        }
        function look(text) {
          const best = bestLine(text[0], tokens);
          if (best.worth > most) {
            most = best.worth;
            hit.snippet = snippet(best, tokens);
            const sections = text[1];
            for (let index = 0; index < sections.length && sections[index] <= best.line; index += 3) {
              hit.anchor = sections[index + 1];
              hit.section = hit.anchor ? mark(sections[index + 2] || best.lines[sections[index]], tokens) : [];
            }
          }
          if (!open.size) return;
          const folded = fold(text[0]);
          for (const index of Array.from(open)) if (folded.includes(tokens[index].text)) open.delete(index);
        }
        return next(0);
      });
    }

    /**
     * Articles that hold all of a query; where none does, those that hold most of it.
     * @param {string} query
     * @returns {Promise<Search>}
     */
    function search(query) {
      const tokens = parse(query);
      return load('m').then(function (manifest) {
        function round(number) {
          for (const token of tokens) token.terms = termsOfRound(token.all, number);
          const all = tokens.map((token) => Promise.all(token.terms.map((term) => places(manifest, term))));
          return Promise.all(all).then(function (found) {
            const own = new Search(manifest, fold(query.trim()), tokens, found);
            const isEnough = own.queue.length <= FEW || tokens.every((token) => termsOfRound(token.all, number + 1).length === token.terms.length);
            return isEnough ? own : round(number + 1);
          });
        }
        return round(0);
      });
    }

    /** One query being answered, a few hits at a time. */
    class Search {
      constructor(manifest, text, tokens, places) {
        this.text = text;
        this.manifest = manifest;
        this.tokens = tokens;
        this.places = places;
        /** Whether hits hold only a part of the query. */
        this.isRelaxed = false;
        this.found = places.map(findings);
        const ranked = rank(manifest, this.found);
        this.queue = ranked.entries.filter((entry) => entry.tokens === tokens.length);
        this.hitCount = 0;
      }

      /** Hits that can be counted without their texts; -1 when they cannot. */
      get total() {
        return this.isRelaxed || this.tokens.some((token) => token.isLong) ? -1 : this.queue.length + this.hitCount;
      }

      /** The terms themselves as tokens: what is left when no article holds the whole. */
      relax() {
        this.isRelaxed = true;
        const tokens = [];
        const found = [];
        this.tokens.forEach((token, index) => {
          token.terms.forEach((term, number) => {
            const text = term.head + term.tail;
            tokens.push({ text: text, isRun: token.isRun, isPrefix: token.isPrefix, isLong: false, all: [term], terms: [term] });
            found.push(findings([this.places[index][number]]));
          });
        });
        this.tokens = tokens;
        this.found = found;
        const ranked = rank(this.manifest, found);
        this.queue = ranked.entries.filter((entry) => entry.share >= ranked.whole * ENOUGH);
      }

      /**
       * The next hits, best first; fewer than asked for when there are no more.
       * @param {number} count
       * @returns {Promise<Hit[]>}
       */
      next(count) {
        const hits = [];
        const step = () => {
          if (!this.queue.length && !this.hitCount && !this.isRelaxed && this.tokens.length) this.relax();
          if (hits.length >= count || !this.queue.length) return Promise.resolve(hits);
          const batch = this.queue.splice(0, count - hits.length);
          const answers = batch.map((entry) => confirm(this.manifest, entry.article, this.tokens, this.found));
          return Promise.all(answers).then((confirmed) => {
            // The article that is called what was asked for comes before those that speak of it.
            const isCalled = (hit) => (hit && fold(hit.record[0]) === this.text ? 1 : 0);
            confirmed.sort((left, right) => isCalled(right) - isCalled(left));
            for (const hit of confirmed) {
              if (!hit) continue;
              hits.push(hit);
              this.hitCount += 1;
            }
            return step();
          });
        };
        return step();
      }

      /** Whether `next` may find more. */
      get hasMore() {
        return this.queue.length > 0;
      }
    }

    return { search: search, load: load };
  }

  publish({ create: create, parse: parse, fold: fold, kind: kind, hash: hash, mark: mark });
})(function (api) {
  if (typeof module === 'object' && module && module.exports) module.exports = api;
  else self.OffprintSearch = api;
});
