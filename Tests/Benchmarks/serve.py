"""Puts `offprint serve` beside nginx and node:https, in one run, with the same files and the same certificate.

    python3 Tests/Benchmarks/serve.py PROGRAM [ROUNDS [SECONDS]]

Processor time of the server for a request is the figure to compare: on a machine that does other things requests per second
move, while this repeats within 20 %. Ratios are medians of pairs within one round.
"""
import json
import os
import re
import shutil
import signal
import socket
import ssl
import statistics
import subprocess
import sys
import tempfile
import time

SIZES = [("10 KB", "a.bin", 10_240), ("200 KB", "b.bin", 204_800), ("2 MB", "c.bin", 2_097_152)]
TICK = os.sysconf("SC_CLK_TCK")


class Peer:
    """A server process with its children."""

    def __init__(self, name, command, port, h2=True, environment=None):
        self.name, self.port, self.h2 = name, port, h2
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
        end = time.monotonic() + 15
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                assert time.monotonic() < end and self.process.poll() is None, name + " does not start"
                time.sleep(0.02)

    def processes(self):
        found, front = [], [self.process.pid]
        while front:
            found += front
            front = [int(child) for pid in front for child in children(pid)]
        return found

    def cpu(self):
        """Seconds of processor time so far."""
        total = 0
        for pid in self.processes():
            with open(f"/proc/{pid}/stat") as file:
                words = file.read().rsplit(")", 1)[1].split()
            total += int(words[11]) + int(words[12])
        return total / TICK

    def memory(self):
        """PSS in KB."""
        total = 0
        for pid in self.processes():
            with open(f"/proc/{pid}/smaps_rollup") as file:
                total += int(re.search(r"^Pss:\s+(\d+)", file.read(), re.M).group(1))
        return total

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()


