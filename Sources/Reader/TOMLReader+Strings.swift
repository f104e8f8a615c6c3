extension TOMLReader {
  /// The text of the string that begins here: basic or literal, on one line or on several (TOML 1.0, "String").
  ///
  /// nil when it is not closed, holds a bad escape or a control character; the position is then at what is wrong.
  mutating func string(allowsLines: Bool) -> String? {
    guard let quote = byte else { return nil }
    let isLiteral = quote == UInt8(ascii: "'")
    if allowsLines, file[position..<end].starts(with: [quote, quote, quote]) {
      position += 3
      return multiline(quote, isLiteral: isLiteral)
    }
    let start = position
    position += 1
    var bytes: [UInt8] = []
    while let byte, byte == 0x09 || byte >= 0x20, byte != 0x7F {
      position += 1
      if byte == quote { return String(decoding: bytes, as: UTF8.self) }
      if byte == UInt8(ascii: "\\"), !isLiteral {
        guard escape(into: &bytes) else { return nil }
      } else {
        bytes.append(byte)
      }
    }
    if byte == nil || byte == 0x0A || byte == 0x0D { position = start }
    return nil
  }

  /// Behind the three opening quotation marks.
  private mutating func multiline(_ quote: UInt8, isLiteral: Bool) -> String? {
    let start = position - 3
    var bytes: [UInt8] = []
    if file[position..<end].starts(with: [0x0D, 0x0A]) { position += 1 }
    _ = take("\n")
    while let byte {
      if byte == quote, file[position..<end].starts(with: [quote, quote, quote]) {
        position += 3
        // One or two quotation marks may stand directly before the closing three.
        for _ in 0..<2 where self.byte == quote {
          bytes.append(quote)
          position += 1
        }
        return String(decoding: bytes, as: UTF8.self)
      }
      if byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F { return nil }
      position += 1
      switch byte {
      case UInt8(ascii: "\r"):
        guard self.byte == UInt8(ascii: "\n") else { return nil }
      case UInt8(ascii: "\\") where !isLiteral:
        if !skipLineEnd(), !escape(into: &bytes) { return nil }
      default: bytes.append(byte)
      }
    }
    position = start
    return nil
  }

  /// After a backslash at a line's end: over the line end and all blanks that follow.
  private mutating func skipLineEnd() -> Bool {
    let start = position
    skipBlanks()
    _ = take("\r")
    guard byte == UInt8(ascii: "\n") else {
      position = start
      return false
    }
    while let byte, byte.isBlankOrLineEnd { position += 1 }
    return true
  }

  /// What follows a backslash.
  private mutating func escape(into bytes: inout [UInt8]) -> Bool {
    guard let byte else { return false }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let digits = byte == UInt8(ascii: "u") ? 4 : 8
      guard let value = JSONString.hexadecimal(file, at: position + 1, to: end, digits: digits),
        let scalar = Unicode.Scalar(value)
      else { return false }
      position += digits
      bytes.append(contentsOf: String(Character(scalar)).utf8)
    default: return false
    }
    position += 1
    return true
  }
}
