import Manuscript

/// The grammar of TOML's values without quotation marks.
enum TOMLScalar {
  /// Whether a text is a boolean, an integer, a float or a date (TOML 1.0).
  static func isValid(_ text: String) -> Bool {
    switch text {
    case "true", "false", "inf", "+inf", "-inf", "nan", "+nan", "-nan": return true
    default: break
    }
    guard let first = text.utf8.first, isDigit(first) || first == UInt8(ascii: "+") || first == UInt8(ascii: "-") else {
      return false
    }
    let bytes = Array(text.utf8)
    return isNumber(bytes) || isDateOrTime(text, bytes)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isNumber(_ bytes: [UInt8]) -> Bool {
    if bytes.count > 2, bytes[0] == UInt8(ascii: "0") {
      let digits = bytes[2...]
      switch bytes[1] {
      case UInt8(ascii: "x"): return isRun(digits) { Character(Unicode.Scalar($0)).isHexDigit }
      case UInt8(ascii: "o"): return isRun(digits) { $0 >= 0x30 && $0 <= 0x37 }
      case UInt8(ascii: "b"): return isRun(digits) { $0 == 0x30 || $0 == 0x31 }
      default: break
      }
    }
    let unsigned = isDigit(bytes[0]) ? bytes[...] : bytes[1...]
    // What JSON calls a number, but with single underscores between digits.
    var rest = unsigned
    guard let whole = takeRun(&rest), whole.count == 1 || whole.first != UInt8(ascii: "0") else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard takeRun(&rest) != nil else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
      guard takeRun(&rest) != nil else { return false }
    }
    return rest.isEmpty
  }

  private static func takeRun(_ bytes: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let run = bytes.prefix { isDigit($0) || $0 == UInt8(ascii: "_") }
    guard isRun(run, isDigit) else { return nil }
    bytes = bytes[run.endIndex...]
    return run
  }

  /// Digits with single underscores between them.
  private static func isRun(_ bytes: ArraySlice<UInt8>, _ isDigit: (UInt8) -> Bool) -> Bool {
    var wasDigit = false
    for byte in bytes {
      if byte == UInt8(ascii: "_"), !wasDigit { return false }
      wasDigit = byte != UInt8(ascii: "_")
      if wasDigit, !isDigit(byte) { return false }
    }
    return wasDigit
  }

  /// `1979-05-27`, `07:32:00.999`, both with `T` or one blank between, and then `Z` or `-07:00` or nothing.
  private static func isDateOrTime(_ text: String, _ bytes: [UInt8]) -> Bool {
    if let day = shape(bytes, "dddd-dd-dd") {
      if day.isEmpty { return DateParser.parse(text, zone: .fixed(minutes: 0)) != nil }
      guard let sign = day.first, [0x54, 0x74, 0x20].contains(sign), let time = time(day.dropFirst()) else {
        return false
      }
      let hasOffset = time.elementsEqual("Z".utf8) || time.elementsEqual("z".utf8)
      guard time.isEmpty || hasOffset || shape(Array(time.dropFirst()), "dd:dd")?.isEmpty == true else { return false }
      return DateParser.parse(text, zone: .fixed(minutes: 0)) != nil
    }
    guard let rest = time(bytes[...]), rest.isEmpty else { return false }
    return DateParser.parse("1970-01-01 " + text, zone: .fixed(minutes: 0)) != nil
  }

  /// What follows `dd:dd:dd` and an optional fraction; nil when that is not there.
  private static func time(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let rest = shape(Array(bytes), "dd:dd:dd") else { return nil }
    guard rest.first == UInt8(ascii: ".") else { return rest }
    let fraction = rest.dropFirst().prefix(while: isDigit)
    return fraction.isEmpty ? nil : rest[fraction.endIndex...]
  }

  /// What follows a shape in which `d` is a digit; nil when the bytes do not have it.
  private static func shape(_ bytes: [UInt8], _ shape: String) -> ArraySlice<UInt8>? {
    guard bytes.count >= shape.utf8.count else { return nil }
    for (byte, wanted) in zip(bytes, shape.utf8) {
      guard wanted == UInt8(ascii: "d") ? isDigit(byte) : byte == wanted else { return nil }
    }
    return bytes[shape.utf8.count...]
  }
}
