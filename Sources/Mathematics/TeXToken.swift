/// A piece of TeX.
struct TeXToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// `\name`, without the backslash; a sign alone is a name too.
    case command(String)
    case character(Unicode.Scalar)
    case open, close, alignment, raised, lowered, space
    /// `#1` in the body of a macro.
    case parameter(Int)
    case end
  }

  var kind: Kind
  /// Bytes of the formula; those of the macro for what a macro brought.
  var range: Range<Int>
}

/// Cuts the bytes of a formula into tokens.
struct TeXScanner {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> TeXToken {
    // A comment takes its line end with it.
    while position < bytes.count, bytes[position] == UInt8(ascii: "%") {
      while position < bytes.count, bytes[position] != 10 { position += 1 }
      position = min(position + 1, bytes.count)
    }
    let start = position
    guard position < bytes.count else { return TeXToken(kind: .end, range: start..<start) }
    let kind: TeXToken.Kind
    switch bytes[position] {
    case UInt8(ascii: "\\"): kind = command()
    case UInt8(ascii: "{"): kind = one(.open)
    case UInt8(ascii: "}"): kind = one(.close)
    case UInt8(ascii: "&"): kind = one(.alignment)
    case UInt8(ascii: "^"): kind = one(.raised)
    case UInt8(ascii: "_"): kind = one(.lowered)
    case UInt8(ascii: "~"): kind = one(.command("nobreakspace"))
    case 9, 10, 12, 13, 32:
      while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
      kind = .space
    case UInt8(ascii: "#"):
      position += 1
      if position < bytes.count, (49...57).contains(bytes[position]) {
        kind = .parameter(Int(bytes[position]) - 48)
        position += 1
      } else {
        kind = .character("#")
      }
    default: kind = .character(scalar())
    }
    return TeXToken(kind: kind, range: start..<position)
  }

  private mutating func one(_ kind: TeXToken.Kind) -> TeXToken.Kind {
    position += 1
    return kind
  }

  private mutating func command() -> TeXToken.Kind {
    position += 1
    guard position < bytes.count else { return .command("") }
    let start = position
    while position < bytes.count, Self.isLetter(bytes[position]) { position += 1 }
    if position == start {
      if Self.isSpace(bytes[position]) {
        position += 1
        return .command(" ")
      }
      return .command(String(scalar()))
    }
    // `operatorname*` and its like are names of their own.
    if position < bytes.count, bytes[position] == UInt8(ascii: "*") {
      let name = String(decoding: bytes[start..<position], as: UTF8.self)
      if Self.starred.contains(name) {
        position += 1
        return .command(name + "*")
      }
    }
    return .command(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private static let starred: Set<String> = ["operatorname", "tag", "hspace", "newcommand", "renewcommand"]

  private mutating func scalar() -> Unicode.Scalar {
    var decoder = UTF8()
    var iterator = bytes[position...].prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else {
      position += 1
      return "\u{FFFD}"
    }
    position += UTF8.width(scalar)
    return scalar
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
  static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }
}
