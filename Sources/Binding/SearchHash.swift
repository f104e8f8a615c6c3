/// The hash that decides which file holds a head: FNV-1a over code points, folded; `engine.js` has the same.
struct SearchHash {
  private var state: UInt32 = 0x811C_9DC5

  mutating func add(_ scalar: UInt32) { state = (state ^ scalar) &* 0x0100_0193 }

  var value: UInt32 { state ^ state >> 15 }

  static func of(_ scalar: UInt32) -> UInt32 {
    var hash = SearchHash()
    if scalar != 0 { hash.add(scalar) }
    return hash.value
  }

  /// The hash of a word's first two characters, and how many bytes they take.
  static func ofHead(_ word: UnsafeBufferPointer<UInt8>) -> (value: UInt32, length: Int) {
    var hash = SearchHash()
    var length = 0
    var points = 0
    var scalar: UInt32 = 0
    for byte in word {
      if byte & 0xC0 != 0x80 {
        if points > 0 { hash.add(scalar) }
        if points == 2 { return (hash.value, length) }
        points += 1
        scalar =
          switch byte {
          case ..<0x80: UInt32(byte)
          case ..<0xE0: UInt32(byte & 31)
          case ..<0xF0: UInt32(byte & 15)
          default: UInt32(byte & 7)
          }
      } else {
        scalar = scalar << 6 | UInt32(byte & 63)
      }
      length += 1
    }
    if points > 0 { hash.add(scalar) }
    return (hash.value, length)
  }
}
