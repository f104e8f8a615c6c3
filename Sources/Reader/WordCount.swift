/// Counts characters of Chinese, Japanese and Korean, and words of everything else.
struct WordCount {
  private(set) var count = 0
  /// The characters among them.
  private(set) var characters = 0
  private var isInWord = false

  /// A place where no word goes on: the end of a block, a line break.
  mutating func interrupt() { isInWord = false }

  /// Adds text, which must be valid UTF-8.
  mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      var index = 0
      while index + 8 <= bytes.count {
        let lanes = WordLanes(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self), isInWord: isInWord)
        count += lanes.wordStarts + lanes.ideographs
        characters += lanes.ideographs
        isInWord = lanes.endsInWord
        index += lanes.count
        if lanes.count < 8 { index += wide(bytes, index) }
      }
      while index < bytes.count {
        let byte = bytes[index]
        if Self.isAlphanumeric(byte) {
          if !isInWord { count += 1 }
          isInWord = true
          index += 1
        } else if byte < 0x80 {
          // These may stand inside a word: `'`, `-`, `_`.
          if byte != 0x27, byte != 0x2D, byte != 0x5F { isInWord = false }
          index += 1
        } else if byte < 0xC0 {
          // Of an ideograph that began in the last eight bytes.
          index += 1
        } else {
          index += wide(bytes, index)
        }
      }
    }
  }

  @inline(__always)
  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Counts the character of more than one byte that begins at an offset.
  ///
  /// - Returns: its length.
  private mutating func wide(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Int {
    let lead = bytes[index]
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= bytes.count else { return length }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    switch value {
    // Radicals, kana, bopomofo, Hangul, Han.
    case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3041...0x318E, 0x31A0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF66...0xFF9D, 0x20000...0x3FFFF:
      count += 1
      characters += 1
      isInWord = false
    // General, CJK and full-width punctuation, symbols, pictures.
    case 0x80...0xBF, 0x2000...0x2E7F, 0x3000...0x303F, 0xFE00...0xFE6F, 0xFF00...0xFF0F, 0xFF1A...0xFF20,
      0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFE0...0xFFFF, 0x1F000...0x1FFFF, 0xE0000...0x10FFFF:
      isInWord = false
    default:
      if !isInWord { count += 1 }
      isInWord = true
    }
    return length
  }
}
