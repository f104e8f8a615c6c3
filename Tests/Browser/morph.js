// Property of the morph, run in a browser: whatever was sent before and is sent now, the document becomes the latter, and
// elements that are the same on both sides are the same objects afterwards; what a script added stays.
//   morphProperty(seed, rounds) -> problems
function morphProperty(seed, rounds) {
  const { morph } = window.OffprintPreview;
  const random = () => {
    seed = (seed + 0x6d2b79f5) >>> 0;
    let value = Math.imul(seed ^ (seed >>> 15), seed | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit) => Math.floor(random() * limit);
  const pick = (list) => list[below(list.length)];
  let names = 0;

  function tree(depth) {
    if (!depth || random() < 0.3) return document.createTextNode(pick(['甲', 'a', 'b c', '', 'long text ' + below(5)]));
    const element = document.createElement(pick(['p', 'div', 'span', 'ul', 'li']));
    if (random() < 0.3) element.id = 'n' + (names += 1);
    if (random() < 0.4) element.setAttribute(pick(['class', 'title', 'data-a']), pick(['1', '2']));
    for (let count = below(5); count > 0; count -= 1) element.append(tree(depth - 1));
    element.normalize();
    return element;
  }

  /** A few edits, as an author makes them. */
  function edited(root) {
    const copy = root.cloneNode(true);
    for (let count = 1 + below(4); count > 0; count -= 1) {
      const all = [copy, ...copy.querySelectorAll('*')];
      const one = pick(all);
      switch (below(5)) {
        case 0: one.setAttribute('class', pick(['1', '2', '3'])); break;
        case 1: one.insertBefore(tree(2), pick([null, ...one.childNodes])); break;
        case 2: if (one !== copy) one.remove(); break;
        case 3: if (one.firstChild) one.append(one.firstChild); break;
        default: one.removeAttribute('title'); one.append('x');
      }
      copy.normalize();
    }
    return copy;
  }

  const clean = (root) => {
    const copy = root.cloneNode(true);
    for (const one of copy.querySelectorAll('[data-script]')) one.remove();
    copy.normalize();
    return copy.outerHTML;
  };

  const problems = [];
  for (let round = 0; round < rounds && problems.length < 5; round += 1) {
    const old = document.createElement('main');
    for (let count = 1 + below(6); count > 0; count -= 1) old.append(tree(3));
    old.normalize();
    const now = edited(old);
    const live = old.cloneNode(true);
    const added = [];
    const withScript = random() < 0.5;
    if (withScript) {
      for (const one of [live, ...live.querySelectorAll('*')]) {
        if (random() > 0.2) continue;
        const button = document.createElement('button');
        button.dataset.script = '';
        one.append(button);
        added.push([button, one]);
      }
      live.setAttribute('data-live', 'kept');
    }
    const kept = [...old.children].map((child, index) => [live.children[index], [...now.children].some((one) => one.isEqualNode(child) && child.id)]);
    morph(live, old, now, { added: [], replaced: 0 });
    if (withScript) {
      if (live.getAttribute('data-live') !== 'kept') problems.push('an attribute of a script is gone');
      live.removeAttribute('data-live');
      for (const [button, holder] of added) if (live.contains(holder) && button.parentNode !== holder) problems.push('what a script added is gone');
    }
    for (const [element, isKept] of kept) if (isKept && !live.contains(element)) problems.push('an unchanged element with an id is another: ' + element.outerHTML);
    if (clean(live) !== clean(now)) problems.push(clean(old) + '\n  became ' + clean(live) + '\n  not ' + clean(now));
  }
  return problems;
}
