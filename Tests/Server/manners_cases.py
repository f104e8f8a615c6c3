"""Starting, stopping, being found, being trusted."""
import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time

from server import Server, drain, parse


def run(program, folder):
    stops(program, folder)
    ports(program, folder)
    own_certificates(program, folder)
    torn(program, folder)
    opens(program, folder)
    beyond_loopback(program, folder)
    network(program, folder)
    another_address(program, folder)
    trust(program)
    rebuilt(program)


def stops(program, folder):
    """An idle server leaves at once; a download under way gets its end; an unread one does not hold it up."""
    for number in (signal.SIGTERM, signal.SIGINT):
        server = Server(program, "--port", "0", directory=folder)
        server.is_well()
        idle = server.connect()
        status, took = server.stop(number)
        assert status == 0 and took < 1.5, (status, took)
        idle.close()
    server = Server(program, "--port", "0", directory=folder)
    with server.connect() as stream:
        stream.sendall(b"GET /medium.bin HTTP/1.1\r\nHost: localhost\r\n\r\n")
        first = stream.recv(1_000)
        thread = threading.Thread(target=server.stop)
        thread.start()
        rest = drain(stream)
        thread.join()
    assert len(parse(first + rest)[2]) == 2_000_000
    server = Server(program, "--port", "0", directory=folder)
    stream = server.connect()
    stream.sendall(b"GET /large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n")
    time.sleep(0.5)
    status, took = server.stop()
    assert status == 0 and took < 6, (status, took)
    stream.close()


def ports(program, folder):
    """Without --port the next free one is taken and said; with it a clear error in the user's language."""
    first = Server(program, directory=folder)
    second = Server(program, directory=folder)
    assert second.port > first.port
    assert re.search(r"Port \d+ is in use", second.output()), second.output()
    second.is_well()
    for language, words in (("en", "is in use"), ("zh-Hans", "已被占用")):
        done = subprocess.run(
            [program, "serve", "--directory", folder, "--port", str(first.port), "--language", language],
            env=first.environment, capture_output=True, text=True, timeout=20)
        assert done.returncode == 3 and words in done.stderr and "[port-taken]" in done.stderr, done
    assert open_addresses(first.port) == {"127.0.0.1", "::1"}, open_addresses(first.port)
    first.stop()
    second.stop()


def open_addresses(port):
    """The addresses on which anybody listens at a port."""
    found = set()
    for path, width in (("/proc/net/tcp", 8), ("/proc/net/tcp6", 32)):
        with open(path) as file:
            for line in file.readlines()[1:]:
                words = line.split()
                address, hexadecimal = words[1].split(":")
                if words[3] != "0A" or int(hexadecimal, 16) != port:
                    continue
                data = bytes.fromhex(address)
                data = b"".join(data[at:at + 4][::-1] for at in range(0, len(data), 4))
                found.add(socket.inet_ntop(socket.AF_INET if width == 8 else socket.AF_INET6, data))
    return found


