#!/usr/bin/env python3
"""Opens the built site in a real browser: every kind of page, phone and desktop, light and dark, with and without scripts.

  run.py OUTPUT [SCREENSHOTS]

OUTPUT is a folder that `offprint build` wrote; screenshots go to .build/screenshots unless named. Everything stays on the
loopback address. Exit code 1 when a page logs an error, asks another host for anything, scrolls sideways, has a picture
without size, or shows nothing without scripts.
"""
import functools
import http.server
import pathlib
import sys
import threading
import urllib.parse

from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"
WIDTHS = {"phone": (390, 844), "desktop": (1280, 900)}


class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def serve(folder):
    handler = functools.partial(Handler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}"


def pages(folder):
    """One page of every kind, and every article."""
    wanted = ["", "categories/", "tags/", "archives/", "search/", "404.html"]
    for top in ("posts", "docs", "tags", "categories", "about", "page"):
        found = sorted(p.parent.relative_to(folder).as_posix() + "/" for p in (folder / top).rglob("index.html"))
        wanted += found if top in ("posts", "about") else found[:4]
    return [p for p in dict.fromkeys(wanted) if (folder / p).exists()]


def check(browser, base, path, size, scheme, scripts, shots):
    problems = []
    width, height = WIDTHS[size]
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, java_script_enabled=scripts)
    page = context.new_page()
    page.on("console", lambda m: problems.append(f"console {m.type}: {m.text}") if m.type in ("error", "warning") else None)
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
    page.goto(base + "/" + urllib.parse.quote(path), wait_until="load")
    problems[:] = [p for p in problems if "ERR_FAILED" not in p and "net::ERR" not in p]
    if scripts:
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if overflow > 0:
            problems.append(f"scrolls sideways by {overflow} px")
        bare = page.evaluate("[...document.querySelectorAll('main img')].filter(i => !i.getAttribute('width') && !/^https?:/.test(i.getAttribute('src'))).map(i => i.getAttribute('src'))")
        if bare:
            problems.append(f"pictures without size: {bare}")
        twice = page.evaluate("(() => { const seen = {}, twice = []; for (const e of document.querySelectorAll('[id]')) { if (seen[e.id]) twice.push(e.id); seen[e.id] = 1 } return twice })()")
        if twice:
            problems.append(f"ids used twice: {twice}")
        if not page.evaluate("document.documentElement.lang && document.title"):
            problems.append("no language or title")
    elif not page.locator("main").inner_text().strip():
        problems.append("shows nothing without scripts")
    name = (path.strip("/").replace("/", "_") or "home") + f".{size}.{scheme}" + ("" if scripts else ".noscript") + ".png"
    page.screenshot(path=str(shots / name), full_page=size == "phone")
    context.close()
    return problems


