"""Clients that take their time, and floods; all at once, because each of them waits for a limit."""
import concurrent.futures
import socket
import struct
import threading
import time

import frames


def run(server):
    cases = [drip_head, drip_handshake, silence, drip_body, unread, rapid_reset, endless_continuation, many_settings, many_pings,
             empty_data, header_bomb, hpack_garbage, too_many_streams, closed_window, partial_frame]
    before = server.memory()
    with concurrent.futures.ThreadPoolExecutor(len(cases)) as pool:
        running = {pool.submit(case, server): case.__name__ for case in cases}
        time.sleep(1)
        server.is_well()
        for future in concurrent.futures.as_completed(running):
            try:
                future.result()
            except Exception as error:
                raise AssertionError(f"{running[future]}: {error!r}") from error
    server.is_well()
    wide_window(server)
    connections(server)
    server.is_well()
    # What clients took is given back once they are gone, not at once: connections close, then the allocator returns pages.
    for _ in range(15):
        time.sleep(1)
        grown = server.memory() - before
        if grown < 20:
            return grown
    raise AssertionError(f"{grown:.1f} MB more than before")


def closed_after(stream, send, seconds):
    """Sends a piece at a time until the other end closes; returns how long that took."""
    begun = time.monotonic()
    stream.settimeout(0.5)
    while time.monotonic() - begun < seconds:
        try:
            send()
            if stream.recv(1000) == b"":
                return time.monotonic() - begun
        except (TimeoutError, socket.timeout):
            continue
        except OSError:
            return time.monotonic() - begun
    raise AssertionError(f"still open after {seconds} s")


def drip_head(server):
    stream = server.connect()
    stream.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n")
    took = closed_after(stream, lambda: stream.sendall(b"X: y\r\n"), 16)
    assert took > 5, took


def drip_handshake(server):
    stream = socket.create_connection(("127.0.0.1", server.port))
    stream.sendall(b"\x16\x03\x01\x02\x00\x01")
    took = closed_after(stream, lambda: stream.sendall(b"\x00"), 16)
    assert took > 5, took


def silence(server):
    stream = socket.create_connection(("127.0.0.1", server.port))
    closed_after(stream, lambda: None, 16)


def drip_body(server):
    stream = server.connect()
    stream.sendall(b"POST /.offprint/none HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n")
    closed_after(stream, lambda: stream.sendall(b"x"), 16)


def unread(server):
    """Twenty downloads of 3 GB that nobody reads: the server holds little of them, and the next download is whole."""
    before = server.memory()
    streams = [server.connect() for _ in range(20)]
    for stream in streams:
        stream.sendall(b"GET /large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n")
    time.sleep(3)
    grown = server.memory() - before
    for stream in streams:
        stream.close()
    assert grown < 40, grown


def fails(server, data, seconds=16, reads=True):
    """What is sent over HTTP/2 makes the server close the connection, or ends without harm."""
    stream = server.connect(alpn="h2")
    stream.settimeout(seconds)
    try:
        for piece in data:
            stream.sendall(piece)
        while reads and stream.recv(65536):
            pass
    except (TimeoutError, socket.timeout):
        raise AssertionError("still open") from None
    except OSError:
        pass
    finally:
        stream.close()


def rapid_reset(server):
    def flood():
        yield frames.preface()
        for number in range(5_000):
            yield frames.headers(2 * number + 1) + frames.reset(2 * number + 1)
    fails(server, flood())


def endless_continuation(server):
    def flood():
        yield frames.preface() + frames.frame(1, 0, 1, frames.block())
        for _ in range(2_000):
            yield frames.frame(9, 0, 1, frames.literal("x", "y" * 500))
    fails(server, flood())


def many_settings(server):
    def flood():
        yield frames.preface()
        for _ in range(20_000):
            yield frames.frame(4, 0, 0, b"\0\3\0\0\0\x64")
    fails(server, flood())


def many_pings(server):
    def flood():
        yield frames.preface()
        for _ in range(20_000):
            yield frames.frame(6, 0, 0, b"12345678")
    fails(server, flood())


