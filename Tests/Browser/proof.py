"""What a reader does with a page, done in a real browser: each function returns the list of what is wrong."""
import gzip
import re

from axe_playwright_python.sync_playwright import Axe

# Everything WCAG asks at levels A and AA, and nothing that is mere advice.
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}

# Runs before the page's own scripts: what moved without the reader's doing, and what was painted largest.
WATCH = """
window.moved = []; window.largest = null;
new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput && e.value > 0.0005)
  window.moved.push([e.value, (e.sources || []).map(s => s.node && (s.node.className || s.node.nodeName)).join(' ')]) }).observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver(list => { for (const e of list.getEntries()) window.largest = e.element }).observe({ type: 'largest-contentful-paint', buffered: true });
"""


# What an author coloured by hand no theme can make readable on both grounds.
COLOURED = {"exclude": [["font[color]"], [".body [style*=color]"]]}


def accessibility(page):
    found = Axe().run(page, context=COLOURED, options=AXE)
    return [f"axe {v['id']}: {v['help']} at {v['nodes'][0]['target']}: {v['nodes'][0].get('failureSummary', '')[:200]}" for v in found.response["violations"]]


def stillness(page):
    """Scrolls through the page, so that every lazy picture arrives, and asks what moved."""
    page.evaluate("""async () => {
      for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight * 0.8) {
        scrollTo({ top: y, behavior: 'instant' });
        await new Promise(r => requestAnimationFrame(() => setTimeout(r, 30)));
      }
      await Promise.all([...document.images].filter(i => !i.complete).map(i => new Promise(r => { i.onload = i.onerror = r; setTimeout(r, 2000) })));
      scrollTo({ top: 0, behavior: 'instant' });
    }""")
    return moved(page)


def moved(page):
    return [f"moved by {value:.4f}: {what}" for value, what in page.evaluate("window.moved")]


def largest(page):
    """The largest thing painted first is text, where the article has no cover."""
    return page.evaluate("""() => {
      const e = window.largest;
      return e && e.matches('img') && !document.querySelector('img.cover') && !e.closest('main .body > :first-child')
        ? ['the largest paint is a picture: ' + e.src] : [];
    }""")


FOCUS = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const box = e.getBoundingClientRect(), style = getComputedStyle(e);
  return {
    what: e.tagName + '.' + e.className + ' ' + (e.getAttribute('aria-label') || e.textContent.trim()).slice(0, 30),
    ringed: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0,
    seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
  };
}"""


def keyboard(page, limit=60):
    """Skip link first, then every stop is seen and ringed."""
    problems = []
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    # A page that puts the focus somewhere by itself has no first stop.
    focused = page.evaluate("document.activeElement !== document.body")
    page.keyboard.press("Tab")
    first = page.evaluate(FOCUS)
    if not focused and (not first or ".skip" not in first["what"] or not first["seen"]):
        problems.append(f"the first stop is no skip link: {first}")
    for _ in range(limit):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None:
            break
        if stop["what"].startswith(("IFRAME", "AUDIO", "VIDEO")):
            continue
        if not stop["seen"]:
            page.wait_for_timeout(120)
            stop = page.evaluate(FOCUS) or stop
        if not (stop["seen"] and stop["ringed"]):
            problems.append(f"focus is not to be seen: {stop}")
            break
    page.evaluate("document.activeElement.blur()")
    page.evaluate("document.querySelector('.skip').focus()")
    page.keyboard.press("Enter")
    if not page.evaluate("decodeURIComponent(location.hash) === '#' + document.querySelector('main').id"):
        problems.append("the skip link does not lead to the text")
    return problems


def drawer(page, opener, drawer):
    """Opens by keyboard, closes by Escape, and the focus returns."""
    if not page.locator(opener).is_visible():
        return [f"no {opener}"]
    problems = []
    page.locator(opener).focus()
    page.keyboard.press("Enter")
    if not page.locator(drawer).is_visible():
        problems.append(f"{drawer} does not open")
    page.keyboard.press("Tab")
    if not page.evaluate(f"document.activeElement.closest('{drawer}') !== null"):
        problems.append(f"the focus does not go into {drawer}")
    problems += accessibility(page)
    page.keyboard.press("Escape")
    if page.evaluate(f"document.querySelector('{drawer}').matches(':popover-open')"):
        problems.append(f"Escape does not close {drawer}")
    if not page.evaluate(f"document.activeElement === document.querySelector('{opener}')"):
        problems.append(f"the focus does not return to {opener}")
    return problems


def schemes(page):
    """The switch goes through light, dark and the system's; the choice stays and comes before the first paint."""
    problems = []
    ground = "getComputedStyle(document.body).backgroundColor"
    system = page.evaluate(ground)
    seen = [system]
    for _ in range(3):
        page.locator(".scheme").click()
        seen.append(page.evaluate(ground))
    if len(set(seen)) != 2 or seen[0] == seen[1] or seen[3] != system:
        problems.append(f"the switch shows {seen}")
    page.locator(".scheme").click()
    chosen = page.evaluate(ground)
    page.reload(wait_until="commit")
    page.wait_for_selector("main", state="attached")
    if page.evaluate(ground) != chosen:
        problems.append("the choice is forgotten, or comes late")
    page.evaluate("localStorage.clear()")
    return problems


