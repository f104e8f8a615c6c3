#!/usr/bin/env python3
"""Holds the service worker to its promises in a real browser: nothing old while there is a server, what was read without one.

  offline.py WEB PATH TEXT

WEB is a `web` folder that was printed with `service-worker: on`, under the base path that PATH begins with; PATH is a page of
it, TEXT words that stand there.
"""
import functools
import http.server
import os
import pathlib
import shutil
import sys
import tempfile
import threading
import urllib.parse

from playwright.sync_api import sync_playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def main():
    web, path, text = sys.argv[1:]
    base = path.split("/")[1]
    root = pathlib.Path(tempfile.mkdtemp())
    shutil.copytree(web, root / base)
    handler = functools.partial(Handler, directory=str(root))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}" + urllib.parse.quote(path)
    file = root / path.strip("/") / "index.html"
    problems = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_context().new_page()
        page.goto(address)
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        page.reload()
        page.wait_for_function("navigator.serviceWorker.controller !== null")
        page.reload()
        if text not in page.content():
            problems.append("the page does not say what it should")
        file.write_text(file.read_text("utf-8").replace(text, "something new"), "utf-8")
        page.reload()
        if text in page.content() or "something new" not in page.content():
            problems.append("an old page was shown while there was a server")
        server.shutdown()
        server.server_close()
        page.reload()
        if "something new" not in page.content():
            problems.append("what was read could not be read again without a server")
        style = page.evaluate("getComputedStyle(document.body).backgroundColor")
        if style in ("", "rgba(0, 0, 0, 0)"):
            problems.append("without a server the page has no style")
        browser.close()
    shutil.rmtree(root)
    for problem in problems:
        print(problem)
    if not problems:
        print("the service worker keeps what was read, and shows nothing old")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