def check_search(browser, base, folder, size, scheme, shots):
    """Chinese by substring, keyboard, highlight, the address, light and dark, phone and desktop; and from `file:`."""
    problems = []
    width, height = WIDTHS[size]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    page.on("console", lambda m: problems.append(f"console {m.type}: {m.text}") if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda e: problems.append(f"script: {e}"))

    def expect(condition, what):
        if not condition:
            problems.append(what)

    loaded = []
    page.on("response", lambda r: loaded.append(r.url) if "/theme/search/" in r.url else None)
    page.goto(base + "/archives/")
    expect(not loaded, f"search files are loaded before anyone searches: {loaded}")
    page.keyboard.press("Control+k")
    page.wait_for_selector("dialog.finder[open] input")
    expect(page.evaluate("document.activeElement.type") == "search", "the dialog opens without the focus in its input")
    # Part of a word that no dictionary would cut out.
    page.keyboard.type("信小程")
    page.wait_for_function("document.querySelector('.finder-list mark')?.innerText === '信小程'")
    expect(page.locator(".finder-status").inner_text().strip(), "no count is said")
    ground = page.evaluate("getComputedStyle(document.querySelector('dialog.finder')).backgroundColor")
    dark = sum(int(v) for v in ground[4:-1].split(",")[:3]) < 384
    expect(dark == (scheme == "dark"), f"the dialog is {ground} in {scheme}")
    overflow = page.evaluate("(() => { const d = document.querySelector('dialog.finder'); return d.scrollWidth - d.clientWidth })()")
    expect(overflow <= 0, f"the dialog scrolls sideways by {overflow} px")
    page.screenshot(path=str(shots / f"search-dialog.{size}.{scheme}.png"))
    page.keyboard.press("ArrowDown")
    first = page.evaluate("document.activeElement.href")
    page.keyboard.press("ArrowDown")
    second = page.evaluate("document.activeElement.href")
    expect(first and second and first != second, f"the arrow keys do not walk: {first} {second}")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.evaluate("document.activeElement.type") == "search", "the arrow keys do not lead back to the input")
    page.keyboard.press("Escape")
    expect(page.locator("dialog.finder[open]").count() == 0, "Escape does not close the dialog")
    page.keyboard.press("/")
    page.wait_for_selector("dialog.finder[open]")
    page.locator(".finder input").fill("没有这种东西嘛")
    page.wait_for_function("document.querySelectorAll('.finder-list li').length === 0 || document.querySelector('.finder-status').innerText.includes('没有')")

    # The page: its address is the query, a hit leads to its section.
    page.goto(base + "/search/?q=" + urllib.parse.quote("双花括号"))
    page.wait_for_selector(".finder-list a")
    expect(page.locator(".finder-field input").input_value() == "双花括号", "the query is not in the input")
    link = page.locator(".finder-list a", has=page.locator(".finder-section")).first
    address = link.get_attribute("href")
    expect("#" in address, f"{address} is no section")
    page.screenshot(path=str(shots / f"search-page.{size}.{scheme}.png"))
    link.click()
    page.wait_for_load_state("load")
    target = page.evaluate("(() => { const t = document.querySelector(':target'); return t && t.innerText })()")
    expect(target, f"{page.url} has no such section")
    page.goto(base + "/search/")
    page.locator(".finder-field input").fill("Markdown")
    page.wait_for_function("location.search === '?q=Markdown'")
    context.close()

    # From the disk, where a page may fetch nothing.
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    page.on("pageerror", lambda e: problems.append(f"from file: {e}"))
    search = folder / "theme" / "search.js"
    empty = shots / "search-from-file.html"
    empty.write_text(
        '<!doctype html><html lang="zh"><meta charset="utf-8"><title>x</title><search data-finder></search>'
        f'<script src="{search.as_uri()}"></script>')
    page.goto(empty.as_uri())
    page.locator("input").fill("小程序")
    page.wait_for_selector(".finder-list a")
    href = page.locator(".finder-list a").first.get_attribute("href")
    expect(pathlib.Path(urllib.parse.unquote(urllib.parse.urlparse(href).path)).is_file(), f"{href} is no file")
    empty.unlink()
    context.close()
    return problems


def main():
    folder = pathlib.Path(sys.argv[1]).resolve() / "web"
    shots = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else ".build/screenshots").resolve()
    shots.mkdir(parents=True, exist_ok=True)
    base = serve(folder)
    passed = failed = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        for path in pages(folder):
            for size in WIDTHS:
                for scheme, scripts in (("light", True), ("dark", True), ("light", False)):
                    if not scripts and size == "phone":
                        continue
                    problems = check(browser, base, path, size, scheme, scripts, shots)
                    if problems:
                        failed += 1
                        for problem in problems:
                            print(f"/{path} {size} {scheme} scripts={scripts}: {problem}")
                    else:
                        passed += 1
        for size in WIDTHS:
            for scheme in ("light", "dark"):
                problems = check_search(browser, base, folder, size, scheme, shots)
                if problems:
                    failed += 1
                    for problem in problems:
                        print(f"search {size} {scheme}: {problem}")
                else:
                    passed += 1
        browser.close()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
