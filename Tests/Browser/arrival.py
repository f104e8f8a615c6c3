"""A page that arrives in pieces, as over a slow line: what was shown first may not move when the rest is read."""
import http.server
import pathlib
import re
import threading
import time

# Every element of the masthead is a piece of its own, the rest comes by so many bytes.
PIECE = 3000
PAUSE = 0.02


def pieces(page):
    start = page.index(b"<body")
    head = page.index(b"</header>") + len(b"</header>")
    cuts = [start + m.start() for m in re.finditer(rb"<(?!/)", page[start:head])] + list(range(head, len(page), PIECE))
    for a, b in zip([0] + cuts, cuts + [len(page)]):
        yield page[a:b]


def serve(folder):
    class Drip(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.0"

        def __init__(self, *arguments):
            super().__init__(*arguments, directory=str(folder))

        def log_message(self, *_):
            pass

        def do_GET(self):
            file = pathlib.Path(self.translate_path(self.path)) / "index.html"
            if not file.is_file():
                return super().do_GET()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            try:
                for piece in pieces(file.read_bytes()):
                    self.wfile.write(piece)
                    self.wfile.flush()
                    time.sleep(PAUSE)
            except OSError:
                pass  # The browser went on.

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Drip)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}"
