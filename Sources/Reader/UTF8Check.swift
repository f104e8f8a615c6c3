/// Looks for bytes that are no UTF-8 as Unicode defines it (table 3-7), and for U+0000, which no text holds.
enum UTF8Check {
  /// Offset of the first such byte, nil when there is none.
  static func firstFault(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Int? {
    let raw = UnsafeRawBufferPointer(bytes)
    var position = range.lowerBound
    let end = range.upperBound
    while position < end {
      if position + 8 <= end {
        let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        // All eight below 0x80 and none zero: subtracting one from each byte then borrows from no sign bit.
        if (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0 {
          position += 8
          continue
        }
      }
      // Most of what is not ASCII: U+1000 to U+CFFF and U+E000 to U+FFFF. They come in runs.
      let start = position
      while position + 4 <= end {
        let four = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt32.self))
        guard four & 0xC0_C0F0 == 0x80_80E0, four & 0xFF != 0xE0, four & 0xFF != 0xED else { break }
        position += 3
      }
      if position > start { continue }
      let length = sequenceLength(bytes, at: position, end: end)
      if length == 0 { return position }
      position += length
    }
    return nil
  }

  /// How many bytes one U+FFFD replaces: the longest prefix of a valid sequence, at least one byte (Unicode 3.9).
  static func faultLength(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    guard let (range, length) = second(after: bytes[position]) else { return 1 }
    guard position + 1 < bytes.count, range.contains(bytes[position + 1]) else { return 1 }
    var count = 2
    while count < length, position + count < bytes.count, bytes[position + count] & 0xC0 == 0x80 { count += 1 }
    return count
  }

  /// 0: ill-formed, or U+0000.
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int, end: Int) -> Int {
    let lead = bytes[position]
    if lead < 0x80 { return lead == 0 ? 0 : 1 }
    guard let (range, length) = second(after: lead), position + length <= end, range.contains(bytes[position + 1])
    else { return 0 }
    if length > 2, bytes[position + 2] & 0xC0 != 0x80 { return 0 }
    if length > 3, bytes[position + 3] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// Which bytes may follow a lead byte, and how long the sequence is.
  private static func second(after lead: UInt8) -> (ClosedRange<UInt8>, Int)? {
    switch lead {
    case 0xC2...0xDF: (0x80...0xBF, 2)
    case 0xE0: (0xA0...0xBF, 3)
    case 0xE1...0xEC, 0xEE, 0xEF: (0x80...0xBF, 3)
    case 0xED: (0x80...0x9F, 3)
    case 0xF0: (0x90...0xBF, 4)
    case 0xF1...0xF3: (0x80...0xBF, 4)
    case 0xF4: (0x80...0x8F, 4)
    default: nil
    }
  }
}
