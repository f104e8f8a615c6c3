"""Frames of HTTP/2, byte by byte (RFC 9113, RFC 7541), right and wrong."""
import struct


def frame(kind, flags, stream, payload=b""):
    return struct.pack(">I", len(payload))[1:] + bytes([kind, flags]) + struct.pack(">I", stream) + payload


def preface(window=None):
    settings = b"" if window is None else struct.pack(">HI", 4, window)
    return b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + frame(4, 0, 0, settings)


def integer(value, bits, first=0):
    limit = (1 << bits) - 1
    if value < limit:
        return bytes([first | value])
    result = bytes([first | limit])
    value -= limit
    while value >= 128:
        result += bytes([value % 128 | 128])
        value //= 128
    return result + bytes([value])


def text(value):
    return integer(len(value), 7) + value.encode()


def literal(name, value, indexed=False):
    return (b"\x40" if indexed else b"\0") + text(name) + text(value)


def block(path="/", method="GET", authority="localhost", scheme="https", more=()):
    fields = [(":method", method), (":scheme", scheme), (":authority", authority), (":path", path), *more]
    return b"".join(literal(name, value) for name, value in fields)


def headers(stream, ends=True, **request):
    return frame(1, 0x4 | (0x1 if ends else 0), stream, block(**request))


def reset(stream):
    return frame(3, 0, stream, struct.pack(">I", 8))
