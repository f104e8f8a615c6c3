"""How the port speaks TLS, asked by openssl and curl, and what the local authority may sign."""
import json
import os
import re
import shutil
import subprocess
import tempfile


def openssl(*arguments, data=b"", check=False):
    done = subprocess.run(["openssl", *arguments], input=data, capture_output=True, timeout=30)
    if check:
        assert done.returncode == 0, done.stderr
    return (done.stdout + done.stderr).decode("utf-8", "replace")


def audit(server):
    """testssl.sh (Debian) finds nothing of low severity or above, but for what a local authority cannot have: a certificate
    of a public authority, revocation, certificate transparency."""
    program = shutil.which("testssl") or shutil.which("testssl.sh")
    if not program:
        return "passed over: apt-get install testssl.sh"
    with tempfile.TemporaryDirectory() as folder:
        told = os.path.join(folder, "told.json")
        subprocess.run(
            [program, "--quiet", "--color", "0", "--warnings", "off", "--ip", "one", "--add-ca", server.state("authority.crt"),
             "--jsonfile", told, f"localhost:{server.port}"],
            stdin=subprocess.DEVNULL, capture_output=True, timeout=570)
        with open(told) as file:
            findings = json.load(file)
    # All suites are strong, so that the client may choose by what its processor does best (Mozilla, "intermediate").
    # HSTS would bind every port of localhost; see `StandardFields`.
    known = {"cert_chain_of_trust", "cert_revocation", "OCSP_stapling", "cert_ocspRevoked", "HSTS", "DNS_CAArecord", "overall_grade",
             "cipher_order"}
    bad = [one for one in findings if one["severity"] in ("LOW", "MEDIUM", "HIGH", "CRITICAL", "FATAL")]
    other = [one for one in bad if not any(one["id"].startswith(name) for name in known)]
    assert len(findings) > 80, findings
    assert not other, other
    return f"{len(findings)} findings, none bad but {sorted({one['id'] for one in bad})}"


def run(server):
    address = f"127.0.0.1:{server.port}"
    root = server.state("authority.crt")

    def client(*arguments, data=b"Q"):
        return openssl("s_client", "-connect", address, "-servername", "localhost", "-CAfile", root, *arguments, data=data)

    for version in ("-tls1_2", "-tls1_3"):
        out = client(version)
        assert "Verify return code: 0 (ok)" in out, out
    assert "Server Temp Key: X25519" in client("-tls1_3")
    # seclevel 0 makes this openssl willing; the server is not.
    for version in ("-tls1", "-tls1_1"):
        out = client(version, "-cipher", "ALL:@SECLEVEL=0")
        assert "Cipher is (NONE)" in out, out
    offered = []
    for line in openssl("ciphers", "-s", "-v", "-tls1_2", "ALL:COMPLEMENTOFALL:@SECLEVEL=0").splitlines():
        name = line.split()[0]
        if name.startswith("TLS_"):
            continue
        out = client("-tls1_2", "-cipher", name + ":@SECLEVEL=0")
        if "Cipher is (NONE)" not in out and "Cipher is" in out:
            offered.append(name)
    assert set(offered) == {
        "ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-ECDSA-CHACHA20-POLY1305", "ECDHE-ECDSA-AES256-GCM-SHA384"}, offered
    for asked, answered in (("h2", "h2"), ("http/1.1", "http/1.1"), ("http/1.1,h2", "h2"), ("spdy/1", None)):
        out = client("-alpn", asked)
        assert (f"ALPN protocol: {answered}" in out) if answered else ("No ALPN negotiated" in out), (asked, out)
    out = client("-tls1_2", data=b"R\n")
    assert "RENEGOTIATING" in out and ("no renegotiation" in out or "error" in out), out
    resumption(client)
    chain(client)
    constraints(server)
    permissions(server)
    for option in ("--tlsv1.2 --tls-max 1.2", "--tlsv1.3"):
        for kind in ("--http1.1", "--http2"):
            subprocess.run(["curl", "-sf", "--cacert", root, *option.split(), kind, f"https://localhost:{server.port}/"],
                           check=True, stdout=subprocess.DEVNULL, timeout=30)
    return offered


def resumption(client):
    with tempfile.TemporaryDirectory() as folder:
        session = os.path.join(folder, "session")
        for version in ("-tls1_2", "-tls1_3"):
            # The ticket of TLS 1.3 comes behind the handshake: a request waits for it.
            request = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            first = client(version, "-sess_out", session, "-ign_eof", data=request)
            assert "\nNew, TLSv1" in first, first
            again = client(version, "-sess_in", session, "-ign_eof", data=request)
            assert "\nReused, TLSv1" in again, again
            assert b"home" in again.encode()


def chain(client):
    out = client("-showcerts")
    certificates = re.findall(r"-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", out, re.S)
    assert len(certificates) == 2
    leaf = openssl("x509", "-noout", "-text", data=certificates[0].encode())
    for part in ("DNS:localhost", "DNS:*.localhost", "IP Address:127.0.0.1", "CA:FALSE", "prime256v1", "TLS Web Server"):
        assert part in leaf, leaf
    intermediate = openssl("x509", "-noout", "-text", data=certificates[1].encode())
    for part in ("X509v3 Name Constraints: critical", "DNS:localhost", "DNS:local", "IP:10.0.0.0/255.0.0.0", "CA:TRUE, pathlen:0"):
        assert part in intermediate, intermediate


def constraints(server):
    """Whoever steals the intermediate's key can sign for local names and private addresses, and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        key = os.path.join(folder, "key")
        openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", key, check=True)
        for name, is_valid in (("DNS:localhost", True), ("DNS:a.local", True), ("IP:192.168.7.7", True), ("IP:fd00::1", True),
                               ("DNS:example.com", False), ("IP:8.8.8.8", False), ("DNS:localhost.example", False),
                               ("IP:2001:4860::8", False), ("DNS:a.local,DNS:bank.example", False), ("IP:172.32.0.1", False)):
            request, leaf, extension = (os.path.join(folder, kind) for kind in ("csr", "crt", "ext"))
            openssl("req", "-new", "-key", key, "-subj", "/O=x", "-out", request, check=True)
            with open(extension, "w") as file:
                file.write(f"subjectAltName={name}\n")
            openssl("x509", "-req", "-in", request, "-CA", server.state("intermediate.crt"), "-CAkey",
                    server.state("intermediate.key"), "-days", "9", "-extfile", extension, "-out", leaf, check=True)
            out = openssl("verify", "-CAfile", server.state("authority.crt"), "-untrusted", server.state("intermediate.crt"), leaf)
            assert (": OK" in out) == is_valid, (name, out)
            assert is_valid or "permitted subtree violation" in out, out


def permissions(server):
    names = sorted(os.listdir(os.path.dirname(server.state(""))))
    assert names == ["authority.crt", "intermediate.crt", "intermediate.key", "leaf.crt", "leaf.key"], names
    for name in names:
        mode = os.stat(server.state(name)).st_mode & 0o777
        assert mode == (0o600 if name.endswith(".key") else 0o644), (name, oct(mode))
    assert os.stat(os.path.dirname(server.state("x"))).st_mode & 0o777 == 0o700
    root = openssl("x509", "-noout", "-pubkey", "-in", server.state("authority.crt"))
    for name in ("intermediate.key", "leaf.key"):
        assert openssl("pkey", "-pubout", "-in", server.state(name)) != root
