"""Paths that lead out, messages that can be read in two ways, and noise; after each, a good request."""
import itertools
import os
import random
import socket

SECRETS = (b"SECRET", b"root:", b"[core]")


def hostile_paths():
    """At least a thousand ways to say `..`, a dotfile, a separator or an end of text."""
    dots = ["..", "%2e%2e", "%2E%2e", ".%2e", "%2e.", "%252e%252e", "..%00", "..;", "..%20", "%c0%ae%c0%ae", "%uff0e%uff0e",
            "..%09", "%e0%80%ae%e0%80%ae", "..%ef%bc%8f", "\u2025", "\uff0e\uff0e", "....", "...", ".", "%2e", "..%0d%0a"]
    slashes = ["/", "%2f", "%2F", "\\", "%5c", "%252f", "//", "/./", "%c0%af", "/%2e/", "%u2215", ";/"]
    targets = ["etc/passwd", "site-private/secret.html", ".env", ".git/config", "etc%2fpasswd"]
    for dot, slash, target, depth in itertools.product(dots, slashes, targets, (3,)):
        yield "/" + (dot + slash) * depth + target
    for prefix, name in itertools.product(["/", "/posts/", "/posts/one/", "/%2e/", "/a/../"], [
            ".env", ".git/config", "%2eenv", "%2egit/config", ".env%00.html", ".env/", ".env?x", ".env;x", ".ENV", "./.env",
            "passwd", "up/site-private/secret.html", "up", "pipe", "up%2fsite-private%2fsecret.html", ".git%2fconfig",
            "index.html/..", "index.html%00", "con", "aux", "nul.txt", "index.html::$DATA", "~root/.bashrc", ".DS_Store"]):
        yield prefix + name
    for target in ["//etc/passwd", "///etc/passwd", "file:///etc/passwd", "http://evil.example/", "https://localhost@evil/",
                   "\\\\evil\\share", "/%", "/%1", "/%zz", "/" + "a" * 5000, "/" + "%41" * 2000, "/" + "a/" * 2000, "", "a",
                   "?", "#", "/#/../etc", "/a#../../etc/passwd", "/?../../etc/passwd", "/.offprint/../.env", "/.offprint",
                   "/.offprint/", "/.offprint/.env", "/.offprintx", "/\u202e", "/%e2%80%ae", "/\x01", "/\x7f", "/%0a", "/%0d%0aX:1"]:
        yield target


def paths(server):
    """A new connection a path would be slow: they go down one, in batches, and any that closes it is followed by another."""
    count = 0
    for target in hostile_paths():
        count += 1
        data = f"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode("utf-8")
        answer = server.raw(data)
        assert answer.startswith(b"HTTP/1.1 "), (target, answer[:100])
        status = int(answer[9:12])
        body = answer.partition(b"\r\n\r\n")[2]
        assert not any(secret in answer for secret in SECRETS), (target, answer)
        allowed = (400, 403, 404, 414, 431)
        harmless = status in (200, 301) and (b"home" in body or b"location: /" in answer.lower())
        assert status in allowed or harmless, (target, status, body[:200])
        assert b"location: //" not in answer.lower(), target
    assert count >= 1000, count
    server.is_well()
    return count


