/// Text from outside made safe to show: nothing in it can steer a terminal, a log or the eye.
package enum PrintableText {
  /// Control characters become their pictures (U+001B is ␛), other characters that act instead of being seen
  /// (C1 controls, bidirectional overrides, line separators) their names: `⟨U+202E⟩`.
  package static func safe(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy({ !needsPicture($0) }) { return text }
    var result = ""
    for scalar in text.unicodeScalars { append(scalar, to: &result) }
    return result
  }

  /// The same for text of many lines: line feeds stay.
  package static func safeLines(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    if text.unicodeScalars.allSatisfy({ $0 == "\n" || !needsPicture($0) }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "\n" { result += "\n" } else { append(scalar, to: &result) }
    }
    return result
  }

  static func append(_ scalar: Unicode.Scalar, to result: inout String) {
    guard needsPicture(scalar) else {
      result.unicodeScalars.append(scalar)
      return
    }
    switch scalar.value {
    case 0..<0x20: result.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
    case 0x7F: result += "\u{2421}"
    case let value:
      let hexadecimal = String(value, radix: 16, uppercase: true)
      result += "⟨U+" + String(repeating: "0", count: max(0, 4 - hexadecimal.count)) + hexadecimal + "⟩"
    }
  }

  /// Whether a character does something when printed.
  static func needsPicture(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE007F:
      true
    case _: false
    }
  }
}
