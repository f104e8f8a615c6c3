"""Pictures end to end: which file a browser chooses, when it asks for it, what stands there before, and for which look.

A site of one article is built by the real program, with AVIF or without; the browser says what it asked for.
"""
import pathlib
import re
import shutil
import subprocess

ASSETS = pathlib.Path(__file__).parent.parent.parent / "assets" / "img" / "2024-08-10"
GAP = "\n\n".join(f"第 {n} 段：滚过这里才看得见下面的图片。" for n in range(120))
ARTICLE = f"""---
title: 图片
---

![湖](lake.jpg)

![白天](day.jpg){{: .light }}
![夜里](night.jpg){{: .dark }}

```dot title="图示"
digraph {{ rankdir=LR; 稿件 -> 网站; 稿件 -> 小程序 }}
```

```dot
digraph {{ a [style=filled, fillcolor=gold]; a -> b }}
```

{GAP}

![黄昏](dusk.jpg)
"""
# Viewport width, density, and the width in pixels of the version that is wide enough and no wider: the column is 40rem, the
# whole window on a phone.
CHOICES = [(390, 1, 480), (390, 2, 960), (390, 3, 1600), (1280, 1, 960), (1280, 2, 1600)]


def build(program, place, avif):
    shutil.rmtree(place, ignore_errors=True)
    post = place / "content" / "posts" / "2024-01-01-pictures"
    post.mkdir(parents=True)
    (place / "offprint.yml").write_text(f"title: 图片\nsite:\n  avif: {str(avif).lower()}\n", encoding="utf-8")
    (post / "index.md").write_text(ARTICLE, encoding="utf-8")
    for name, source in (("lake", "lake"), ("day", "lake"), ("night", "dusk"), ("dusk", "dusk")):
        shutil.copy(ASSETS / f"{source}.jpg", post / f"{name}.jpg")
    # Otherwise two of them were one.
    for name in ("day", "night"):
        with open(post / f"{name}.jpg", "ab") as file:
            file.write(name.encode())
    subprocess.run([program, "build", "--quiet", "--source", place, "--output", place / "_site"], check=True, timeout=300)
    return place / "_site" / "web"


def check(browser, serve, program, place, shots):
    problems = []
    for avif in (False, True):
        web = build(program, place, avif)
        base = serve(web)
        path = "/" + next(p.parent for p in (web / "posts").rglob("index.html")).relative_to(web).as_posix() + "/"
        for width, density, wanted in CHOICES:
            problems += [f"{width}px@{density} avif={avif}: {p}" for p in choice(browser, base + path, width, density, wanted, avif)]
        for scheme in ("light", "dark"):
            problems += [f"{scheme} avif={avif}: {p}" for p in looks(browser, base + path, scheme, shots)]
    return problems


def choice(browser, address, width, density, wanted, avif):
    problems, asked = [], []
    context = browser.new_context(viewport={"width": width, "height": 800}, device_scale_factor=density)
    page = context.new_page()
    page.add_init_script("window.shift = 0; new PerformanceObserver(l => { for (const e of l.getEntries()) window.shift += e.value }).observe({ type: 'layout-shift', buffered: true })")
    page.on("request", lambda r: asked.append(r.url) if r.resource_type == "image" else None)
    # Pictures come late: what stands there until then must have their size.
    page.route("**/*.{webp,avif,jpg}", lambda route: (page.wait_for_timeout(60), route.continue_()))
    page.goto(address, wait_until="load")
    page.wait_for_timeout(300)
    chosen = page.evaluate("document.querySelector('.body img').currentSrc")
    ending = "avif" if avif else "webp"
    if not chosen.endswith(f"-{wanted}.{ending}"):
        problems.append(f"chooses {chosen}, not the {ending} of {wanted}")
    lake = page.evaluate("(() => { const i = document.querySelector('.body img'); return [i.naturalWidth > 0, i.getBoundingClientRect().width, getComputedStyle(i).backgroundImage.startsWith('url(\"data:image/webp'), i.loading] })()")
    if not lake[0] or lake[1] > width or not lake[2] or lake[3] == "lazy":
        problems.append(f"the first picture is loaded, wide, with a stand-in, lazy: {lake}")
    if page.evaluate("window.shift") > 0.001:
        problems.append(f"moves by {page.evaluate('window.shift')}")
    last = page.locator(".body img").last
    dusk = re.search(r"/theme/img/([0-9a-f]+)-", last.get_attribute("srcset")).group(1)
    if any(dusk in url or url.endswith("/dusk.jpg") for url in asked):
        problems.append("asks for the last picture at once")
    last.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    if not any(dusk in url for url in asked) or page.evaluate("window.shift") > 0.001:
        problems.append(f"the last picture does not come, or moves the page by {page.evaluate('window.shift')}: {asked}")
    context.close()
    return problems


def looks(browser, address, scheme, shots):
    """One picture of a pair, in either look, by the system's word or the reader's; diagrams can be read in both."""
    problems, asked = [], []
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.on("request", lambda r: asked.append(r.url) if r.resource_type == "image" else None)
    page.goto(address, wait_until="load")
    page.wait_for_timeout(200)
    shown = "[...document.querySelectorAll('.body img.light, .body img.dark')].filter(i => i.getBoundingClientRect().height).map(i => i.alt)"
    wanted = {"light": ["白天"], "dark": ["夜里"]}
    if page.evaluate(shown) != wanted[scheme]:
        problems.append(f"shows {page.evaluate(shown)}")
    other = page.locator(".body img." + ("dark" if scheme == "light" else "light"))
    hash = re.search(r"/theme/img/([0-9a-f]+)-", other.get_attribute("srcset")).group(1)
    if any(hash in url for url in asked):
        problems.append("asks for the picture of the other look")
    contrast = """() => [...document.querySelectorAll('.drawing svg')].map(svg => {
      const light = c => { const [r, g, b] = c.match(/[0-9.]+/g).map(v => { v /= 255; return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4 });
        return .2126 * r + .7152 * g + .0722 * b };
      const ground = getComputedStyle(svg.querySelector('.ground')).fill;
      const paper = ground === 'none' ? getComputedStyle(document.body).backgroundColor : ground;
      const text = getComputedStyle([...svg.querySelectorAll('text')].pop()).fill;
      const [a, b] = [light(paper), light(text)].sort((x, y) => y - x);
      return (a + .05) / (b + .05) })"""
    ratios = page.evaluate(contrast)
    if len(ratios) != 2 or min(ratios) < 4.5:
        problems.append(f"contrast in diagrams: {ratios}")
    page.screenshot(path=str(shots / f"images.{scheme}.png"))
    page.evaluate(f"document.documentElement.dataset.theme = '{'dark' if scheme == 'light' else 'light'}'")
    if page.evaluate(shown) == wanted[scheme] or len(page.evaluate(shown)) != 1:
        problems.append(f"after the switch shows {page.evaluate(shown)}")
    if min(page.evaluate(contrast)) < 4.5:
        problems.append(f"contrast in diagrams after the switch: {page.evaluate(contrast)}")
    context.close()
    return problems
