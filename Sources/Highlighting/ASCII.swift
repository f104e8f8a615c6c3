/// The bytes that lexers ask about. Everything from 0x80 on belongs to a UTF-8 character and counts as a letter.
extension UInt8 {
  static let lineFeed: UInt8 = 0x0A
  static let backslash: UInt8 = 0x5C

  /// The byte of a character that is known to be ASCII: `c("{")`.
  @inline(__always) static func of(_ scalar: Unicode.Scalar) -> UInt8 { UInt8(truncatingIfNeeded: scalar.value) }

  @inline(__always) static func == (byte: UInt8, scalar: Unicode.Scalar) -> Bool { UInt32(byte) == scalar.value }
  @inline(__always) static func != (byte: UInt8, scalar: Unicode.Scalar) -> Bool { UInt32(byte) != scalar.value }
  @inline(__always) static func ~= (scalar: Unicode.Scalar, byte: UInt8) -> Bool { UInt32(byte) == scalar.value }

  /// A space, tab, vertical tab or form feed.
  @inline(__always) var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0B || self == 0x0C }
  @inline(__always) var isLineEnd: Bool { self == 0x0A || self == 0x0D }
  @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
  @inline(__always) var isUpper: Bool { self &- 0x41 < 26 }
  @inline(__always) var isLower: Bool { self &- 0x61 < 26 }
  @inline(__always) var isLetter: Bool { folded &- 0x61 < 26 }
  @inline(__always) var isHexDigit: Bool { isDigit || folded &- 0x61 < 6 }
  @inline(__always) var isWordStart: Bool { isLetter || self == 0x5F || self >= 0x80 }
  @inline(__always) var isWord: Bool { isWordStart || isDigit }

  /// The small letter for a capital one, else the byte with the same bit set: compare only with small letters.
  @inline(__always) var folded: UInt8 { isUpper ? self | 0x20 : self }
}

extension String {
  var bytes: [UInt8] { Array(utf8) }
}
