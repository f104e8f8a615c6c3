/// Which characters need care. Input is valid UTF-8.
extension WXMLEscaping {
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")

  // What a byte may not stand in unescaped.
  static let plain: UInt8 = 1
  static let attribute: UInt8 = 2
  static let textString: UInt8 = 4
  static let attributeString: UInt8 = 8

  static let flags: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    let everywhere = plain | attribute | textString | attributeString
    for byte in 0..<0x20 { table[byte] = everywhere }
    table[0x7F] = everywhere
    table[Int(UInt8(ascii: "\\"))] = everywhere
    table[Int(openBrace)] = everywhere
    table[Int(closeBrace)] = everywhere
    table[0x20] = plain
    for byte in "<>&".utf8 { table[Int(byte)] = plain | attribute | textString }
    table[Int(UInt8(ascii: "'"))] = textString | attributeString
    table[Int(UInt8(ascii: "\""))] = attribute | textString | attributeString
    // Leads of the characters that `escapedScalar` and `isWideSpace` look at.
    for lead in [0xC2, 0xD8, 0xE1, 0xE2, 0xE3, 0xEF] { table[lead] = everywhere }
    return table
  }()

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
