"""What is answered, field by field."""
import email.utils
import os
import time


def run(server, folder):
    methods(server)
    types(server)
    addresses(server)
    ranges(server, folder)
    conditions(server, folder)
    encodings(server)
    origins(server)
    plain_http(server)
    http2(server)
    edits(server, folder)


def methods(server):
    status, fields, body = server.get("/")
    assert status == 200 and b"home" in body
    assert fields["content-length"] == str(len(body))
    assert email.utils.parsedate_to_datetime(fields["date"]).timestamp() > time.time() - 5
    for name, value in {
            "x-content-type-options": "nosniff", "cross-origin-resource-policy": "same-origin",
            "cache-control": "no-cache", "accept-ranges": "bytes"}.items():
        assert fields[name] == value, (name, fields)
    assert "strict-transport-security" not in fields and "content-security-policy" not in fields
    status, head, body = server.get("/", "HEAD")
    assert status == 200 and body == b"" and head["content-length"] == fields["content-length"]
    status, fields, body = server.get("/", "OPTIONS")
    assert status == 204 and fields["allow"] == "GET, HEAD, OPTIONS" and body == b""
    assert "access-control-allow-origin" not in fields and "access-control-allow-private-network" not in fields
    status, fields, _ = server.get("*", "OPTIONS")
    assert status == 204
    for method in ("PUT", "DELETE", "PATCH", "TRACE", "POST"):
        status, fields, _ = server.get("/", method)
        assert status == 405 and "GET" in fields["allow"], (method, status)
    assert server.get("/", "BREW")[0] in (400, 501)
    for version, host in (("1.0", ""), ("1.1", "")):
        assert b" 400 " in server.raw(f"GET / HTTP/{version}\r\n{host}\r\n".encode())[:20]
    answer = server.raw(b"GET / HTTP/1.0\r\nHost: localhost\r\n\r\n")
    assert b" 200 " in answer[:20] and b"connection: close" in answer.lower()
    # Two requests at once, answered in order.
    answer = server.raw(
        b"GET /about HTTP/1.1\r\nHost: localhost\r\n\r\nGET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    assert answer.index(b"about") < answer.index(b"home")


def types(server):
    expected = {
        "wxml": "text/xml; charset=utf-8", "wxss": "text/css; charset=utf-8", "wxs": "text/javascript; charset=utf-8",
        "webp": "image/webp", "avif": "image/avif", "wasm": "application/wasm",
        "webmanifest": "application/manifest+json; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "mjs": "text/javascript; charset=utf-8", "json": "application/json; charset=utf-8",
        "svg": "image/svg+xml; charset=utf-8", "xml": "application/xml; charset=utf-8", "woff2": "font/woff2",
        "txt": "text/plain; charset=utf-8", "pdf": "application/pdf", "mp4": "video/mp4",
        "unknown": "application/octet-stream"}
    for ending, kind in expected.items():
        status, fields, _ = server.get("/types/a." + ending)
        assert (status, fields["content-type"]) == (200, kind), (ending, fields)


def addresses(server):
    assert b"about" in server.get("/about")[2] and b"about" in server.get("/about.html")[2]
    status, fields, _ = server.get("/posts/one?x=1&y=%20")
    assert (status, fields["location"]) == (301, "/posts/one/?x=1&y=%20")
    assert b"one" in server.get("/posts/one/")[2]
    status, fields, _ = server.get("/about/?q")
    assert (status, fields["location"]) == (301, "/about?q")
    for target in ("/%E4%BD%A0%E5%A5%BD/%E4%B8%96%E7%95%8C", "/%e4%bd%a0%e5%a5%bd/%e4%b8%96%e7%95%8c.html", "/\u4f60\u597d/\u4e16\u754c"):
        status, _, body = server.get(target)
        assert status == 200 and b"hello" in body, target
    # Bytes that are no UTF-8 name no file; in the second request of a connection none are taken.
    assert server.get("/\udcff\udcfe")[0] == 400 and server.get("/%FF%FE")[0] == 400
    twice = "GET /about HTTP/1.1\r\nHost: localhost\r\n\r\nGET /\u4f60 HTTP/1.1\r\nHost: localhost\r\n\r\n"
    answer = server.raw(twice.encode())
    assert answer.count(b"HTTP/1.1 ") == 2 and b"HTTP/1.1 400" in answer, answer
    status, fields, body = server.get("/nothing")
    assert status == 404 and b"lost" in body and fields["content-type"] == "text/html; charset=utf-8"
    status, fields, _ = server.get("//evil.example/..")
    assert status == 400 and "location" not in fields
    assert server.get("/.well-known/security.txt")[0] == 200
    assert server.get("/posts")[0] == 404
    assert server.get("https://localhost/about")[0] == 200
    assert server.get("https://elsewhere.example/about")[0] == 400


def ranges(server, folder):
    with open(os.path.join(folder, "data.bin"), "rb") as file:
        data = file.read()
    size = len(data)
    for field, part in {
            "bytes=0-0": data[:1], "bytes=5-9": data[5:10], "bytes=-7": data[-7:], "bytes=10000-": data[10000:],
            "bytes=0-999999": data}.items():
        status, fields, body = server.get("/data.bin", fields={"Range": field})
        assert status == 206 and body == part, field
        assert fields["content-range"].endswith(f"/{size}")
    status, fields, body = server.get("/data.bin", fields={"Range": "bytes=0-1,4-5,-2"})
    assert status == 206 and fields["content-type"].startswith("multipart/byteranges; boundary=")
    assert int(fields["content-length"]) == len(body)
    boundary = fields["content-type"].split("=")[1].encode()
    parts = [part.split(b"\r\n\r\n", 1)[1] for part in body.split(b"--" + boundary)[1:-1]]
    assert [part[:-2] for part in parts] == [data[:2], data[4:6], data[-2:]], parts
    for field in ("bytes=-0", f"bytes={size}-", "bytes=99999999999999999999-"):
        status, fields, _ = server.get("/data.bin", fields={"Range": field})
        assert (status, fields["content-range"]) == (416, f"bytes */{size}"), field
    for field in ("bytes=9-5", "items=0-1", "bytes=abc", "bytes=1"):
        assert server.get("/data.bin", fields={"Range": field})[0] == 200, field
    # Ranges are for GET alone.
    assert server.get("/data.bin", "HEAD", {"Range": "bytes=0-1"})[0] == 200
    # Beyond what 32 bits hold.
    size = 3 * 1024 ** 3
    status, fields, body = server.get("/large.bin", fields={"Range": f"bytes={size - 8}-"})
    assert status == 206 and body == b"THE END!" and fields["content-range"] == f"bytes {size - 8}-{size - 1}/{size}"
    assert server.get("/large.bin", "HEAD")[1]["content-length"] == str(size)
    status, fields, body = server.get("/large.bin", fields={"Range": "bytes=2147483647-2147483649,-4"})
    assert status == 206 and b"\0\0\0" in body and b"END!" in body
    tag = server.get("/data.bin", "HEAD")[1]["etag"]
    modified = server.get("/data.bin", "HEAD")[1]["last-modified"]
    for value, status in ((tag, 206), ('"other"', 200), ("W/" + tag, 200), (modified, 206),
                          ("Sun, 06 Nov 1994 08:49:37 GMT", 200), ("nonsense", 200)):
        assert server.get("/data.bin", fields={"Range": "bytes=0-0", "If-Range": value})[0] == status, value


def conditions(server, folder):
    fields = server.get("/data.bin")[1]
    tag, modified = fields["etag"], fields["last-modified"]
    assert not tag.startswith("W/")
    for condition, status in (
            ({"If-None-Match": tag}, 304), ({"If-None-Match": "W/" + tag}, 304), ({"If-None-Match": '"a", ' + tag}, 304),
            ({"If-None-Match": "*"}, 304), ({"If-None-Match": '"a"'}, 200), ({"If-Modified-Since": modified}, 304),
            ({"If-Modified-Since": "Sun, 06 Nov 1994 08:49:37 GMT"}, 200), ({"If-Modified-Since": "junk"}, 200),
            ({"If-None-Match": '"a"', "If-Modified-Since": modified}, 200), ({"If-Match": tag}, 200),
            ({"If-Match": '"a"'}, 412), ({"If-Unmodified-Since": modified}, 200),
            ({"If-Unmodified-Since": "Sun, 06 Nov 1994 08:49:37 GMT"}, 412)):
        answer, got, body = server.get("/data.bin", fields=condition)
        assert answer == status, (condition, answer)
        if status == 304:
            assert body == b"" and got["etag"] == tag and "content-length" not in got
    large = server.get("/medium.bin", "HEAD")[1]
    assert server.get("/medium.bin", fields={"If-None-Match": large["etag"]})[0] == 304


def encodings(server):
    for accepted, coding, body in (
            ("br, gzip", "br", b"BROTLI"), ("gzip", "gzip", b"GZIP"), ("gzip, br;q=0", "gzip", b"GZIP"),
            ("identity", None, None), ("", None, None), ("br;q=0.000", None, None), ("x-gzip", "gzip", b"GZIP")):
        status, fields, got = server.get("/style.css", fields={"Accept-Encoding": accepted})
        assert status == 200 and fields.get("content-encoding") == coding and fields["vary"] == "accept-encoding", accepted
        assert fields["content-type"] == "text/css; charset=utf-8"
        assert got == body if body else got.startswith(b"body")
    tags = {server.get("/style.css", fields={"Accept-Encoding": kind})[1]["etag"] for kind in ("br", "gzip", "identity")}
    assert len(tags) == 3
    # A neighbour older than its original is out of date.
    assert server.get("/old.css", fields={"Accept-Encoding": "br"})[2] == b"a {}"
    assert "vary" not in server.get("/data.bin")[1]


def origins(server):
    port = server.port
    for host in ("localhost", f"localhost:{port}", "127.0.0.1", f"127.0.0.1:{port}", "[::1]", f"[::1]:{port}", "LOCALHOST",
                 "a.localhost", "192.168.1.2", "localhost."):
        assert server.get("/", host=host)[0] == 200, host
    for host in ("evil.example", "localhost.evil.example", "evillocalhost", "my-machine.local", "127.0.0.1.nip.io", "x"):
        assert server.get("/", host=host)[0] == 421, host
    for host in ("", "a b", "local/host", "localhost:x", "[::1", "localhost:123456", "a@localhost", "localhost,evil"):
        assert server.get("/", host=host)[0] == 400, host
    for fields, status in (
            ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"}, 403),
            ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}, 403),
            ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}, 200),
            ({"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"}, 200),
            ({"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}, 200),
            ({"Origin": "https://evil.example"}, 403), ({"Origin": "null"}, 403), ({"Origin": "http://localhost"}, 403),
            ({"Origin": "https://localhost"}, 200)):
        assert server.get("/", fields=fields)[0] == status, fields
    status, fields, _ = server.get("/.offprint/trust.svg", fields={"Sec-Fetch-Site": "cross-site"})
    assert status == 200 and fields["cross-origin-resource-policy"] == "cross-origin"
    assert server.get("/.offprint/none")[0] == 404


def plain_http(server):
    import socket
    for host, status in (("localhost", b"307"), ("evil.example", b"400")):
        with socket.create_connection(("127.0.0.1", server.port), timeout=10) as plain:
            plain.sendall(f"GET /a?b HTTP/1.1\r\nHost: {host}:{server.port}\r\n\r\n".encode())
            answer = plain.makefile("rb").read()
        assert answer.startswith(b"HTTP/1.1 " + status), answer
        assert (f"location: https://localhost:{server.port}/a?b".encode() in answer) == (status == b"307")


def http2(server):
    import subprocess
    command = ["curl", "-s", "--http2", "--cacert", server.state("authority.crt"), "-o", "/dev/null", "-w",
               "%{http_version} %{http_code} %{size_download}"]
    address = f"https://localhost:{server.port}"
    for arguments, expected in (
            ([address + "/"], f"2 200 {len(server.get('/')[2])}"), ([address + "/medium.bin"], "2 200 2000000"), ([address + "/nothing"], f"2 404 {len(server.get('/nothing')[2])}"),
            (["-r", "0-9", address + "/medium.bin"], "2 206 10"), (["-I", address + "/medium.bin"], "2 200 0"),
            (["--http1.1", address + "/medium.bin"], "1.1 200 2000000")):
        out = subprocess.run(command + arguments, capture_output=True, text=True, timeout=60, check=True).stdout
        assert out == expected, (arguments, out)


def edits(server, folder):
    """Edits of the same size within the same second are seen; the same bytes keep their tag."""
    path = os.path.join(folder, "edit.html")
    tags = []
    for number in range(20):
        with open(path, "w") as file:
            file.write(f"<title>{number:04}</title>")
        status, fields, body = server.get("/edit")
        assert status == 200 and f"{number:04}".encode() in body, (number, body)
        tags.append(fields["etag"])
    assert len(set(tags)) == 20
    again = server.get("/edit")[1]["etag"]
    os.utime(path)
    assert server.get("/edit")[1]["etag"] == again
    large = os.path.join(folder, "edit.bin")
    seen = set()
    for number in range(5):
        with open(large, "wb") as file:
            file.write(bytes([number]) * 400_000)
        time.sleep(0.1)
        seen.add(server.get("/edit.bin", "HEAD")[1].get("etag"))
    assert len(seen) == 5 and None not in seen, seen