def empty_data(server):
    def flood():
        yield frames.preface() + frames.headers(1, ends=False, method="POST", path="/.offprint/none")
        for _ in range(20_000):
            yield frames.frame(0, 0, 1, b"")
    fails(server, flood())


def header_bomb(server):
    """One large entry of the table, referred to thousands of times."""
    block = frames.block() + frames.literal("x", "y" * 3_900, indexed=True) + b"\xbe" * 10_000
    fails(server, [frames.preface() + frames.frame(1, 0x5, 1, block)], seconds=20)


def hpack_garbage(server):
    for block in (b"\xff" * 50, b"\x7f" + b"\xff" * 20, b"\x00\xff\xff\xff\xff\xff\xff\xff\x7f", b"\x3f\xff\xff\xff\xff\xff\x0f", b"\xc5"):
        fails(server, [frames.preface() + frames.frame(1, 0x5, 1, block)])


def too_many_streams(server):
    """More at once than were allowed: those beyond are refused, the connection or the rest goes on."""
    stream = server.connect(alpn="h2")
    stream.settimeout(5)
    stream.sendall(frames.preface(window=0))
    for number in range(1_000):
        try:
            stream.sendall(frames.headers(2 * number + 1, path="/medium.bin"))
        except OSError:
            break
    try:
        while stream.recv(65536):
            pass
    except OSError:
        pass
    stream.close()


def closed_window(server):
    """A hundred streams of a client that opens no window: nothing of 200 MB is held."""
    before = server.memory()
    stream = server.connect(alpn="h2")
    stream.sendall(frames.preface(window=0))
    for number in range(100):
        stream.sendall(frames.headers(2 * number + 1, path="/medium.bin"))
    time.sleep(3)
    grown = server.memory() - before
    stream.close()
    assert grown < 60, grown


def wide_window(server):
    """A client that opens the largest windows and reads nothing of ten files of 3 GB: a few pieces of each are held."""
    before = server.memory()
    stream = server.connect(alpn="h2")
    stream.sendall(frames.preface(window=2**31 - 1) + frames.frame(8, 0, 0, struct.pack(">I", 2**31 - 1 - 65_535)))
    for number in range(10):
        stream.sendall(frames.headers(2 * number + 1, path="/large.bin"))
    time.sleep(3)
    grown = server.memory() - before
    stream.close()
    assert grown < 15, grown


class LongDrip:
    """An HTTP/2 client that sends a byte of a frame every second: cut after the idle limit of a minute. Runs beside the
    other cases."""

    def __init__(self, server):
        self.took = None
        self.thread = threading.Thread(target=self.drip, args=(server.connect(alpn="h2", timeout=1),), daemon=True)
        self.thread.start()

    def drip(self, stream):
        begun = time.monotonic()
        try:
            stream.sendall(frames.preface() + b"\0\x40\0\1\4\0\0\0\1")
            while time.monotonic() - begun < 90:
                stream.sendall(b"\0")
                try:
                    if not stream.recv(65536):
                        break
                except TimeoutError:
                    continue
        except OSError:
            pass
        self.took = time.monotonic() - begun

    def is_cut(self):
        self.thread.join(95)
        assert self.took is not None and 50 < self.took < 75, self.took
        return f"{self.took:.0f} s"


def partial_frame(server):
    """Half of a frame, forever: the idle limit ends it (not waited for here), and it holds nobody up."""
    stream = server.connect(alpn="h2")
    stream.sendall(frames.preface() + b"\0\x40\0\1\4\0\0\0\1" + b"\0" * 100)
    server.is_well()
    stream.close()


def connections(server):
    """More connections than are allowed: those beyond are refused, and there is room again when they go."""
    streams = []
    for _ in range(2_200):
        try:
            streams.append(socket.create_connection(("127.0.0.1", server.port), timeout=5))
        except OSError:
            break
    for stream in streams:
        stream.close()
    for _ in range(100):
        try:
            return server.is_well()
        except (OSError, AssertionError):
            time.sleep(0.1)
    server.is_well()
