import Manuscript

/// A quick look for line feeds and carriage returns, eight bytes at a time: every run of text is asked.
enum LineEnds {
  /// The lines of a text that are not empty.
  static func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < text.count {
      let end = text.withUnsafeBufferPointer { $0.firstLineFeed(from: start) }
      if end > start { lines.append(text[start..<end]) }
      start = end + 1
    }
    return lines
  }

  static func areIn(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { raw in
      var position = 0
      let ones: UInt64 = 0x0101_0101_0101_0101
      while position + 8 <= raw.count {
        let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        let feed = word ^ (ones &* 10)
        let carriage = word ^ (ones &* 13)
        // The high bit of a byte is set when that byte is zero.
        if ((feed &- ones) & ~feed | (carriage &- ones) & ~carriage) & (ones << 7) != 0 { return true }
        position += 8
      }
      while position < raw.count {
        if raw[position] == 10 || raw[position] == 13 { return true }
        position += 1
      }
      return false
    }
  }
}
