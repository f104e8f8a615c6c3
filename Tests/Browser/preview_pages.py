"""Checks of the preview's own pages: the simulator and the page that shows both editions."""

import pathlib

READY = "() => window.simulator && simulator.phone.state && simulator.audit"
PROBLEMS = "simulator.lines.filter(line => line.level === 'error').map(line => line.text)"
ROUTES = "simulator.phone.routes()"


def open_simulator(context, server, route=""):
    page = context.new_page()
    page.goto(server.address + "/.offprint/mini/" + ("#" + route if route else ""))
    page.wait_for_function(READY, timeout=20000)
    return page


def window(page):
    return next(frame for frame in page.frames if frame.url.endswith("/.offprint/frame"))


def open_every_page(browser, server, expect, shots):
    """Every emitted page opens without an error, asks the network for nothing, and keeps the platform's limits; the numbers
    are those of the markup, which the rules checker counts."""
    context = browser.new_context(ignore_https_errors=True, viewport={"width": 1440, "height": 1080}, locale="zh-CN")
    asked = []
    page = open_simulator(context, server)
    page.on("request", lambda request: asked.append(request.url) if not request.url.startswith((server.address, "blob:", "data:")) else None)
    routes = page.evaluate(ROUTES)
    most = {"nodes": 0, "depth": 0, "children": 0, "largestSetData": 0}
    for route in routes:
        before = page.evaluate("simulator.audit")
        page.evaluate("route => { simulator.audit = null; simulator.phone.restart({ launch: { path: route } }) }", route)
        try:
            page.wait_for_function("route => simulator.audit && simulator.audit.route === route", arg=route, timeout=10000)
        except Exception:
            expect(False, f"{route} does not open (before: {before and before['route']})")
            continue
        audit = page.evaluate("simulator.audit.audit")
        for name in most:
            most[name] = max(most[name], audit[name])
        expect(audit["nodes"] < 1000 and audit["depth"] < 30 and audit["children"] <= 60, f"{route}: {audit}")
        expect(not audit["pictures"], f"{route} shows oversized pictures {audit['pictures']}")
        # What the rules checker counts: every element of the files, whichever branch is taken.
        counted = page.evaluate("""route => {
          const text = name => new TextDecoder().decode(simulator.phone.files.get(name));
          const count = name => {
            const own = text(name);
            let sum = (own.replace(/"[^"]*"/g, '').match(/<(?!block|include|import|template|\\/|!)[a-z]/g) || []).length;
            for (const [, target] of own.matchAll(/<include src="([^"]+)"/g)) {
              sum += count(target[0] === '/' ? target.slice(1) : new URL(target, 'x:/' + name).pathname.slice(1));
            }
            return sum;
          };
          return { sum: count(route + '.wxml'), loops: /wx:for/.test(text(route + '.wxml')) };
        }""", route)
        expect(counted["loops"] or 0 < audit["nodes"] <= counted["sum"], f"{route}: {audit['nodes']} nodes of {counted['sum']} written")
    found = page.evaluate(PROBLEMS)
    expect(not found, f"problems in the simulator: {found[:5]}")
    expect(not page.evaluate("simulator.network.length") and not asked, f"asked the network for {asked[:3]}")
    print(f"simulator: {len(routes)} pages, at most {most}", flush=True)
    page.close()
    context.close()


