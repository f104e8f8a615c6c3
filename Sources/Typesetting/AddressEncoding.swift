/// Percent-encoding of addresses (RFC 3986, UTF-8).
package enum AddressEncoding {
  /// Bytes of a decoded path that stand for themselves: `pchar` and `/` of RFC 3986 section 3.3; `%`, `?` and `#` are not
  /// among them.
  private static let path = ASCIISet(lettersDigitsAnd: "-._~!$&'()*+,;=:@/")
  /// Bytes that cmark's `houdini_escape_href` leaves alone: those, and what already has a meaning in an address.
  private static let written = ASCIISet(lettersDigitsAnd: "-._~!$&'()*+,;=:@/?#%")
  /// Both without what markup writes as a reference.
  private static let pathInMarkup = ASCIISet(lettersDigitsAnd: "-._~!$'()*+,;=:@/")
  private static let writtenInMarkup = ASCIISet(lettersDigitsAnd: "-._~!$()*+,;=:@/?#%")

  /// A decoded path (or fragment) as part of an address.
  package static func encode(path decoded: String) -> [UInt8] { encode(decoded, keeping: path) }

  /// A query or fragment as written, as part of an address: encoded where it must be.
  package static func encode(suffix: String) -> [UInt8] { encode(suffix, keeping: written) }

  /// Appends an address as written to an attribute value: encoded where it must be, and escaped for markup as cmark
  /// does it (`&amp;`, `&#x27;`).
  static func append(written address: String, to bytes: inout [UInt8]) {
    append(address, keeping: writtenInMarkup, to: &bytes) { byte, bytes in
      switch byte {
      case UInt8(ascii: "&"): MarkupEscaping.append("&amp;", to: &bytes)
      case UInt8(ascii: "'"): MarkupEscaping.append("&#x27;", to: &bytes)
      default: append(encoded: byte, to: &bytes)
      }
    }
  }

  /// Appends a decoded path (or fragment) to an attribute value, encoded and escaped for markup.
  static func append(path decoded: String, to bytes: inout [UInt8]) {
    append(decoded, keeping: pathInMarkup, to: &bytes) { byte, bytes in
      if byte == UInt8(ascii: "&") {
        MarkupEscaping.append("&amp;", to: &bytes)
      } else {
        append(encoded: byte, to: &bytes)
      }
    }
  }

  private static func encode(_ text: String, keeping kept: ASCIISet) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    append(text, keeping: kept, to: &bytes) { append(encoded: $0, to: &$1) }
    return bytes
  }

  /// Appends what is kept in runs, and calls `other` for every other byte.
  @inline(__always)
  private static func append(
    _ text: String, keeping kept: ASCIISet, to bytes: inout [UInt8], other: (UInt8, inout [UInt8]) -> Void
  ) {
    var text = text
    text.withUTF8 { text in
      var start = 0
      for index in 0..<text.count where !kept.contains(text[index]) {
        if start < index { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index])) }
        other(text[index], &bytes)
        start = index + 1
      }
      if start < text.count { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<text.count])) }
    }
  }

  private static func append(encoded byte: UInt8, to bytes: inout [UInt8]) {
    func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 55 + value }
    bytes.append(room: 3) {
      $0.write(UInt8(ascii: "%"))
      $0.write(digit(byte >> 4))
      $0.write(digit(byte & 15))
    }
  }
}

/// Some of the characters of ASCII, a bit each.
private struct ASCIISet {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(lettersDigitsAnd signs: StaticString) {
    for byte in 48...57 { insert(UInt8(byte)) }
    for byte in 65...90 { insert(UInt8(byte)) }
    for byte in 97...122 { insert(UInt8(byte)) }
    signs.withUTF8Buffer { for byte in $0 { insert(byte) } }
  }

  private mutating func insert(_ byte: UInt8) {
    if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    byte < 128 && (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 != 0
  }
}
