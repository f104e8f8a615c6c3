/// Percent-encoding of addresses (RFC 3986, UTF-8).
package enum AddressEncoding {
  /// Bytes of a decoded path that stand for themselves: `pchar` and `/` of RFC 3986 section 3.3; `%`, `?` and `#` are not
  /// among them.
  private static let path = table("-._~!$&'()*+,;=:@/")
  /// Bytes that cmark's `houdini_escape_href` leaves alone: those, and what already has a meaning in an address.
  private static let written = table("-._~!$&'()*+,;=:@/?#%")

  private static func table(_ signs: StaticString) -> [Bool] {
    var table = [Bool](repeating: false, count: 256)
    for byte in 48...57 { table[byte] = true }
    for byte in 65...90 { table[byte] = true }
    for byte in 97...122 { table[byte] = true }
    signs.withUTF8Buffer { for byte in $0 { table[Int(byte)] = true } }
    return table
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  /// A decoded path (or fragment) as part of an address.
  package static func encode(path decoded: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(decoded.utf8.count)
    for byte in decoded.utf8 {
      if path[Int(byte)] { bytes.append(byte) } else { append(encoded: byte, to: &bytes) }
    }
    return bytes
  }

  /// A query or fragment as written, as part of an address: encoded where it must be.
  package static func encode(suffix: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in suffix.utf8 {
      if written[Int(byte)] { bytes.append(byte) } else { append(encoded: byte, to: &bytes) }
    }
    return bytes
  }

  /// Appends an address as written to an attribute value: encoded where it must be, and escaped for markup as cmark
  /// does it (`&amp;`, `&#x27;`).
  static func append(written address: String, to bytes: inout [UInt8]) {
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "&"): MarkupEscaping.append("&amp;", to: &bytes)
      case UInt8(ascii: "'"): MarkupEscaping.append("&#x27;", to: &bytes)
      case _ where written[Int(byte)]: bytes.append(byte)
      default: append(encoded: byte, to: &bytes)
      }
    }
  }

  private static func append(encoded byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "%"))
    bytes.append(digits[Int(byte >> 4)])
    bytes.append(digits[Int(byte & 15)])
  }
}
