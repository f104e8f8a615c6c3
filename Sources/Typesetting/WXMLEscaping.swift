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
      index += 1
    }
    return index
  }

  /// Appends the content of a JavaScript string in single quotes.
  private static func appendString(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isAttribute: Bool, to bytes: inout [UInt8]
  ) {
    let mask = isAttribute ? attributeString : textString
    var clean = range.lowerBound
    var index = clean
    while index < range.upperBound {
      let byte = text[index]
      guard care(byte) & mask != 0 else {
        index += 1
        continue
      }
      var length = 1
      var scalar = UInt32(byte)
      if byte >= 0x80 {
        guard let special = escapedScalar(text, index) else {
          index += 1
          continue
        }
        scalar = special
        length = scalarLength(text, index)
      } else if byte == openBrace || byte == closeBrace, !isDoubled(byte, text, index) {
        index += 1
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[clean..<index]))
      appendEscape(scalar, to: &bytes)
      index += length
      clean = index
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[clean..<range.upperBound]))
  }

  private static func isDoubled(_ byte: UInt8, _ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    (index > 0 && text[index - 1] == byte) || (index + 1 < text.count && text[index + 1] == byte)
  }

  private static func appendEscape(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case 0x5C: MarkupEscaping.append("\\\\", to: &bytes)
    case 0x0A: MarkupEscaping.append("\\n", to: &bytes)
    case 0x0D: MarkupEscaping.append("\\r", to: &bytes)
    case 0x09: MarkupEscaping.append("\\t", to: &bytes)
    case ..<0x100:
      MarkupEscaping.append("\\x", to: &bytes)
      appendHexadecimal(scalar, digits: 2, to: &bytes)
    default:
      MarkupEscaping.append("\\u", to: &bytes)
      appendHexadecimal(scalar, digits: 4, to: &bytes)
    }
  }

  static func appendHexadecimal(_ value: UInt32, digits: Int, to bytes: inout [UInt8]) {
    for digit in stride(from: digits - 1, through: 0, by: -1) {
      let nibble = UInt8(value >> UInt32(digit * 4) & 15)
      bytes.append(nibble < 10 ? 48 + nibble : 87 + nibble)
    }
  }
}
