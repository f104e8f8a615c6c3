/// Which characters join across a line end without a blank.
///
/// The rule is CSS Text 3's segment break transformation: a line end between two wide characters is nothing, Hangul
/// excepted (Korean separates words). Ambiguous punctuation counts as wide beside a wide character, as it does in
/// Chinese.
package enum EastAsianText {
  /// Whether a character belongs to Chinese or Japanese running text, its punctuation included; not Hangul.
  package static func isWide(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E80...0x2FFF, 0x3000...0x312F, 0x3190...0x4DBF, 0x4E00...0xA4CF, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF01...0xFF9F, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// Quotation marks, dash and ellipsis, which Chinese and English write with the same characters.
  package static func isAmbiguous(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0xB7: true
    default: false
    }
  }

  /// Whether a line end between these two characters prints as a blank; nil stands for the edge of the text.
  package static func needsBlank(after left: UInt32?, before right: UInt32?) -> Bool {
    guard let left, let right else { return true }
    if isWide(left) { return !(isWide(right) || isAmbiguous(right)) }
    return !(isAmbiguous(left) && isWide(right))
  }

  /// The first scalar of valid UTF-8; nil when there is none.
  package static func first(_ bytes: [UInt8]) -> UInt32? { scalar(bytes, at: 0) }

  /// The last scalar of valid UTF-8; nil when there is none.
  package static func last(_ bytes: [UInt8]) -> UInt32? {
    var index = bytes.count - 1
    while index > 0, bytes[index] & 0xC0 == 0x80 { index -= 1 }
    return scalar(bytes, at: index)
  }

  private static func scalar(_ bytes: [UInt8], at index: Int) -> UInt32? {
    guard bytes.indices.contains(index) else { return nil }
    let lead = bytes[index]
    let count = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + count <= bytes.count else { return nil }
    var value = count == 1 ? UInt32(lead) : UInt32(lead) & (0xFF >> UInt32(count + 1))
    for byte in bytes[(index + 1)..<(index + count)] { value = value << 6 | UInt32(byte & 0x3F) }
    return value
  }
}
