"""Tests of `offprint serve` on real sockets, loopback only.

    python3 Tests/Server/run.py PROGRAM [CASE…]
"""
import os
import shutil
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import hostile_cases
import http_cases
import manners_cases
import slow_cases
import tls_cases
from server import Server, make_site


def main():
    program = os.path.abspath(sys.argv[1])
    chosen = sys.argv[2:]
    top = tempfile.mkdtemp(prefix="offprint-site-")
    folder = os.path.join(top, "site")
    os.makedirs(folder)
    make_site(folder)
    server = Server(program, "--port", "0", directory=folder)
    server.is_well()
    idle = server.memory()
    cases = [
        ("http", lambda: http_cases.run(server, folder)), ("tls", lambda: tls_cases.run(server)),
        ("paths", lambda: hostile_cases.paths(server)), ("smuggling", lambda: hostile_cases.requests_that_smuggle(server)),
        ("heads", lambda: hostile_cases.large_heads(server)), ("garbage", lambda: hostile_cases.garbage(server)),
        ("slow", lambda: slow_cases.run(server)), ("manners", lambda: manners_cases.run(program, folder)),
        # Minutes: only where it is asked for.
        ("audit", lambda: tls_cases.audit(server)),
    ]
    drip = slow_cases.LongDrip(server) if not chosen or "slow" in chosen else None
    print(f"ready after {server.ready * 1000:.0f} ms, {idle:.1f} MB")
    try:
        for name, case in cases:
            if name not in chosen if chosen else name == "audit":
                continue
            begun = time.monotonic()
            result = case()
            print(f"{name}: well ({time.monotonic() - begun:.1f} s){'' if result is None else f', {result}'}", flush=True)
            server.is_well()
        if drip:
            print(f"drip: cut after {drip.is_cut()}")
        assert server.memory() < 60, server.memory()
        print(f"in the end {server.memory():.1f} MB")
    finally:
        server.stop()
        shutil.rmtree(top)


main()
