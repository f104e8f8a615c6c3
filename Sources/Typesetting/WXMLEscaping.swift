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
    var risky = nextRisky(in: text, from: 0)
    while true {
      if risky > index { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[index..<risky])) }
      guard risky < text.count else { return }
      let start = risky
      repeat {
        index = risky + scalarLength(text, risky)
        risky = nextRisky(in: text, from: index)
      } while risky < text.count && risky - index <= joinedGap
      if index - start == 1, text[start] == 0x20 {
        // The most frequent by far: the blank between words of different looks.
        MarkupEscaping.append("{{' '}}", to: &bytes)
      } else {
        MarkupEscaping.append("{{'", to: &bytes)
        appendString(text, start..<index, textString, to: &bytes)
        MarkupEscaping.append("'}}", to: &bytes)
      }
    }
  }

  /// Appends a value that stands between double quotes: as it is, or as one expression.
  static func appendAttribute(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    if isRiskyValue(text) { appendExpression(text, to: &bytes) } else { bytes.append(contentsOf: text) }
  }

  /// The same where `isRiskyValue` has said so.
  static func appendExpression(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    MarkupEscaping.append("{{'", to: &bytes)
    appendString(text, 0..<text.count, attributeString, to: &bytes)
    MarkupEscaping.append("'}}", to: &bytes)
  }

  /// Bytes of a string that are written at a time.
  private static var chunk: Int { 1024 }

  /// Appends the content of a JavaScript string in single quotes.
  ///
  /// - Parameter mask: where the string stands: in text, or in an attribute.
  private static func appendString(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ mask: UInt8, to bytes: inout [UInt8]
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let end = min(range.upperBound, index + chunk)
      // An escape is at most four times what it stands for. The last character may reach beyond `end`, and eight bytes
      // are copied where fewer may be wanted.
      bytes.append(addingCapacity: (end - index) * 4 + 16) { span in
        span.withUnsafeMutableBufferPointer { output, count in
          index = writeString(text, index..<end, limit: range.upperBound, mask, to: output, &count)
        }
      }
    }
  }

  /// Writes at least what a range holds, and returns where it came to.
  private static func writeString(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, limit: Int, _ mask: UInt8,
    to output: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int
  ) -> Int {
    let raw = UnsafeMutableRawBufferPointer(output)
    var index = range.lowerBound
    while index < range.upperBound {
      if mask == attributeString {
        let bytes = ByteWord(text, at: index)
        raw.storeBytes(of: bytes.word.littleEndian, toByteOffset: count, as: UInt64.self)
        let marks = stringMarks(bytes)
        let clean = min(marks == 0 ? 8 : ByteWord.first(marks), limit - index)
        index += clean
        count += clean
        if marks == 0 || index == limit { continue }
      }
      let byte = text[index]
      if byte >= 0xE4, byte <= 0xE9, index + 3 <= limit {
        // Most of Chinese: three bytes, none of which needs care.
        output[count] = byte
        output[count + 1] = text[index + 1]
        output[count + 2] = text[index + 2]
        count += 3
        index += 3
      } else if care(byte) & mask == 0 {
        output[count] = byte
        count += 1
        index += 1
      } else if byte == 0x22 {
        // The most frequent by far: markup for `rich-text` is full of them.
        raw.storeBytes(of: UInt32(0x3232_785C).littleEndian, toByteOffset: count, as: UInt32.self)
        count += 4
        index += 1
      } else {
        index += escape(text, index, to: output, &count)
      }
    }
    return index
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
