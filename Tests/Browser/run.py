#!/usr/bin/env python3
"""Opens the built site in a real browser: every kind of page, phone and desktop, light and dark, with and without scripts.

  run.py OUTPUT [SCREENSHOTS [PROGRAM]]

OUTPUT is a folder that `offprint build` wrote; screenshots go to .build/screenshots unless named. With PROGRAM, the element
fixtures and a site of pictures are built and looked at as well. Everything stays on the
loopback address. Exit code 1 when a page logs an error, asks another host for anything, scrolls sideways, moves by itself,
breaks a rule of WCAG 2 at A or AA, cannot be used by keyboard, weighs too much, or shows nothing without scripts.
"""
import functools
import http.server
import pathlib
import sys
import threading
import urllib.parse

from playwright.sync_api import sync_playwright

import arrival
import elements
import images
import proof
import search

CHROMIUM = "/usr/bin/chromium"
WIDTHS = {"phone": (390, 844), "desktop": (1280, 900)}


class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_):
        """A browser that hangs up is no news."""


def serve(folder):
    handler = functools.partial(Handler, directory=str(folder))
    server = Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}"


def pages(folder):
    """One page of every kind, and every article."""
    wanted = ["", "categories/", "tags/", "archives/", "search/", "404.html"]
    for top in ("posts", "docs", "tags", "categories", "about", "page"):
        found = sorted(p.parent.relative_to(folder).as_posix() + "/" for p in (folder / top).rglob("index.html"))
        wanted += found if top in ("posts", "about") else found[:4]
    return [p for p in dict.fromkeys(wanted) if (folder / p).exists()]


def address(base, path):
    return base + "/" + urllib.parse.quote(path)


def open_page(browser, base, size, scheme, problems, scripts=True):
    """A page that notes every word on the console, every refused answer, and every request that leaves the site."""
    width, height = WIDTHS[size]
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, java_script_enabled=scripts,
        # What glides is nowhere yet when a test looks.
        reduced_motion="reduce")
    page = context.new_page()
    if scripts:
        page.add_init_script(proof.WATCH)
    # What a refused embed says of itself is no word of the site's.
    page.on("console", lambda m: problems.append(f"console {m.type}: {m.text}") if m.type in ("error", "warning") and "net::ERR" not in m.text else None)
    page.on("pageerror", lambda e: problems.append(f"script: {e}"))
    page.on("response", lambda r: problems.append(f"{r.status} {r.url}") if r.status >= 400 else None)

    def guard(route):
        url = route.request.url
        if url.startswith(base + "/") or url.startswith("data:"):
            route.continue_()
        else:
            # An embed is the author's own wish; anything else would be the theme's.
            if route.request.frame == page.main_frame and route.request.resource_type not in ("document", "media"):
                problems.append(f"asks {url}")
            route.abort()

    page.route("**/*", guard)
    return context, page


# Each returns a list of what is wrong; run in the page.
LOOKS = """() => {
  const wrong = [];
  const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (over > 0) {
    const wide = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('pre, .table')).map(e => e.tagName + '.' + e.className);
    wrong.push(`scrolls sideways by ${over} px: ${wide.slice(0, 4)}`);
  }
  for (const i of document.querySelectorAll('main img'))
    if (!i.getAttribute('width') && !/^https?:/.test(i.getAttribute('src'))) wrong.push('picture without size: ' + i.getAttribute('src'));
  const seen = {};
  for (const e of document.querySelectorAll('[id]')) { if (seen[e.id]) wrong.push('id used twice: ' + e.id); seen[e.id] = 1 }
  if (!document.documentElement.lang || !document.title) wrong.push('no language or title');
  return wrong;
}"""


def check(browser, base, path, size, scheme, scripts, shots):
    problems = []
    context, page = open_page(browser, base, size, scheme, problems, scripts)
    page.goto(address(base, path), wait_until="load")
    if scripts:
        problems += page.evaluate(LOOKS)
        if page.locator("article").count():
            problems += proof.largest(page)
        problems += proof.stillness(page)
        problems += proof.accessibility(page)
        if scheme == "light":
            problems += proof.keyboard(page)
    elif not page.locator("main").inner_text().strip():
        problems.append("shows nothing without scripts")
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    name = (path.strip("/").replace("/", "_") or "home") + f".{size}.{scheme}" + ("" if scripts else ".noscript") + ".png"
    page.screenshot(path=str(shots / name), full_page=True)
    context.close()
    return problems


def check_arrival(browser, base, path, size):
    """Nothing that was shown moves while the rest of the page is still on its way."""
    problems = []
    context, page = open_page(browser, base, size, "light", problems)
    page.goto(address(base, path), wait_until="load")
    page.wait_for_timeout(100)
    problems += proof.moved(page)
    context.close()
    return problems


