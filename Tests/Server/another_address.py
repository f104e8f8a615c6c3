"""Run in a network of its own (`unshare -rn`): a preview under --lan while the machine's address changes."""
import socket
import ssl
import subprocess
import sys

from server import Server


def ip(*words):
    subprocess.run(["ip", *words], check=True)


def names(server, address):
    """The addresses that the certificate vouches for, checked against the authority as a phone does."""
    context = ssl.create_default_context(cafile=server.state("authority.crt"))
    plain = socket.create_connection((address, server.port), timeout=5)
    with context.wrap_socket(plain, server_hostname=address) as stream:
        return {value for kind, value in stream.getpeercert()["subjectAltName"] if kind == "IP Address"}


def main():
    program, folder = sys.argv[1:]
    ip("link", "set", "lo", "up")
    ip("link", "add", "one", "type", "veth", "peer", "name", "two")
    ip("link", "set", "one", "up")
    ip("link", "set", "two", "up")
    ip("addr", "add", "192.168.77.1/24", "dev", "one")
    server = Server(program, "--port", "0", "--lan", directory=folder)
    server.wait(r"(https://192\.168\.77\.1:\d+/)")
    assert "192.168.77.1" in names(server, "192.168.77.1")
    stands = server.connect()
    ip("addr", "del", "192.168.77.1/24", "dev", "one")
    ip("addr", "add", "10.20.30.40/24", "dev", "one")
    server.wait(r"(http://10\.20\.30\.40:\d+/)", seconds=20)
    found = names(server, "10.20.30.40")
    assert "10.20.30.40" in found and "192.168.77.1" not in found, found
    # What stood goes on.
    stands.sendall(b"GET /about HTTP/1.1\r\nHost: localhost\r\n\r\n")
    answer = b""
    while b"about" not in answer:
        piece = stands.recv(65536)
        assert piece, answer
        answer += piece
    server.is_well()
    assert server.stop()[0] == 0


main()