def make_certificates(folder):
    def openssl(*arguments):
        subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)
    for kind, options in (("rsa", ["-newkey", "rsa:2048"]), ("ec", ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"])):
        openssl("req", "-x509", *options, "-nodes", "-keyout", kind + ".key", "-out", kind + ".crt", "-days", "9", "-subj", "/CN=x",
                "-addext", "subjectAltName=DNS:preview.example,DNS:localhost")
    openssl("pkcs8", "-topk8", "-in", "ec.key", "-out", "encrypted.key", "-v2", "aes-256-cbc", "-passout", "pass:s3cret")
    openssl("ec", "-in", "ec.key", "-out", "sec1.key")
    for name in os.listdir(folder):
        os.chmod(os.path.join(folder, name), 0o600)


def own_certificates(program, folder):
    with tempfile.TemporaryDirectory() as place:
        make_certificates(place)
        for key, certificate, environment in (
                ("rsa.key", "rsa.crt", {}), ("ec.key", "ec.crt", {}), ("sec1.key", "ec.crt", {}),
                ("encrypted.key", "ec.crt", {"OFFPRINT_KEY_PASSPHRASE": "s3cret"})):
            certificate = os.path.join(place, certificate)
            server = Server(program, "--port", "0", "--certificate", certificate, "--key", os.path.join(place, key),
                            directory=folder, environment=environment)
            assert "https://preview.example:" in server.output(), server.output()
            server.context = ssl.create_default_context(cafile=certificate)
            server.is_well()
            assert server.get("/", host="preview.example")[0] == 200
            assert server.get("/", host="other.example")[0] == 421
            assert not os.path.exists(server.state("authority.crt"))
            assert "s3cret" not in open(f"/proc/{server.process.pid}/cmdline").read()
            server.stop()
        done = subprocess.run(
            [program, "serve", "--directory", folder, "--certificate", place + "/ec.crt", "--key", place + "/encrypted.key"],
            env={"PATH": os.environ["PATH"], "HOME": place}, capture_output=True, text=True, stdin=subprocess.DEVNULL,
            timeout=20, start_new_session=True)
        assert done.returncode == 3 and "[key-encrypted]" in done.stderr, done
        # At a terminal the pass phrase is asked for, and not shown.
        import pexpect
        child = pexpect.spawn(
            program, ["serve", "--directory", folder, "--port", "0", "--certificate", place + "/ec.crt", "--key",
                      place + "/encrypted.key"], env={"PATH": os.environ["PATH"], "HOME": place, "LANG": "C.UTF-8"}, timeout=20)
        child.expect("Pass phrase of .*: ")
        child.sendline("s3cret")
        child.expect(r"https://preview.example:\d+/")
        assert b"s3cret" not in child.before, child.before
        child.kill(signal.SIGTERM)
        child.expect(pexpect.EOF)


def torn(program, folder):
    """Files are rewritten all the time, by renaming and in place: every answer is one state, whole."""
    server = Server(program, "--port", "0", directory=folder)
    stop = threading.Event()

    def rewrite():
        number = 0
        while not stop.is_set():
            number += 1
            text = f"<i>{number % 10}</i>" * (3_000 + number % 7 * 500)
            with open(os.path.join(folder, "new"), "w") as file:
                file.write(text)
            os.replace(os.path.join(folder, "new"), os.path.join(folder, "renamed.html"))
            if number % 3 == 0:
                with open(os.path.join(folder, "inplace.html"), "w") as file:
                    file.write(text)
                time.sleep(0.004)
    thread = threading.Thread(target=rewrite)
    thread.start()
    try:
        time.sleep(0.2)
        for name in ("renamed", "inplace"):
            whole = 0
            for _ in range(150):
                status, fields, body = server.get("/" + name)
                if status == 503 and name == "inplace":
                    continue
                assert status == 200 and len(body) == int(fields["content-length"]), (name, status)
                if not body and name == "inplace":
                    continue  # truncated and not yet written: that is a state of the file
                if name == "renamed" or len(body) % 8 == 0:
                    assert len(set(body.split(b"</i>")[:-1])) == 1, (name, len(body))
                whole += 1
            assert whole > 100 or name == "inplace" and whole > 20, (name, whole)
    finally:
        stop.set()
        thread.join()
    server.stop()


def opens(program, folder):
    """--open tells the browser the address, and waits for nothing: a browser may stay in the foreground."""
    with tempfile.TemporaryDirectory() as place:
        browser = os.path.join(place, "browser")
        with open(browser, "w") as file:
            file.write(f'#!/bin/sh\necho "$@" > {place}/told.new; mv {place}/told.new {place}/told; exec sleep 60\n')
        os.chmod(browser, 0o755)
        server = Server(program, "--port", "0", "--open", directory=folder, environment={"BROWSER": browser})
        end = time.monotonic() + 10
        while not os.path.exists(place + "/told") and time.monotonic() < end:
            time.sleep(0.02)
        assert open(place + "/told").read().strip() == f"https://localhost:{server.port}/"
        server.is_well()
        status, took = server.stop()
        assert status == 0 and took < 5, (status, took)
        # Nothing to open it with: no word of it, the preview stands.
        server = Server(program, "--port", "0", "--open", directory=folder, environment={"BROWSER": place + "/nothing"})
        server.is_well()
        server.stop()


def beyond_loopback(program, folder):
    """An address of the network is listened on only where --lan says so."""
    for address in ("0.0.0.0", "::", "192.168.1.5", "10.0.0.1", "fe80::1", "::ffff:10.0.0.1"):
        for language, words in (("C.UTF-8", "add --lan"), ("zh_CN.UTF-8", "请加上 --lan")):
            done = subprocess.run(
                [program, "serve", "--directory", folder, "--port", "0", "--host", address],
                env={"PATH": os.environ["PATH"], "HOME": folder, "LANG": language}, capture_output=True, text=True, timeout=20)
            assert done.returncode == 2 and words in done.stderr and not done.stdout, (address, done)
    server = Server(program, "--port", "0", "--host", "127.0.0.1", directory=folder)
    assert open_addresses(server.port) == {"127.0.0.1"}
    server.stop()


def another_address(program, folder):
    """The machine comes into another network while the preview runs: the leaf is issued anew, without a restart, and the
    new address is told. In a network of its own, where there is leave to make one."""
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "another_address.py")
    if subprocess.run(["unshare", "-rn", "true"], capture_output=True).returncode != 0:
        # Of all that the tests need, leave of the kernel alone cannot be installed.
        print("another address: passed over, the kernel gives no leave to make a network (unshare -rn)")
        return
    subprocess.run(["unshare", "-rn", sys.executable, "-B", script, program, folder], check=True, timeout=60)


def network(program, folder):
    """--lan: every address is open, the second port leads a phone to trust, and the proof works only with it."""
    server = Server(program, "--port", "0", "--lan", directory=folder)
    assert open_addresses(server.port) == {"0.0.0.0", "::"}
    output = server.output()
    server.is_well()
    phone = re.search(r"http://[^:]+:(\d+)/", output)
    port = int(phone.group(1)) if phone else server.port + 1

    def plain(target, fields=""):
        with socket.create_connection(("127.0.0.1", port), timeout=10) as stream:
            stream.sendall(f"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{fields}\r\n".encode())
            return parse(drain(stream))
    status, fields, page = plain("/")
    assert status == 200 and "default-src 'none'" in fields["content-security-policy"] and b"unsafe" not in str(fields).encode()
    for target, kind in (("/style.css", "text/css; charset=utf-8"), ("/script.js", "text/javascript; charset=utf-8"),
                         ("/offprint.crt", "application/x-x509-ca-cert"),
                         ("/offprint.mobileconfig", "application/x-apple-aspen-config"), ("/facts.json", "application/json; charset=utf-8")):
        status, fields, body = plain(target)
        assert status == 200 and fields["content-type"] == kind, (target, fields)
    der = plain("/offprint.crt")[2]
    assert ssl.DER_cert_to_PEM_cert(der).split() == open(server.state("authority.crt")).read().split()
    import plistlib
    profile = plistlib.loads(plain("/offprint.mobileconfig")[2])
    assert profile["PayloadContent"][0]["PayloadContent"] == der
    for target in ("/index.html", "/.env", "/../x"):
        assert plain(target)[0] in (400, 404), target
    server.stop()


def trust(program):
    """trust and untrust in lists of a user of their own; nothing is done that was not shown."""
    if not shutil.which("certutil"):
        raise AssertionError("certutil is missing: apt-get install libnss3-tools")
    with tempfile.TemporaryDirectory() as home:
        profile = os.path.join(home, ".mozilla/firefox/abc.default")
        os.makedirs(profile)
        environment = {"PATH": os.environ["PATH"], "HOME": home, "LANG": "C.UTF-8"}

        def offprint(*arguments):
            return subprocess.run([program, "certificate", *arguments], env=environment, capture_output=True, text=True,
                                  check=True, timeout=60).stdout

        def listed(folder):
            return "Offprint preview root" in subprocess.run(
                ["certutil", "-d", "sql:" + folder, "-L"], capture_output=True, text=True).stdout
        subprocess.run(["certutil", "-d", "sql:" + profile, "-N", "--empty-password"], check=True)
        assert "There is no local authority" in offprint("show")
        dry = offprint("trust", "--dry-run")
        assert "$ certutil" in dry and not os.path.exists(home + "/.pki")
        shown = offprint("trust")
        assert shown.count("$ certutil") == 3 and "sudo" not in shown, shown
        assert listed(home + "/.pki/nssdb") and listed(profile)
        assert "Already there" in offprint("trust")
        assert offprint("show").count("\ntrusted") == 2
        offprint("untrust")
        assert not listed(home + "/.pki/nssdb") and not listed(profile)
        assert os.path.exists(home + "/.local/state/offprint/intermediate.key")
        offprint("untrust", "--delete")
        assert os.listdir(home + "/.local/state/offprint") == []


def rebuilt(program):
    """A second start takes the same authority and leaf; a broken state folder is made anew."""
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "index.html"), "w") as file:
            file.write("home")
        state = tempfile.mkdtemp()
        environment = {"XDG_STATE_HOME": state}

        def files():
            place = os.path.join(state, "offprint")
            return {name: open(os.path.join(place, name)).read() for name in sorted(os.listdir(place))}
        Server(program, "--port", "0", directory=folder, environment=environment).stop()
        first = files()
        Server(program, "--port", "0", directory=folder, environment=environment).stop()
        assert files() == first
        with open(os.path.join(state, "offprint/intermediate.key"), "w") as file:
            file.write("damaged")
        server = Server(program, "--port", "0", directory=folder, environment=environment)
        assert files()["authority.crt"] != first["authority.crt"]
        server.stop()
        shutil.rmtree(state)
