"""The program under test, and clients that say exactly the bytes they are told to."""
import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import time


class Server:
    """`offprint serve` in a state folder of its own."""

    def __init__(self, program, *arguments, directory=None, environment=None):
        self.home = tempfile.mkdtemp(prefix="offprint-serve-")
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": self.home, "LANG": "C.UTF-8", **(environment or {}),
        }
        self.log = open(os.path.join(self.home, "log"), "w+")
        command = [program, "serve", *arguments]
        if directory:
            command += ["--directory", directory]
        self.begun = time.monotonic()
        self.process = subprocess.Popen(
            command, env=self.environment, stdout=self.log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
        self.port = int(self.wait(r"https://[^/]*:(\d+)/"))
        self.ready = time.monotonic() - self.begun
        self.context = ssl.create_default_context(cafile=self.state("authority.crt")) if os.path.exists(
            self.state("authority.crt")) else ssl._create_unverified_context()
        self.context.set_alpn_protocols(["http/1.1"])

    def state(self, name):
        return os.path.join(self.home, ".local/state/offprint", name)

    def output(self):
        with open(self.log.name) as file:
            return file.read()

    def wait(self, pattern, seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found = re.search(pattern, self.output())
            if found:
                return found.group(1)
            if self.process.poll() is not None:
                break
            time.sleep(0.002)
        raise AssertionError(f"no {pattern} in: {self.output()}")

    def stop(self, number=signal.SIGTERM, seconds=20):
        """Returns its exit status and how long it took to leave."""
        begun = time.monotonic()
        self.process.send_signal(number)
        status = self.process.wait(seconds)
        shutil.rmtree(self.home, ignore_errors=True)
        return status, time.monotonic() - begun

    def memory(self):
        """PSS in MB."""
        with open(f"/proc/{self.process.pid}/smaps_rollup") as file:
            return int(re.search(r"^Pss:\s+(\d+)", file.read(), re.M).group(1)) / 1024

    # Clients.

    def connect(self, alpn="http/1.1", timeout=20):
        context = self.context
        if alpn != "http/1.1":
            context = ssl._create_unverified_context()
            context.set_alpn_protocols([alpn])
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=timeout)
        return context.wrap_socket(plain, server_hostname="localhost")

    def raw(self, data, timeout=20):
        """Sends bytes, returns everything that comes back until the other end closes."""
        with self.connect(timeout=timeout) as stream:
            try:
                stream.sendall(data)
            except OSError:
                pass
            return drain(stream)

    def get(self, target="/", method="GET", fields=(), host="localhost", body=b""):
        """One request, its connection closed after: status, fields (lower case), body."""
        lines = [f"{method} {target} HTTP/1.1", f"Host: {host}", "Connection: close"]
        lines += [f"{name}: {value}" for name, value in dict(fields).items()]
        text = ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8", "surrogateescape")
        return parse(self.raw(text + body))

    def is_well(self):
        """A good request gets a good answer."""
        status, _, body = self.get("/")
        assert status == 200 and b"home" in body, (status, body[:200], self.output()[-2000:])


def drain(stream):
    data = b""
    while True:
        try:
            piece = stream.recv(65536)
        except (OSError, ssl.SSLError):
            return data
        if not piece:
            return data
        data += piece


def parse(data):
    head, _, body = data.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    words = lines[0].split(" ")
    assert len(words) > 1 and words[0] == "HTTP/1.1", data[:300]
    fields = {}
    for line in lines[1:]:
        name, _, value = line.partition(":")
        fields[name.lower()] = value.strip()
    return int(words[1]), fields, body


def make_site(folder):
    """A small site with everything in it that tests ask for."""
    def write(path, content):
        path = os.path.join(folder, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content)
        os.utime(path, (1_700_000_000, 1_700_000_000))
    write("index.html", b"<!doctype html><title>home</title><body>home</body>")
    write("about.html", b"<title>about</title>")
    write("posts/one/index.html", b"<title>one</title>")
    write("404.html", b"<title>lost</title>")
    write("\u4f60\u597d/\u4e16\u754c.html", b"<title>hello</title>")
    write("data.bin", bytes(range(256)) * 40)
    write("style.css", b"body { color: red }\n" * 50)
    write("style.css.gz", b"GZIP")
    write("style.css.br", b"BROTLI")
    write("old.css", b"a {}")
    write("old.css.br", b"STALE")
    os.utime(os.path.join(folder, "old.css.br"), (1_600_000_000, 1_600_000_000))
    write(".env", b"SECRET")
    write(".git/config", b"SECRET")
    write(".well-known/security.txt", b"Contact: x")
    for ending in ("wxml wxss wxs webp avif wasm webmanifest js mjs json svg xml woff2 txt pdf mp4 unknown").split():
        write("types/a." + ending, b"x")
    with open(os.path.join(folder, "large.bin"), "wb") as file:
        file.truncate(3 * 1024 ** 3)
        file.seek(3 * 1024 ** 3 - 8)
        file.write(b"THE END!")
    write("medium.bin", os.urandom(2_000_000))
    os.symlink("/etc/passwd", os.path.join(folder, "passwd"))
    os.symlink("..", os.path.join(folder, "up"))
    os.mkfifo(os.path.join(folder, "pipe"))
    private = folder.rstrip("/") + "-private"
    os.makedirs(private, exist_ok=True)
    with open(os.path.join(private, "secret.html"), "w") as file:
        file.write("SECRET")