def check_contrast(browser, server, expect, most=24):
    """What stands on the pages can be read in both looks: axe-core's rule of contrast (WCAG 2, AA), but for what an author
    coloured by hand. Every page of the program's own, and articles from the first to the last."""
    import axe_playwright_python.base
    axe = (pathlib.Path(axe_playwright_python.base.__file__).parent / "axe.min.js").read_text()
    for scheme in ("light", "dark"):
        context = browser.new_context(
            ignore_https_errors=True, viewport={"width": 1360, "height": 1080}, color_scheme=scheme, locale="zh-CN")
        page = open_simulator(context, server)
        routes = page.evaluate(ROUTES)
        articles = [route for route in routes if not route.startswith("pages/")]
        step = max(1, len(articles) // most)
        chosen = [route for route in routes if route.startswith("pages/")] + articles[::step]
        seen = 0
        for route in chosen:
            page.evaluate("route => { simulator.audit = null; simulator.phone.restart({ launch: { path: route } }) }", route)
            page.wait_for_function("route => simulator.audit && simulator.audit.route === route", arg=route, timeout=10000)
            frame = window(page)
            frame.evaluate(axe)
            found = frame.evaluate("""() => axe.run({ exclude: [['[style*=color]']] }, { runOnly: ['color-contrast'] }).then(result => ({
              bad: result.violations.flatMap(one => one.nodes.map(node => node.html.slice(0, 80) + ' ' + node.any.map(any => any.message).join(' '))),
              good: result.passes.flatMap(one => one.nodes).length }))""")
            seen += found["good"]
            expect(not found["bad"], f"{route} in {scheme}: {found['bad'][:2]}")
        expect(seen > len(chosen), f"axe-core saw only {seen} texts on {len(chosen)} pages")
        print(f"contrast: {len(chosen)} pages in {scheme}, {seen} texts", flush=True)
        page.close()
        context.close()


def check_simulator(browser, server, expect, wait, shots):
    """The phone, its bars and sheets, the panels, the wall around the program."""
    for scheme in ("light", "dark"):
        context = browser.new_context(ignore_https_errors=True, viewport={"width": 1360, "height": 1080}, color_scheme=scheme, locale="zh-CN")
        page = open_simulator(context, server)
        page.screenshot(path=str(shots / f"simulator-{scheme}.png"))
        expect(page.evaluate("simulator.phone.theme") == scheme, "the phone does not take the system's theme")
        page.close()
        context.close()
    context = browser.new_context(ignore_https_errors=True, viewport={"width": 1360, "height": 1080}, locale="zh-CN")
    page = open_simulator(context, server)
    frame = window(page)
    # The wall: no origin, no network, no storage; what the program does not have on a phone it has not here.
    expect(frame.evaluate("window.origin") == "null", "the program's frame has an origin")
    expect(frame.evaluate("fetch('/').then(() => 'reached', () => 'refused')") == "refused", "the frame reaches the network")
    page.wait_for_function("() => simulator.network.length > 0", timeout=5000)
    expect(page.locator('[data-name=audit] .badge').count() == 1, "a network request is no finding of the audit")
    expect(frame.evaluate("(() => { try { return localStorage.length } catch (error) { return 'refused' } })()") == "refused", "the frame has storage")
    expect(frame.evaluate("(() => { try { return parent.document.title } catch (error) { return 'refused' } })()") == "refused", "the frame reaches the page around it")
    page.evaluate("simulator.phone.restart({})")
    # A list leads to an article, back leads back, tabs switch.
    frame.locator(".item").first.click()
    wait(page, "() => simulator.phone.state.stack.length === 2", "a tap on the list opens nothing")
    title = page.inner_text(".phone-title")
    expect(title, "the bar has no title")
    page.click(".phone-back")
    wait(page, "() => simulator.phone.state.stack.length === 1", "back does not lead back")
    page.locator(".phone-tabs button").nth(1).click()
    wait(page, "() => simulator.phone.state.tabs[1].isSelected", "a tab does not switch")
    page.locator(".phone-tabs button").first.click()
    wait(page, "() => simulator.phone.state.tabs[0].isSelected", "the first tab does not come back")
    # An article: the picture viewer, the card that is shared, an address that leads out.
    route = page.evaluate("[...simulator.phone.files].find(([name, bytes]) => /^p\\d/.test(name) && name.endsWith('.wxml') && new TextDecoder().decode(bytes).includes('<image'))[0].slice(0, -5)")
    page.fill(".controls input", route)
    page.press(".controls input", "Enter")
    wait(page, "route => simulator.audit.route === route", "the address opens no page", route)
    page.wait_for_timeout(300)
    frame.locator("wx-image").first.click()
    page.wait_for_selector(".phone-pictures img", timeout=5000)
    wait(page, "() => document.querySelector('.phone-pictures img').naturalWidth > 0", "the picture viewer is empty")
    page.screenshot(path=str(shots / "simulator-picture.png"))
    page.click(".phone-close")
    frame.locator("wx-button").first.click()
    page.wait_for_selector(".phone-share[data-kind=message]", timeout=5000)
    expect(page.inner_text(".phone-share code").startswith("/"), "nothing is shared")
    page.click(".phone-share .phone-choices button")
    page.click(".phone-capsule button >> nth=0")
    page.locator(".phone-sheet button").nth(1).click()
    page.wait_for_selector(".phone-share[data-kind=timeline]", timeout=5000)
    page.click(".phone-share .phone-choices button")
    # Sheets and modals wait for the person.
    frame.evaluate("1")
    answered = page.evaluate("""() => new Promise(done => {
      const { phone } = simulator;
      phone.send('call', { api: 'showModal', options: { title: '问', content: '好吗' } });
      setTimeout(() => { const open = Boolean(document.querySelector('.phone-modal')); document.querySelectorAll('.phone-modal .phone-choices button')[1].click();
        setTimeout(() => done([open, Boolean(document.querySelector('.phone-modal'))]), 100) }, 200);
    })""")
    expect(answered == [True, False], f"a modal does not wait for an answer: {answered}")
    # Storage is seen, kept over a visit, and can be removed.
    page.click("[data-name=storage]")
    expect("offprint.history" in page.inner_text(".panel"), "storage is not shown")
    page.reload()
    page.wait_for_function(READY, timeout=20000)
    page.click("[data-name=storage]")
    expect("offprint.history" in page.inner_text(".panel"), "storage is gone after a visit")
    for name in ("rules", "package", "route", "console", "audit"):
        page.click(f"[data-name={name}]")
        expect(page.inner_text(".panel").strip(), f"the panel {name} is empty")
        page.screenshot(path=str(shots / f"simulator-{name}.png"))
    # Dark, larger, another device, single page: all run on.
    page.click("text=深色")
    wait(page, "() => simulator.phone.theme === 'dark'", "no dark")
    page.select_option("select[aria-label=机型]", "Android 360")
    wait(page, "() => simulator.phone.device.width === 360", "no other device")
    page.select_option("select[aria-label=字号]", "19")
    page.click("text=单页模式")
    wait(page, "() => simulator.phone.state.isSingle", "no single-page mode")
    expect(not page.evaluate(PROBLEMS), f"problems: {page.evaluate(PROBLEMS)[:3]}")
    # What is not known is an error, never a gap.
    unknown = {
        "<cover-view/>": "cover-view", '<view bindpinch="go"/>': "pinch", "<view onclick='x'/>": "onclick", "<view>": "never closed",
        '<image src="/nothing.png"/>': "nothing.png", '<rich-text nodes="{{\'<blink>x</blink>\'}}"/>': "blink", "{{a.b()}}": "call",
    }
    for markup, words in unknown.items():
        page.evaluate("""markup => {
          simulator.lines = [];
          const { phone } = simulator;
          const route = phone.state.stack[phone.state.stack.length - 1].route;
          const files = new Map(phone.files);
          files.set(route + '.wxml', new TextEncoder().encode(markup));
          phone.send('start', Object.assign({ files, unpacked: [] }, phone.begin({ path: route })));
        }""", markup)
        wait(page, "words => simulator.lines.some(line => line.level === 'error' && line.text.includes(words))", f"{markup} is no error", words)
    for script, words in {"wx.request({ url: 'https://a.example' })": "wx.request", "document.title": "title", "wx.showToast({ titel: 'x' })": "titel", "require('./no.js')": "no.js"}.items():
        page.evaluate("""script => {
          simulator.lines = [];
          const { phone } = simulator;
          const route = phone.state.stack.length ? phone.state.stack[phone.state.stack.length - 1].route : 'pages/home/index';
          const files = new Map(phone.files);
          files.set(route + '.js', new TextEncoder().encode('Page({ onLoad() {' + script + '} })'));
          phone.send('start', Object.assign({ files, unpacked: [] }, phone.begin({ path: route })));
        }""", script)
        wait(page, "words => simulator.lines.some(line => line.level === 'error' && line.text.includes(words))", f"{script} is no error", words)
    page.close()
    context.close()


def check_simulator_reload(context, server, folder, expect, wait):
    """A saved article is in the phone at once, on the page and at the place where the reader is."""
    page = open_simulator(context, server)
    route = page.evaluate(ROUTES + ".find(route => route.endsWith('post-4'))")
    page.evaluate("route => simulator.phone.send('open', { url: '/' + route })", route)
    wait(page, "route => simulator.audit.route === route", "the article does not open", route)
    frame = window(page)
    frame.evaluate("scrollTo(0, 700)")
    page.wait_for_timeout(200)
    path = folder.post(4)
    page.evaluate("() => { simulator.phone.addEventListener('any', ({ detail }) => { if (detail.kind === 'updated' || detail.kind === 'started') window.kind = detail.kind }) }")
    folder.save(path, folder.read(path).replace("结尾的话", "手机上的新结尾"))
    try:
        frame.wait_for_function("() => document.body.textContent.includes('手机上的新结尾')", timeout=10000)
    except Exception:
        expect(False, "the phone never showed the change")
    page.wait_for_timeout(300)
    state = page.evaluate("simulator.phone.state.stack.map(one => one.route)")
    expect(state[-1] == route and len(state) == 2, f"the page stack is {state} after a reload")
    expect(abs(frame.evaluate("scrollY") - 700) < 3, f"scrolled to {frame.evaluate('scrollY')} after a reload")
    expect(not page.evaluate(PROBLEMS), f"problems: {page.evaluate(PROBLEMS)[:3]}")
    page.close()


def check_pair(context, server, folder, expect, wait, shots):
    """Both editions scroll together by the place in the source; differences are marked in both."""
    page = context.new_page()
    page.goto(server.address + "/.offprint/pair/#" + folder.post(6))
    wait(page, "() => document.querySelector('.phone-title') && document.querySelector('.phone-title').textContent.includes('6') ", "the phone does not show the article", seconds=20)
    page.wait_for_timeout(600)
    expect(page.locator(".difference").count() >= 1, "the differences are not listed")
    site = next(frame for frame in page.frames if "/posts/post-6/" in frame.url)
    phone = window(page)
    # Where a heading stands in a window, as a share of its height; a long article is on several pages of the phone.
    nearest = """([selector, name]) => { const head = [...document.querySelectorAll(selector)].find(one => one.textContent.trim().startsWith(name));
      return head ? head.getBoundingClientRect().top / innerHeight : null }"""
    scroll = """([selector, name]) => { const head = [...document.querySelectorAll(selector)].find(one => one.textContent.trim().startsWith(name));
      scrollTo({ top: scrollY + head.getBoundingClientRect().top - innerHeight * 0.2, behavior: 'instant' }) }"""
    for name in ("二", "四", "五", "三"):
        site.evaluate(scroll, [".body h2", name])
        page.wait_for_timeout(500)
        there = phone.evaluate(nearest, [".body .h2", name])
        expect(there is not None and abs(there - 0.2) < 0.06, f"heading {name} is at {there} of the phone, not 0.20")
    phone.evaluate(scroll, [".body .h2", "三"])
    phone.evaluate("scrollBy(0, 120)")
    page.wait_for_timeout(600)
    there = site.evaluate(nearest, [".body h2", "三"])
    expect(there is not None and 0 < 0.2 - there < 0.35, f"the site does not follow the phone: heading 三 is at {there}")
    expect(site.locator("[data-offprint-mark]").count() >= 1, "nothing is marked on the site")
    expect(phone.locator("[data-offprint-mark]").count() >= 1, "nothing is marked on the phone")
    page.locator(".difference").first.click()
    page.wait_for_timeout(400)
    page.screenshot(path=str(shots / "pair.png"))
    page.close()


def check_long_pair(context, server, folder, expect, wait, shots):
    """An article that the mini-program has on several pages: the phone turns to the part that the website shows, and back."""
    path = "content/posts/2024-05-31-long.md"
    paragraph = "很长的一篇，要分成几页。A long one, on several pages of the phone. " * 12
    folder.write(path, "---\ntitle: 长文\ndate: 2024-05-31\n---\n" + "\n\n".join(
        f"## 第{n}节\n\n" + "\n\n".join([paragraph] * 6) for n in range(1, 61)) + "\n")
    page = context.new_page()
    page.goto(server.address + "/.offprint/")
    page.wait_for_function("async path => { const answer = await (await fetch('/.offprint/article?')).json(); return answer.articles.some(one => one.path === path) }", arg=path, timeout=20000)
    page.goto(server.address + "/.offprint/pair/#" + path)
    wait(page, "() => document.querySelector('.phone-title') && document.querySelector('.phone-title').textContent.includes('长文')", "the phone does not show the long article", seconds=20)
    page.wait_for_timeout(600)
    site = next(frame for frame in page.frames if frame != page.main_frame and "long" in frame.url)
    phone = window(page)
    nearest = """([selector, name]) => { const head = [...document.querySelectorAll(selector)].find(one => one.textContent.trim() === name);
      return head ? head.getBoundingClientRect().top / innerHeight : null }"""
    scroll = """([selector, name]) => { const head = [...document.querySelectorAll(selector)].find(one => one.textContent.trim().startsWith(name));
      scrollTo({ top: scrollY + head.getBoundingClientRect().top - innerHeight * 0.2, behavior: 'instant' }) }"""
    for name in ("第2节", "第55节", "第30节", "第58节", "第3节"):
        site.evaluate(scroll, [".body h2", name])
        page.wait_for_timeout(900)
        there = phone.evaluate(nearest, [".body .h2", name])
        expect(there is not None and abs(there - 0.2) < 0.08, f"{name} of a long article is at {there} of the phone, not 0.20")
    page.screenshot(path=str(shots / "pair-long.png"))
    (folder.root / path).unlink()
    page.close()