def check_element(browser, base, path, size, scheme, shots):
    """Looks and rules alone: the fixtures' pictures do not exist. The site's own files do, below its path."""
    heard = []
    context, page = open_page(browser, base, size, scheme, heard)
    page.goto(address(base, path), wait_until="load")
    problems = [h for h in heard if h.startswith("script") or "/theme/" in h or h.startswith("asks " + base)]
    problems += [p for p in page.evaluate(LOOKS) if not p.startswith("picture without size")]
    problems += proof.accessibility(page)
    name = "element_" + path.strip("/").split("/")[-1] + f".{size}.{scheme}.png"
    page.screenshot(path=str(shots / name), full_page=True)
    context.close()
    return problems


def check_use(browser, base, size, scheme, shots):
    """The doings of a reader, each on a page that has what it needs."""
    problems = []
    context, page = open_page(browser, base, size, scheme, problems)

    def go(path):
        page.goto(address(base, path), wait_until="load")

    go("")
    problems += proof.schemes(page)
    if size == "phone":
        problems += proof.drawer(page, ".menu-opener", ".menu")
        go("docs/")
        problems += proof.drawer(page, '[popovertarget="o:documents"]', ".sidebar")
        page.locator('[popovertarget="o:contents"]').click()
        page.screenshot(path=str(shots / f"drawer.{size}.{scheme}.png"))
        page.keyboard.press("Escape")
    # A moved page leads on, with what stands behind the address, and with a link for whoever has no scripts.
    page.goto(address(base, "2024/dns.html") + "?a=1#o:main", wait_until="load")
    page.wait_for_url("**/posts/domain-and-dns/**", timeout=5000)
    if not page.url.endswith("/?a=1#o:main"):
        problems.append(f"an old address lost what stood behind it: {page.url}")
    sampler = "posts/writing-markdown/"
    go(sampler)
    if size == "phone":
        problems += proof.drawer(page, '[popovertarget="o:contents"]', ".toc")
    else:
        problems += proof.contents(page)
    go(sampler)
    problems += proof.copying(page, context)
    go("posts/photo-walk/")
    problems += proof.pictures(page)
    page.locator("[data-zoom]").nth(1).click()
    page.wait_for_timeout(200)
    page.screenshot(path=str(shots / f"picture.{size}.{scheme}.png"))
    page.keyboard.press("Escape")
    go(sampler)
    page.emulate_media(media="print")
    hidden = page.evaluate("[...document.querySelectorAll('.masthead, .toc, .shelf, .copy, .to-top, .neighbours')].filter(e => e.getBoundingClientRect().height).map(e => e.className)")
    if hidden:
        problems.append(f"is printed: {hidden}")
    inks = page.evaluate("['body', '.code .keyword'].map(s => getComputedStyle(document.querySelector(s))).map(s => [s.color, s.backgroundColor])")
    if inks[0] != ["rgb(0, 0, 0)", "rgb(255, 255, 255)"] or sum(int(v) for v in inks[1][0][4:-1].split(",")) > 384:
        problems.append(f"is printed in {inks}")
    page.screenshot(path=str(shots / f"print.{size}.{scheme}.png"), full_page=True)
    context.close()
    return problems


def main():
    folder = pathlib.Path(sys.argv[1]).resolve() / "web"
    shots = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else ".build/screenshots").resolve()
    shots.mkdir(parents=True, exist_ok=True)
    base = serve(folder)
    passed = failed = 0

    def count(name, problems):
        nonlocal passed, failed
        for problem in dict.fromkeys(problems):
            print(f"{name}: {problem}", flush=True)
        if problems:
            failed += 1
        else:
            passed += 1

    count("weight", proof.weight(folder))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        for path in pages(folder):
            for size in WIDTHS:
                for scheme, scripts in (("light", True), ("dark", True), ("light", False)):
                    if scripts or size == "desktop":
                        problems = check(browser, base, path, size, scheme, scripts, shots)
                        count(f"/{path} {size} {scheme} scripts={scripts}", problems)
        for size in WIDTHS:
            for scheme in ("light", "dark"):
                count(f"use {size} {scheme}", check_use(browser, base, size, scheme, shots))
                found = search.check_search(browser, base, folder, WIDTHS[size], size, scheme, shots)
                count(f"search {size} {scheme}", found)
        slow = arrival.serve(folder)
        for path in ("", "posts/https-certificates/", "docs/", "archives/"):
            for size in WIDTHS:
                count(f"slow /{path} {size}", check_arrival(browser, slow, path, size))
        if len(sys.argv) > 3:
            count("pictures", images.check(browser, serve, sys.argv[3], shots.parent / "browser-images", shots))
            place = shots.parent / "browser-elements"
            folder, paths = elements.build(sys.argv[3], place)
            base = serve(folder)
            count("search below a path", search.check_below(browser, base + "/blog/"))
            for path in paths:
                for size, scheme in (("phone", "dark"), ("desktop", "light")):
                    problems = check_element(browser, base, path, size, scheme, shots)
                    count(f"element {path} {size} {scheme}", problems)
        browser.close()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