def smuggling():
    """Each is one message that some reader could take for two; the second one asks for /about."""
    second = "GET /about HTTP/1.1\r\nHost: localhost\r\n\r\n"
    chunked = "0\r\n\r\n" + second
    host = "Host: localhost\r\n"
    heads = [
        "Content-Length: 5\r\nContent-Length: 6\r\n", "Content-Length: 5\r\nContent-Length: 5\r\n", "Content-Length: 5, 5\r\n",
        "Content-Length: +5\r\n", "Content-Length: -5\r\n", "Content-Length: 0x5\r\n", "Content-Length: 5 5\r\n",
        "Content-Length: \r\n", "Content-Length: 5a\r\n", "Content-Length: 99999999999999999999\r\n", "Content-Length : 5\r\n",
        "Content-Length\t: 5\r\n", " Content-Length: 5\r\n", "Content-Length: 5\x0b\r\n", "Content_Length: 5\r\nContent-Length: 6\r\n",
        "Content-Length: 1e1\r\n", "Content-Length: \u0665\r\n", "Content-Length: 5\r\nX: y\r\n z\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\n", "Transfer-Encoding: xchunked\r\n", "Transfer-Encoding: chunked, identity\r\n",
        "Transfer-Encoding: identity, chunked\r\n", "Transfer-Encoding: identity\r\n", "Transfer-Encoding:\tchunked\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n",
        "Transfer-Encoding : chunked\r\n", " Transfer-Encoding: chunked\r\n", "Transfer-Encoding: \x0bchunked\r\n",
        "Transfer-Encoding:chunked\r\n\tx\r\n", "Transfer-Encoding: 'chunked'\r\n", "Transfer-Encoding: \"chunked\"\r\n",
        "transfer-encoding: CHUNKED\r\n", "Transfer-Encoding: gzip, chunked\r\n", "Transfer-Encoding: chunked;x=y\r\n",
        "X: y\nTransfer-Encoding: chunked\r\n", "X: y\rTransfer-Encoding: chunked\r\n", "X: y\0\r\nTransfer-Encoding: chunked\r\n",
        "X\0: y\r\n", ": y\r\n", "X y\r\n", "X: y\r\n\tTransfer-Encoding: chunked\r\n", "Host: localhost\r\n", "Host: evil.example\r\n",
        "Host : localhost\r\n", "Expect: 100-continue\r\nContent-Length: 5\r\n",
        "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\nContent-Length: 5\r\n",
    ]
    for head in heads:
        for method in ("GET", "POST"):
            yield f"{method} /data.bin HTTP/1.1\r\n{host}{head}\r\n{chunked}"
    for line in ["GET  / HTTP/1.1", "GET / HTTP/1.1 ", " GET / HTTP/1.1", "GET /\tHTTP/1.1", "GET / HTTP/1.1\x0b", "GET / HTTP/2.0",
                 "GET / HTTP/1.9", "GET / HTTP/01.1", "GET / http/1.1", "GET /", "GET", "GET / HTTP/1.1 x", "GET /\0 HTTP/1.1",
                 "G\0T / HTTP/1.1", "GET / HTTP/1.1\r", "GET /a b HTTP/1.1", "PRI * HTTP/2.0", "CONNECT evil.example:443 HTTP/1.1",
                 "GET http://a/ http://b/ HTTP/1.1"]:
        yield f"{line}\r\n{host}Content-Length: 5\r\n\r\n{chunked}"
    # Line ends of one byte.
    yield f"GET /data.bin HTTP/1.1\n{host}Content-Length: 5\r\n\r\n{chunked}"
    yield f"GET /data.bin HTTP/1.1\r\nHost: localhost\nContent-Length: 5\r\n\r\n{chunked}"


def requests_that_smuggle(server):
    count = 0
    for text in smuggling():
        count += 1
        answer = server.raw(text.encode("utf-8"))
        # One answer, a refusal, and the connection closed: nothing of what lay behind was read as a request.
        statuses = [line for line in answer.split(b"\r\n") if line.startswith(b"HTTP/1.1 ")]
        assert len(statuses) <= 1, (text, statuses)
        assert b"<title>about" not in answer, text
        if statuses:
            assert statuses[0][9:10] in (b"4", b"5"), (text, statuses)
        if count % 10 == 0:
            server.is_well()
    assert count >= 40, count
    server.is_well()
    return count


def large_heads(server):
    for head in ("X: " + "a" * 40_000, "\r\n".join(f"X{number}: y" for number in range(5_000)),
                 "\r\n".join("X: " + "a" * 1_000 for _ in range(40)), "a" * 100_000):
        answer = server.raw(f"GET / HTTP/1.1\r\nHost: localhost\r\n{head}\r\n\r\n".encode())
        assert answer == b"" or answer[9:12] in (b"400", b"431"), answer[:80]
    answer = server.raw(("GET /" + "a" * 200_000 + " HTTP/1.1\r\nHost: localhost\r\n\r\n").encode())
    assert answer == b"" or answer[9:12] in (b"400", b"414", b"431"), answer[:80]
    server.is_well()


def garbage(server):
    """Noise on the port, before and inside of TLS."""
    random.seed(7)
    before = server.memory()
    for number in range(300):
        noise = random.randbytes(random.randint(1, 4_000))
        if number % 3 == 0:
            noise = b"\x16\x03\x01" + noise
        with socket.create_connection(("127.0.0.1", server.port), timeout=15) as plain:
            try:
                plain.sendall(noise)
                plain.shutdown(socket.SHUT_WR)
                plain.recv(100)
            except OSError:
                pass
    for number in range(200):
        server.raw(random.randbytes(random.randint(1, 2_000)) + b"\r\n\r\n")
    server.is_well()
    grown = server.memory() - before
    assert grown < 12, grown
    return grown
