/// Eight bytes of a text in one number, the first one lowest: what a loop over bytes looks for is found in all at once.
///
/// A test marks bytes by their highest bits. It is exact up to the first byte beyond ASCII; behind that a byte may be
/// marked or missed wrongly, so marks are joined with the bytes beyond ASCII themselves (`word`), and only the lowest
/// mark counts.
struct ByteWord {
  let word: UInt64

  /// The bytes from a place inside the text; those that would lie behind its end read as `a`.
  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
    let base = UnsafeRawPointer(text.baseAddress.unsafelyUnwrapped)
    let rest = text.count &- index
    if rest >= 8 {
      word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    } else {
      word = Self.end(of: text, rest)
    }
  }

  /// The last bytes of a text, fewer than eight.
  private static func end(of text: UnsafeBufferPointer<UInt8>, _ rest: Int) -> UInt64 {
    let filling = all(UInt8(ascii: "a"))
    if text.count >= 8 {
      let base = UnsafeRawPointer(text.baseAddress.unsafelyUnwrapped)
      let last = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: text.count - 8, as: UInt64.self))
      return last >> UInt64(64 - 8 * rest) | filling << UInt64(8 * rest)
    }
    var word = filling
    var index = text.count - 1
    while index >= text.count - rest {
      word = word << 8 | UInt64(text[index])
      index -= 1
    }
    return word
  }

  static var highestBits: UInt64 { 0x8080_8080_8080_8080 }

  /// One byte eight times.
  @inline(__always)
  static func all(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// Marks what is not `byte`, which is ASCII; bits in `ignored` count for nothing.
  @inline(__always)
  func differs(from byte: UInt8, ignoring ignored: UInt8 = 0) -> UInt64 {
    ((word | Self.all(ignored)) ^ Self.all(byte | ignored)) &+ Self.all(0x7F)
  }

  /// Marks what is not below `byte`, which is ASCII.
  @inline(__always)
  func isAtLeast(_ byte: UInt8) -> UInt64 { word &+ Self.all(0x80 - byte) }

  /// The number of the first byte that bears a mark; there is one.
  @inline(__always)
  static func first(_ marks: UInt64) -> Int { marks.trailingZeroBitCount / 8 }
}
