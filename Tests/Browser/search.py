"""The search of the site, in a real browser."""
import pathlib
import urllib.parse


def check_search(browser, base, folder, viewport, size, scheme, shots):
    """Chinese by substring, keyboard, highlight, the address, light and dark, phone and desktop; and from `file:`."""
    problems = []
    width, height = viewport
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


def check_below(browser, home):
    """A site that does not live at the root finds its search, and a hit its page."""
    page = browser.new_page()
    page.goto(home)
    page.keyboard.press("/")
    page.wait_for_selector("dialog.finder[open] input")
    page.keyboard.type("footnotes")
    page.wait_for_selector(".finder-list a")
    target = page.locator(".finder-list a").first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(home + "posts/**")
    found = page.locator("main h1").count()
    page.close()
    return [] if found and target.startswith(home) else [f"{target} is no page"]
