/// Which characters need care. Input is valid UTF-8.
extension WXMLEscaping {
  static var openBrace: UInt8 { 0x7B }
  static var closeBrace: UInt8 { 0x7D }

  // What a byte may not stand in unescaped.
  static var plain: UInt8 { 1 }
  static var attribute: UInt8 { 2 }
  static var textString: UInt8 { 4 }
  static var attributeString: UInt8 { 8 }

  /// Where a byte needs care. A switch and no table: it compiles to one, without the check that a global needs.
  @inline(__always)
  static func care(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x20: plain
    case 0x00..<0x20, 0x7F, 0x5C, openBrace, closeBrace: plain | attribute | textString | attributeString
    case 0x3C, 0x3E, 0x26: plain | attribute | textString
    case 0x27: textString | attributeString
    case 0x22: attribute | textString | attributeString
    // Leads of the characters that `escapedScalar` and `isWideSpace` look at.
    case 0xC2, 0xD8, 0xE1, 0xE2, 0xE3, 0xEF: plain | attribute | textString | attributeString
    default: 0
    }
  }

  /// The character that begins here when it cannot be seen or acts on a line: controls, format characters, separators,
  /// the byte order mark. nil for every other.
  static func escapedScalar(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32? {
    guard index + 1 < text.count else { return nil }
    let second = UInt32(text[index + 1])
    switch text[index] {
    case 0xC2: return second < 0xA0 || second == 0xAD ? second : nil
    case 0xD8: return second == 0x9C ? 0x061C : nil
    case 0xE1, 0xE2, 0xEF:
      guard index + 2 < text.count else { return nil }
      let scalar = UInt32(text[index] & 15) << 12 | (second & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F)
      switch scalar {
      case 0x1680, 0x180E, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0xFEFF, 0xFFF9...0xFFFB: return scalar
      default: return nil
      }
    default: return nil
    }
  }

  /// The no-break space and the ideographic space: seen as they are, but white space to JavaScript, so that a tool may
  /// collapse them in plain text.
  static func isWideSpace(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    switch text[index] {
    case 0xC2: index + 1 < text.count && text[index + 1] == 0xA0
    case 0xE3: index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] == 0x80
    default: false
    }
  }

  static func scalarLength(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let lead = text[index]
    let length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    return min(length, text.count - index)
  }
}
