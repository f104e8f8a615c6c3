internal import Glibc

/// Questions about runs of bytes, answered eight bytes at a time where that pays.
enum ByteRun {
  /// Whether `count` bytes at two places are the same; both must have them.
  static func equal(
    _ left: UnsafeBufferPointer<UInt8>, _ leftStart: Int, _ right: UnsafeBufferPointer<UInt8>, _ rightStart: Int,
    count: Int
  ) -> Bool {
    let left = UnsafeRawBufferPointer(left)
    let right = UnsafeRawBufferPointer(right)
    var offset = 0
    while offset + 8 <= count {
      if left.loadUnaligned(fromByteOffset: leftStart + offset, as: UInt64.self)
        != right.loadUnaligned(fromByteOffset: rightStart + offset, as: UInt64.self)
      {
        return false
      }
      offset += 8
    }
    while offset < count {
      if left[leftStart + offset] != right[rightStart + offset] { return false }
      offset += 1
    }
    return true
  }

  /// Offset of the first `needle` in a range, nil when there is none.
  @inline(__always)
  static func firstIndex(of needle: UInt8, in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    guard let base = bytes.baseAddress, !range.isEmpty else { return nil }
    return memchr(base + range.lowerBound, CInt(needle), range.count).map {
      UnsafeRawPointer($0) - UnsafeRawPointer(base)
    }
  }

  /// Whether `first` stands in a range with `second` right behind it.
  static func contains(
    _ first: UInt8, _ second: UInt8, in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    var position = range.lowerBound
    while let found = firstIndex(of: first, in: bytes, position..<range.upperBound) {
      position = found + 1
      if position < range.upperBound, bytes[position] == second { return true }
    }
    return false
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// White space of CommonMark within a paragraph: blanks and line ends.
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

  /// ASCII punctuation: what a backslash may escape.
  static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The same bytes without blanks and line ends around them.
  var trimmed: UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = count
    while start < end, ByteRun.isSpace(self[start]) { start += 1 }
    while end > start, ByteRun.isSpace(self[end - 1]) { end -= 1 }
    return UnsafeBufferPointer(rebasing: self[start..<end])
  }

  /// Whether these are the bytes of an ASCII string.
  func equals(_ string: StaticString) -> Bool {
    guard count == string.utf8CodeUnitCount else { return false }
    let expected = UnsafeBufferPointer(start: string.utf8Start, count: count)
    return ByteRun.equal(self, 0, expected, 0, count: count)
  }

  func starts(_ prefix: StaticString, at offset: Int = 0) -> Bool {
    let length = prefix.utf8CodeUnitCount
    guard offset >= 0, offset + length <= count else { return false }
    return ByteRun.equal(self, offset, UnsafeBufferPointer(start: prefix.utf8Start, count: length), 0, count: length)
  }
}
