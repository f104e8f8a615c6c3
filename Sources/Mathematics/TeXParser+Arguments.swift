extension TeXParser {
  /// What a command is about: `{…}`, or one atom.
  mutating func argument(after command: TeXToken) -> MathNode {
    stream.skipSpaces()
    let token = stream.next()
    switch token.kind {
    case .open: return group(token)
    case .end, .close, .alignment, .raised, .lowered, .command("right"), .command("\\"), .command("end"),
      .command("middle"):
      stream.put(back: token)
      report(.missingArgument, command.range)
      return .row([])
    case .character(let scalar) where ("0"..."9").contains(scalar):
      // `\frac12`: a digit each.
      return .number(String(scalar), alphabet ?? .upright)
    case .character, .command, .space, .parameter:
      return deeper(token.range) { $0.atom(token) ?? .row([]) }
    }
  }

  /// Words of `{…}`; nil, and reported, where there are none.
  mutating func words(after command: TeXToken) -> [TeXToken]? {
    guard let tokens = stream.rawArgument() else {
      report(.missingArgument, command.range)
      return nil
    }
    return tokens
  }

  /// The row of `[…]`; nil where there is none.
  mutating func optionalRow() -> MathNode? {
    stream.skipSpaces()
    let token = stream.next()
    guard token.kind == .character("[") else {
      stream.put(back: token)
      return nil
    }
    let content = deeper(token.range) { $0.row(until: .bracket) }
    let end = stream.next()
    if end.kind != .character("]") {
      stream.put(back: end)
      report(.missingBrace, token.range)
    }
    return content
  }

  /// `{red}`, `{#08f}`, `[RGB]{…}` as CSS; nil, and reported, where it is none.
  mutating func color() -> MathStyle? { colorValue().map { .color($0) } }

  mutating func colorValue() -> String? {
    let model = stream.optional()?.text
    let at = stream.peek().range
    guard let tokens = stream.rawArgument() else {
      report(.missingArgument, at)
      return nil
    }
    let text = tokens.text.filter { $0 != " " }
    let numbers = text.split(separator: ",").compactMap { Double($0) }
    switch model {
    case "RGB"? where numbers.count == 3: return Self.css(numbers)
    case "rgb"? where numbers.count == 3: return Self.css(numbers.map { $0 * 255 })
    case "HTML"? where text.count == 6 && text.allSatisfy(\.isHexDigit): return "#" + text
    default: break
    }
    if text.hasPrefix("#"), [4, 7].contains(text.count), text.dropFirst().allSatisfy(\.isHexDigit) { return text }
    if !text.isEmpty, text.utf8.allSatisfy(TeXScanner.isLetter) { return text.lowercased() }
    report(.badArgument, tokens.range ?? at)
    return nil
  }

  private static func css(_ channels: [Double]) -> String {
    "#"
      + channels.map { channel in
        let digits = String(Int(min(255, max(0, channel)).rounded()), radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
  }

  /// A length (`2pt`, `-0.5em`, `3mu`) in em; nil where it is none.
  static func length(_ text: String) -> Double? {
    let text = text.filter { $0 != " " }
    guard text.count > 2, let number = Double(text.dropLast(2)) else { return nil }
    switch text.suffix(2) {
    case "em": return number
    case "ex": return number * 0.45
    case "mu": return number / 18
    case "pt", "bp": return number / 10
    case "px": return number / 16
    case "pc": return number * 1.2
    case "cm": return number * 2.845
    case "mm": return number * 0.2845
    case "in": return number * 7.227
    default: return nil
    }
  }

  /// A length behind a command: `{1em}`, or bare (`\kern1em`).
  mutating func length(after command: TeXToken) -> Double {
    stream.skipSpaces()
    var text = ""
    var range = command.range
    if stream.peek().kind == .open {
      let tokens = words(after: command) ?? []
      text = tokens.text
      range = tokens.range ?? range
    } else {
      while text.count < 12, Self.length(text) == nil, case .character(let scalar) = stream.peek().kind {
        _ = stream.next()
        text.unicodeScalars.append(scalar)
      }
    }
    if let length = Self.length(text) { return min(max(length, -100), 100) }
    report(.badArgument, range)
    return 0
  }
}
