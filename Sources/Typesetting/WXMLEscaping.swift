/// Text as WXML that every compiler of it reads back unchanged.
///
/// WXML has no escapes of its own: entities stay as they are written in the older compiler and are decoded by the newer
/// one, a backslash acts in one and not in the other, `{{` begins an expression, and tools that make WXML smaller collapse
/// what JavaScript calls white space. What all of them agree on is a JavaScript string in an expression. So risky runs
/// become `{{'…'}}`, and in there what could confuse a scanner is written as `\xHH` or `\uHHHH`.
enum WXMLEscaping {
  /// Safe bytes between two risky ones that are taken into the same expression: its delimiters cost six bytes.
  private static var joinedGap: Int { 8 }

  /// Appends running text.
  static func appendText(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var index = 0
    while index < text.count {
      var risky = nextRisky(in: text, from: index)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[index..<risky]))
      guard risky < text.count else { return }
      MarkupEscaping.append("{{'", to: &bytes)
      while true {
        let end = risky + scalarLength(text, risky)
        appendString(text, risky..<end, isAttribute: false, to: &bytes)
        risky = nextRisky(in: text, from: end)
        index = end
        guard risky < text.count, risky - end <= joinedGap else { break }
        appendString(text, end..<risky, isAttribute: false, to: &bytes)
      }
      MarkupEscaping.append("'}}", to: &bytes)
    }
  }

  /// Appends a value that stands between double quotes: as it is, or as one expression.
  static func appendAttribute(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    for index in 0..<text.count where care(text[index]) & attribute != 0 {
      if text[index] >= 0x80, escapedScalar(text, index) == nil { continue }
      MarkupEscaping.append("{{'", to: &bytes)
      appendString(text, 0..<text.count, isAttribute: true, to: &bytes)
      MarkupEscaping.append("'}}", to: &bytes)
      return
    }
    bytes.append(contentsOf: text)
  }

  /// The position of the first byte that may not stand in plain text, or the count.
  private static func nextRisky(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count {
      let byte = text[index]
      if care(byte) & plain != 0 {
        if byte == 0x20 {
          if index == 0 || index == text.count - 1 || text[index - 1] == 0x20 { return index }
        } else if byte < 0x80 || escapedScalar(text, index) != nil || isWideSpace(text, index) {
          return index
        }
      }
      // Most of Chinese: three bytes, none of which needs care.
      index += byte >= 0xE4 && byte <= 0xE9 ? 3 : 1
    }
    return min(index, text.count)
  }

  /// Appends the content of a JavaScript string in single quotes.
  private static func appendString(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isAttribute: Bool, to bytes: inout [UInt8]
  ) {
    let mask = isAttribute ? attributeString : textString
    // An escape is at most four times what it stands for; short ones are made on the stack.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: range.count * 4) { output in
      var count = 0
      var index = range.lowerBound
      while index < range.upperBound {
        let byte = text[index]
        if care(byte) & mask == 0 {
          output[count] = byte
          count += 1
          index += 1
        } else if byte == 0x22 {
          // The most frequent by far: markup for `rich-text` is full of them.
          output[count] = UInt8(ascii: "\\")
          output[count + 1] = UInt8(ascii: "x")
          output[count + 2] = UInt8(ascii: "2")
          output[count + 3] = UInt8(ascii: "2")
          count += 4
          index += 1
        } else {
          index += escape(text, index, to: output, &count)
        }
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: output[..<count]))
    }
  }

  /// Writes one character that needs care, escaped where it must be, and returns its length in the text.
  private static func escape(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int, to output: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int
  ) -> Int {
    let byte = text[index]
    var length = 1
    var scalar = UInt32(byte)
    var isPlain = (byte == openBrace || byte == closeBrace) && !isDoubled(byte, text, index)
    if byte >= 0x80 {
      if let special = escapedScalar(text, index) {
        scalar = special
        length = scalarLength(text, index)
      } else {
        isPlain = true
      }
    }
    func put(_ byte: UInt8) {
      output[count] = byte
      count += 1
    }
    if isPlain {
      put(byte)
      return 1
    }
    put(UInt8(ascii: "\\"))
    switch scalar {
    case 0x5C: put(0x5C)
    case 0x0A: put(UInt8(ascii: "n"))
    case 0x0D: put(UInt8(ascii: "r"))
    case 0x09: put(UInt8(ascii: "t"))
    default:
      put(UInt8(ascii: scalar < 0x100 ? "x" : "u"))
      var shift: UInt32 = scalar < 0x100 ? 8 : 16
      while shift > 0 {
        shift -= 4
        let nibble = UInt8(truncatingIfNeeded: scalar >> shift & 15)
        put(nibble < 10 ? 48 + nibble : 87 + nibble)
      }
    }
    return length
  }

  private static func isDoubled(_ byte: UInt8, _ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    (index > 0 && text[index - 1] == byte) || (index + 1 < text.count && text[index + 1] == byte)
  }

  static func appendHexadecimal(_ value: UInt32, digits: Int, to bytes: inout [UInt8]) {
    for digit in stride(from: digits - 1, through: 0, by: -1) {
      let nibble = UInt8(value >> UInt32(digit * 4) & 15)
      bytes.append(nibble < 10 ? 48 + nibble : 87 + nibble)
    }
  }
}
