/// Bytes looked at eight at a time. Words are read little-endian, so that the lowest bit that is set is the first byte.
extension UnsafeBufferPointer<UInt8> {
  private func word(at index: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(baseAddress.unsafelyUnwrapped + index).loadUnaligned(as: UInt64.self))
  }

  /// The highest bit of each byte that equals one; bytes behind the first that does may be marked wrongly.
  @inline(__always)
  private static func marks(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    let difference = word ^ (0x0101_0101_0101_0101 &* UInt64(byte))
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
  }

  /// The first place of a byte in a range; nil when it is not there.
  func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
    let found = place(of: byte, byte, byte, byte, in: range)
    return found < range.upperBound ? found : nil
  }

  /// The first place of any of four bytes in a range, or the range's end.
  @inline(__always)
  func place(of one: UInt8, _ two: UInt8, _ three: UInt8, _ four: UInt8, in range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index + 8 <= range.upperBound {
      let word = word(at: index)
      let found =
        (Self.marks(word, one) | Self.marks(word, two)) | (Self.marks(word, three) | Self.marks(word, four))
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < range.upperBound {
      let byte = self[index]
      if byte == one || byte == two || byte == three || byte == four { return index }
      index += 1
    }
    return index
  }

  /// Where a run of bytes ends that stand for themselves in a JSON string: before a quotation mark, a backslash or a
  /// control character, or at the range's end.
  func endOfRun(in range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index + 8 <= range.upperBound {
      let word = word(at: index)
      // Below 0x20 is what borrows from its own highest bit, which then was not set.
      let controls = (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
      let found = Self.marks(word, UInt8(ascii: "\"")) | Self.marks(word, UInt8(ascii: "\\")) | controls
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < range.upperBound {
      let byte = self[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return index }
      index += 1
    }
    return index
  }

  /// Whether two stretches of the same length hold the same bytes.
  @inline(__always)
  func isSame(_ left: Int, _ right: Int, count length: Int) -> Bool {
    var offset = 0
    while offset + 8 <= length {
      if word(at: left + offset) != word(at: right + offset) { return false }
      offset += 8
    }
    while offset < length {
      if self[left + offset] != self[right + offset] { return false }
      offset += 1
    }
    return true
  }

  /// Whether two texts of the same length are the same.
  @inline(__always)
  func isEqual(to other: UnsafeBufferPointer<UInt8>) -> Bool {
    var offset = 0
    while offset + 8 <= count {
      if word(at: offset) != other.word(at: offset) { return false }
      offset += 8
    }
    while offset < count {
      if self[offset] != other[offset] { return false }
      offset += 1
    }
    return true
  }

  /// The first and the last eight bytes as numbers; of a shorter text all its bytes, and nothing.
  @inline(__always)
  var ends: (UInt64, UInt64) {
    if count >= 8 { return (word(at: 0), word(at: count - 8)) }
    var short: UInt64 = 0
    for byte in self { short = short << 8 | UInt64(byte) }
    return (short, 0)
  }

  /// Mixes the length, the first sixteen bytes and the last eight; of a shorter text all. The high bits depend on all of
  /// them.
  @inline(__always)
  var mixed: UInt64 {
    let (first, last) = ends
    let second = count >= 16 ? word(at: 8) : 0
    let mixed = (first &* 0x9E37_79B9_7F4A_7C15) ^ second
    return ((mixed &* 0xD6E8_FEB8_6659_FD93) ^ last &+ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15
  }

  /// Where something that is not UTF-8 begins; nil when all is well.
  var firstIllFormed: Int? {
    var index = 0
    while index < count {
      if index + 8 <= count {
        let word = word(at: index)
        if word & 0x8080_8080_8080_8080 == 0 {
          index += 8
          while index + 16 <= count, (self.word(at: index) | self.word(at: index + 8)) & 0x8080_8080_8080_8080 == 0 {
            index += 16
          }
          continue
        }
        // Two characters of three bytes each, as most of Chinese is; those that begin with E0 or ED need a closer look.
        let rare: UInt64 = 0x2001
        if word & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0,
          ((rare >> (word & 15)) | (rare >> ((word >> 24) & 15))) & 1 == 0
        {
          index += 6
          continue
        }
      }
      guard let length = characterLength(at: index) else { return index }
      index += length
    }
    return nil
  }

  /// Bytes of the well-formed character at a place; nil when it is none.
  @inline(__always)
  private func characterLength(at index: Int) -> Int? {
    let byte = self[index]
    if byte < 0x80 { return 1 }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    guard byte >= 0xC2, byte <= 0xF4, index + length <= count else { return nil }
    let second = self[index + 1]
    switch byte {
    case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90, 0xF4 where second > 0x8F:
      return nil
    default: break
    }
    for offset in 1..<length where self[index + offset] & 0xC0 != 0x80 { return nil }
    return length
  }
}
