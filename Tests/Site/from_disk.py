#!/usr/bin/env python3
"""Opens sites that were printed with --relative in a real browser from the disk, and walks them: links, search, styles.

  from_disk.py WEB...

Leaves with 1 when a page logs an error, asks for anything that is no file of the site, lacks its style, or the search finds
nothing.
"""
import os
import pathlib
import sys

from playwright.sync_api import sync_playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


def walk(browser, web, problems):
    root = web.as_uri() + "/"
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.on("console", lambda m: problems.append(f"{page.url}: {m.type}: {m.text}") if m.type == "error" else None)
    page.on("pageerror", lambda e: problems.append(f"{page.url}: {e}"))
    # Icons are still on their way when the page is left.
    page.on(
        "requestfailed",
        lambda r: None if r.failure == "net::ERR_ABORTED" else problems.append(f"{page.url}: {r.url} {r.failure}"))

    def guard(route):
        if route.request.url.startswith((root, "data:", "blob:")):
            route.continue_()
        elif route.request.frame != page.main_frame:
            # A page that the author has embedded: not the theme's, and not for a test to ask for.
            route.fulfill(status=200, content_type="text/html", body="")
        else:
            problems.append(f"{page.url}: asks for {route.request.url}")
            route.abort()

    page.route("**/*", guard)
    page.goto(root + "index.html")
    waiting, seen = [page.url], set()
    while waiting and len(seen) < 40:
        address = waiting.pop(0)
        if address in seen:
            continue
        seen.add(address)
        page.goto(address)
        if page.evaluate("getComputedStyle(document.body).backgroundColor") in ("rgba(0, 0, 0, 0)", ""):
            problems.append(f"{address}: no style")
        for link in page.eval_on_selector_all("a[href]", "all => all.map(a => a.href.split('#')[0])"):
            if link.startswith(root) and link.endswith(".html") and link not in seen:
                waiting.append(link)
    # The search, from a page deep in the site.
    page.goto(next((a for a in seen if "/posts/" in a), root + "index.html"))
    title = page.locator("h1").first.inner_text().strip()
    word = "".join(c for c in title if "\u4e00" <= c <= "\u9fff")[:2] or title.split()[0]
    page.keyboard.press("/")
    page.fill("input[type=search]", word)
    page.wait_for_selector(".finder-list a", timeout=10000)
    page.locator(".finder-list a").first.click()
    page.wait_for_load_state()
    if not page.url.split("#")[0].endswith("/index.html") or not page.locator("h1").count():
        problems.append(f"the search for {word} led to {page.url}")
    page.goto(root + "search/index.html?q=" + word)
    page.wait_for_selector(".finder-list a", timeout=10000)
    print(f"{web}: {len(seen)} pages from the disk, searched for {word}")
    context.close()


def main():
    problems = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for web in sys.argv[1:]:
            walk(browser, pathlib.Path(web).resolve(), problems)
        browser.close()
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
