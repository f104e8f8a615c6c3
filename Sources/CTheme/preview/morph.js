'use strict';

/**
 * Makes a page that is open the page as it was printed anew. Three trees: what the server sent before, what it sends now,
 * and the document as scripts and the reader have left it. Only what differs between the first two is done to the third,
 * so focus, text in forms, open details and what a script added stay.
 */
(function (root) {
  /** Whether two nodes of the server's trees are the same thing, perhaps changed. */
  function isSame(a, b) {
    if (a.nodeType !== b.nodeType || a.nodeName !== b.nodeName) return false;
    return a.nodeType !== 1 || a.id === b.id;
  }

  /** Pairs of indexes, rising in both: equal nodes first by the longest common run, then what is alike in between. */
  function align(old, now) {
    const pairs = [];
    let start = 0;
    while (start < old.length && start < now.length && old[start].isEqualNode(now[start])) {
      pairs.push([start, start]);
      start += 1;
    }
    let end = 0;
    while (end < old.length - start && end < now.length - start && old[old.length - 1 - end].isEqualNode(now[now.length - 1 - end])) end += 1;
    let from = start;
    for (let at = start; at < now.length - end; at += 1) {
      let found = -1;
      for (let index = from; index < old.length - end && index < from + 200; index += 1) {
        if (old[index].isEqualNode(now[at])) {
          found = index;
          break;
        }
      }
      if (found < 0 && from < old.length - end && isSame(old[from], now[at])) {
        // Alike: unless the old one is still to come as it is.
        const isLater = now.slice(at + 1, Math.min(now.length - end, at + 200)).some((one) => one.isEqualNode(old[from]));
        if (!isLater) found = from;
      }
      if (found < 0) continue;
      pairs.push([found, at]);
      from = found + 1;
    }
    for (; end > 0; end -= 1) pairs.push([old.length - end, now.length - end]);
    return pairs;
  }

  /** The node of the document for each child of the server's old tree; what scripts added has none. */
  function counterparts(live, old) {
    const nodes = [...live.childNodes];
    let at = 0;
    return [...old.childNodes].map((child) => {
      for (let index = at; index < nodes.length; index += 1) {
        if (!isSame(nodes[index], child)) continue;
        if (child.nodeType === 3 && nodes[index].data !== child.data && nodes.slice(index + 1).some((one) => one.nodeType === 3 && one.data === child.data)) continue;
        at = index + 1;
        return nodes[index];
      }
      return null;
    });
  }

  /** Another sheet beside the old one, which goes when the new one is there: nothing is ever unstyled. */
  function swapSheet(old, fresh) {
    old.isReplaced = true;
    const done = () => {
      old.remove();
      old.ownerDocument.dispatchEvent(new CustomEvent('offprint:changed', { detail: { style: fresh.href } }));
    };
    fresh.addEventListener('load', done);
    fresh.addEventListener('error', () => fresh.remove());
    old.after(fresh);
  }

  /**
   * @param {Element} live in the document
   * @param {Element} old as it was sent
   * @param {Element} now as it is sent
   * @param {{added: Node[], replaced: number}} report
   */
  function morph(live, old, now, report) {
    if (live.localName === 'link' && live.rel === 'stylesheet' && old.getAttribute('href') !== now.getAttribute('href')) {
      return swapSheet(live, live.ownerDocument.importNode(now));
    }
    for (const { name } of [...old.attributes]) if (!now.hasAttribute(name)) live.removeAttribute(name);
    for (const { name, value } of [...now.attributes]) if (old.getAttribute(name) !== value) live.setAttribute(name, value);
    const mine = counterparts(live, old);
    const before = [...old.childNodes];
    const after = [...now.childNodes];
    const pairs = align(before, after);
    const kept = new Map(pairs.map(([index, at]) => [at, index]));
    const isKept = new Set(kept.values());
    // What was moved among its neighbours is known by its id.
    const moved = new Set();
    after.forEach((node, at) => {
      if (kept.has(at) || !node.id) return;
      const index = before.findIndex((one, other) => !isKept.has(other) && one.id === node.id && isSame(one, node));
      if (index < 0) return;
      kept.set(at, index);
      isKept.add(index);
      moved.add(at);
    });
    before.forEach((node, index) => {
      if (!isKept.has(index) && mine[index]) mine[index].remove();
    });
    let place = null;
    // From the end, so that each new node knows what it stands before.
    for (let at = after.length - 1; at >= 0; at -= 1) {
      const index = kept.get(at);
      const node = index === undefined ? null : mine[index];
      if (node) {
        if (moved.has(at)) live.insertBefore(node, place);
        if (!before[index].isEqualNode(after[at])) {
          if (node.nodeType === 1) morph(node, before[index], after[at], report);
          else node.data = after[at].data;
          report.replaced += 1;
        }
        place = node;
        continue;
      }
      const fresh = live.ownerDocument.importNode(after[at], true);
      live.insertBefore(fresh, place);
      report.added.push(fresh);
      place = fresh;
    }
  }

  /** A script that runs; data that a page carries for programs (JSON-LD) is morphed like anything else. */
  const runs = (script) => !script.type || script.type === 'module' || /\b(java|ecma)script\b/i.test(script.type);
  /** Scripts and style sheets of a page, in order: when the first differ, only a reload will do. */
  const scripts = (page) => [...page.querySelectorAll('script')].filter(runs).map((one) => one.outerHTML).join('\n');

  /**
   * @param {Document} document
   * @param {Document} old @param {Document} now
   * @returns {null | {added: Node[], replaced: number}} null when the page must be loaded again
   */
  function morphPage(document, old, now) {
    if (scripts(old) !== scripts(now)) return null;
    const report = { added: [], replaced: 0 };
    const line = [...document.querySelectorAll('main *')].find((one) => one.getBoundingClientRect().bottom > 0 && !one.children.length);
    const stood = line && line.getBoundingClientRect().top;
    morph(document.documentElement, old.documentElement, now.documentElement, report);
    if (line && line.isConnected) {
      const moved = line.getBoundingClientRect().top - stood;
      if (Math.abs(moved) > 0.5 && scrollY > 0) scrollBy({ top: moved, behavior: 'instant' });
    }
    return report;
  }

  const api = { morph, morphPage, swapSheet };
  if (typeof module === 'object' && module.exports) module.exports = api;
  else root.OffprintPreview = Object.assign(root.OffprintPreview || {}, api);
})(this);
