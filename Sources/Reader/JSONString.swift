/// A JSON string's grammar (RFC 8259, section 7).
enum JSONString {
  /// The text of the string that begins with the quotation mark at `start`, and the offset behind its closing one.
  ///
  /// nil when it is not closed on its line or holds a bad escape. Lone surrogates become U+FFFD.
  static func decode(_ file: [UInt8], from start: Int, to end: Int) -> (String, Int)? {
    var bytes: [UInt8] = []
    var index = start + 1
    while index < end {
      let byte = file[index]
      switch byte {
      case UInt8(ascii: "\""):
        return (String(decoding: bytes, as: UTF8.self), index + 1)
      case UInt8(ascii: "\\"):
        guard let next = escape(file, at: index + 1, to: end, into: &bytes) else { return nil }
        index = next
      case 0..<0x20:
        return nil
      default:
        bytes.append(byte)
        index += 1
      }
    }
    return nil
  }

  /// Decodes what follows a backslash; returns the offset behind it.
  private static func escape(_ file: [UInt8], at index: Int, to end: Int, into bytes: inout [UInt8]) -> Int? {
    guard index < end else { return nil }
    switch file[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(file[index])
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "u"):
      guard let unit = hexadecimal(file, at: index + 1, to: end, digits: 4) else { return nil }
      var next = index + 5
      var value = unit
      if unit & 0xFC00 == 0xD800, next + 1 < end, file[next] == UInt8(ascii: "\\"),
        file[next + 1] == UInt8(ascii: "u"),
        let low = hexadecimal(file, at: next + 2, to: end, digits: 4), low & 0xFC00 == 0xDC00
      {
        value = 0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF)
        next += 6
      }
      bytes.append(contentsOf: String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8)
      return next
    default: return nil
    }
    return index + 1
  }

  /// The value of exactly so many hexadecimal digits.
  static func hexadecimal(_ file: [UInt8], at index: Int, to end: Int, digits: Int) -> UInt32? {
    guard index + digits <= end else { return nil }
    var value: UInt32 = 0
    for byte in file[index..<index + digits] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}

/// A JSON number's grammar (RFC 8259, section 6).
enum JSONNumber {
  static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let whole = rest.prefix(while: isDigit)
    guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else { return false }
    rest = rest[whole.endIndex...]
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix(while: isDigit)
      guard !fraction.isEmpty else { return false }
      rest = rest[fraction.endIndex...]
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
      let exponent = rest.prefix(while: isDigit)
      guard !exponent.isEmpty else { return false }
      rest = rest[exponent.endIndex...]
    }
    return rest.isEmpty
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