def copying(page, context):
    """The button puts the code alone on the clipboard, numbers and signs left out."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    problems = []
    for index in range(page.locator(".code").count()):
        block = page.locator(".code").nth(index)
        # The source of a diagram is folded away.
        block.evaluate("e => { const fold = e.closest('details'); if (fold) fold.open = true }")
        block.locator(".copy").click()
        page.wait_for_function("i => /Copied|已复制/.test(document.querySelectorAll('.code')[i].querySelector('.copy').textContent)", arg=index)
        text = page.evaluate("navigator.clipboard.readText()")
        if text != block.locator("code").evaluate("e => e.textContent"):
            problems.append(f"code {index} is copied as {text[:60]!r}")
    return problems


def contents(page):
    """An entry leads to its heading and is marked there."""
    problems = []
    links = page.locator(".toc a")
    for index in (0, links.count() - 1):
        link = links.nth(index)
        link.click()
        page.wait_for_timeout(700)
        if not page.evaluate("(() => { const t = document.querySelector(':target'); return t && t.getBoundingClientRect().top < innerHeight })()"):
            problems.append(f"entry {index} leads nowhere")
    page.evaluate("scrollTo({ top: document.querySelector('.body h2:nth-of-type(2)').offsetTop + 200, behavior: 'instant' })")
    page.wait_for_timeout(200)
    if page.locator(".toc [aria-current]").count() != 1:
        problems.append("the contents do not say where one is")
    if not page.locator(".to-top").is_visible() and page.evaluate("scrollY > innerHeight"):
        problems.append("no way back to the top")
    return problems


def pictures(page):
    """By keyboard: opens, turns over, closes, and the focus returns; by click: closes."""
    problems = []
    page.locator("[data-zoom]").first.focus()
    page.keyboard.press("Enter")
    if page.locator(".viewer[open]").count() != 1:
        return ["no picture opens"]
    first = page.locator(".viewer img").get_attribute("src")
    problems += accessibility(page)
    page.keyboard.press("ArrowRight")
    if page.locator(".viewer img").get_attribute("src") == first and page.locator("[data-zoom]").count() > 1:
        problems.append("the arrow does not turn over")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Escape")
    if page.locator(".viewer[open]").count():
        problems.append("Escape does not close the picture")
    if not page.evaluate("document.activeElement === document.querySelector('[data-zoom]')"):
        problems.append("the focus does not return to the picture")
    return problems


def weight(folder):
    """The shell around each article's text, and what styles and scripts weigh on the wire."""
    problems = []
    heaviest = 0
    for file in folder.rglob("index.html"):
        page = file.read_bytes()
        body = re.search(rb'<div class="body"[^>]*>(.*)</div>\s*<footer class="ending">', page, re.S)
        if not body:
            continue
        shell = len(page) - len(body.group(1))
        heaviest = max(heaviest, shell)
        if shell > 15 * 1024:
            problems.append(f"{file.relative_to(folder)}: the shell weighs {shell} bytes")
    files = [folder / "theme" / name for name in ("style.css", "script.js", "search.css", "search.js")]
    packed = sum(len(gzip.compress(f.read_bytes(), 9)) for f in files if f.exists())
    if packed > 40 * 1024:
        problems.append(f"styles and scripts weigh {packed} bytes compressed")
    print(f"heaviest shell {heaviest} bytes, styles and scripts {packed} bytes compressed")
    return problems
