extension TeXParser {
  /// A delimiter; nil, and reported, where there is none.
  mutating func delimiter() -> (text: String, kind: MathSymbol.Class)? {
    stream.skipSpaces()
    let token = stream.next()
    if let delimiter = SymbolTable.delimiter(token.kind) { return delimiter }
    // `\left{` is written by mistake for `\left\{`.
    report(.badDelimiter, token.range)
    if token.kind != .open { stream.put(back: token) }
    return nil
  }

  /// `\left … \middle … \right`.
  mutating func fence(_ command: TeXToken) -> MathNode {
    let opening = delimiter()?.text ?? ""
    var fence = MathFence(opening: opening, parts: [], separators: [], closing: "")
    while true {
      fence.parts.append(deeper(command.range) { $0.row(until: .end) })
      let token = stream.next()
      switch token.kind {
      case .command("right"):
        fence.closing = delimiter()?.text ?? ""
        return .fenced(fence)
      case .command("middle"): fence.separators.append(delimiter()?.text ?? "")
      case .end, .close, .alignment, .command, .character, .open, .raised, .lowered, .space, .parameter:
        stream.put(back: token)
        report(.missingRight, command.range)
        return .fenced(fence)
      }
    }
  }

  /// `\big(` and its like; the letter at the end says what it is beside others.
  mutating func sized(_ name: String) -> MathNode? {
    let size: Double
    if name.hasPrefix("bigg") {
      size = 2.4
    } else if name.hasPrefix("Bigg") {
      size = 3
    } else if name.hasPrefix("Big") {
      size = 1.8
    } else {
      size = 1.2
    }
    guard let delimiter = delimiter() else { return nil }
    let kind: MathSymbol.Class
    switch name.last {
    case "l": kind = .opening
    case "r": kind = .closing
    case "m": kind = .relation
    default: kind = delimiter.kind == .opening || delimiter.kind == .closing ? delimiter.kind : .ordinary
    }
    return .delimiter(delimiter.text, size: size, kind)
  }
}