def children(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as file:
            return file.read().split()
    except OSError:
        return []


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def h1(peer, path, seconds):
    """Requests a second and microseconds of the server's processor a request, over HTTP/1.1."""
    before = peer.cpu()
    out = subprocess.run(["wrk", "-t1", "-c16", f"-d{seconds}s", f"https://127.0.0.1:{peer.port}/{path}"],
                         capture_output=True, text=True, check=True).stdout
    requests, took = re.search(r"(\d+) requests in ([\d.]+)s", out).groups()
    assert "Non-2xx" not in out, out
    return int(requests) / float(took), (peer.cpu() - before) / int(requests) * 1e6


def h2(peer, path, seconds):
    before = peer.cpu()
    out = subprocess.run(
        ["h2load", "-c8", "-m8", "-t1", f"-D{seconds}", "--warm-up-time=0", f"https://127.0.0.1:{peer.port}/{path}"],
        capture_output=True, text=True, check=True).stdout
    done, failed = re.search(r"(\d+) succeeded, (\d+) failed", out).groups()
    rate = float(re.search(r"([\d.]+) req/s", out).group(1))
    assert int(failed) == 0 and "h2" in out, out
    return rate, (peer.cpu() - before) / int(done) * 1e6


def idle_connections(peer, asks, count=1_000):
    """KB a connection that waits: after the handshake, or having asked once for 10 KB."""
    context = ssl._create_unverified_context()
    context.set_alpn_protocols(["http/1.1"])

    def hold(number):
        streams = []
        for _ in range(number):
            stream = context.wrap_socket(socket.create_connection(("127.0.0.1", peer.port)), server_hostname="localhost")
            if asks:
                stream.sendall(b"GET /a.bin HTTP/1.1\r\nHost: localhost\r\n\r\n")
            got = 0
            while asks and got < 10_240:
                got += len(stream.recv(65536))
            streams.append(stream)
        return streams
    first = hold(50)
    before = peer.memory()
    streams = hold(count)
    time.sleep(1)
    after = peer.memory()
    for stream in first + streams:
        stream.close()
    time.sleep(1)
    return (after - before) / count


def main():
    program = os.path.abspath(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    seconds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    top = tempfile.mkdtemp(prefix="offprint-bench-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None)
    os.chmod(top, 0o755)
    root = os.path.join(top, "root")
    os.makedirs(root)
    for _, name, size in SIZES:
        with open(os.path.join(root, name), "wb") as file:
            file.write(os.urandom(size))
        os.utime(os.path.join(root, name), (1_700_000_000, 1_700_000_000))
    ports = {name: free_port() for name in ("offprint", "nginx", "node")}
    environment = {"PATH": os.environ["PATH"], "HOME": top, "LANG": "C.UTF-8"}
    peers = []
    try:
        begun = time.monotonic()
        offprint = Peer("offprint", [program, "serve", "--directory", root, "--port", str(ports["offprint"]), "--quiet"],
                        ports["offprint"], environment=environment)
        peers.append(offprint)
        state = os.path.join(top, ".local/state/offprint")
        chain, key = os.path.join(top, "chain.crt"), os.path.join(state, "leaf.key")
        with open(chain, "w") as file:
            file.write(open(os.path.join(state, "leaf.crt")).read() + open(os.path.join(state, "intermediate.crt")).read())
        configuration = os.path.join(top, "nginx.conf")
        with open(configuration, "w") as file:
            file.write(f"""
daemon off; worker_processes 1; pid {top}/pid; error_log /dev/null;
events {{ worker_connections 4096; }}
http {{
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; keepalive_timeout 300;
  types {{ }} default_type application/octet-stream;
  open_file_cache max=100 inactive=60s;
  server {{
    listen 127.0.0.1:{ports["nginx"]} ssl http2; ssl_certificate {chain}; ssl_certificate_key {key};
    ssl_protocols TLSv1.2 TLSv1.3; root {root};
  }}
}}
""")
        peers.append(Peer("nginx", [shutil.which("nginx") or "/usr/sbin/nginx", "-c", configuration, "-p", top], ports["nginx"]))
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "serve_node.js")
        peers.append(Peer("node", ["node", script, root, chain, key, str(ports["node"])], ports["node"], h2=False))
        for peer in peers:
            h1(peer, "a.bin", 1)
        table = {}
        for number in range(rounds):
            for label, name, _ in SIZES:
                for kind, measure in (("h1", h1), ("h2", h2)):
                    for peer in peers:
                        if kind == "h2" and not peer.h2:
                            continue
                        table.setdefault((kind, label), {}).setdefault(peer.name, []).append(measure(peer, name, seconds))
            print(f"round {number + 1} of {rounds}", file=sys.stderr)
        print("| | offprint CPU us | nginx CPU us | ratio (asked) | offprint req/s | nginx req/s | node req/s | offprint/node (asked) |")
        print("|---|---|---|---|---|---|---|---|")
        for (kind, label), cells in table.items():
            own, other = cells["offprint"], cells["nginx"]
            ratio = statistics.median(a[1] / b[1] for a, b in zip(own, other))
            node = cells.get("node")
            asked = 2.5 if label == "10 KB" else 1.3
            middle = lambda list, index: statistics.median(item[index] for item in list)
            node_cells = f"{middle(node, 0):.0f} | {statistics.median(a[0] / b[0] for a, b in zip(own, node)):.2f} (3)" if node else "- | -"
            print(f"| {kind} {label} | {middle(own, 1):.1f} | {middle(other, 1):.1f} | {ratio:.2f} ({asked}) | "
                  f"{middle(own, 0):.0f} | {middle(other, 0):.0f} | {node_cells} |")
        print()
        for words, asks in (("", False), (" that has fetched 10 KB", True)):
            print(f"KB for an idle connection{words} (asked of offprint: 25): " + ", ".join(
                f"{peer.name} {idle_connections(peer, asks):.1f}" for peer in peers))
    finally:
        for peer in peers:
            peer.stop()
        shutil.rmtree(top, ignore_errors=True)


main()
