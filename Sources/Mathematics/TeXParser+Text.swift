extension TeXParser {
  static let textCommands: [String: TextStyle] = [
    "text": .upright, "textrm": .upright, "textnormal": .upright, "mbox": .upright, "hbox": .upright,
    "textup": .upright,
    "textit": .italic, "emph": .italic, "textbf": .bold, "textmd": .upright, "textsf": .sansSerif,
    "texttt": .monospace,
  ]

  static let alphabets: [String: LetterStyle] = [
    "mathrm": .upright, "mathup": .upright, "mathnormal": .italic, "mathit": .italic, "mathbf": .bold, "bold": .bold,
    "mathbb": .doubleStruck, "mathcal": .script, "mathscr": .script, "mathfrak": .fraktur, "mathsf": .sansSerif,
    "mathtt": .monospace, "symbf": .bold, "symbb": .doubleStruck,
  ]

  /// Letters of another alphabet.
  mutating func inAlphabet(_ style: LetterStyle, _ token: TeXToken) -> MathNode {
    let outer = alphabet
    alphabet = style
    defer { alphabet = outer }
    let content = argument(after: token)
    // `\mathrm{max}` is one word.
    guard style != .doubleStruck, style != .script, style != .fraktur, case .row(let nodes) = content, nodes.count > 1
    else { return content }
    var word = ""
    for node in nodes {
      guard case .identifier(let letter, let its) = node, its == style else { return content }
      word += letter
    }
    return style == .boldItalic ? content : .identifier(word, style)
  }

  /// Words, which may hold formulas between dollars.
  mutating func text(_ style: TextStyle, _ command: TeXToken) -> MathNode? {
    guard let tokens = words(after: command) else { return nil }
    var nodes: [MathNode] = []
    var word = ""
    var index = 0
    func finish() {
      if !word.isEmpty { nodes.append(.text(word, style)) }
      word = ""
    }
    while index < tokens.count {
      let token = tokens[index]
      index += 1
      switch token.kind {
      case .character("$"):
        let end = tokens[index...].firstIndex { $0.kind == .character("$") } ?? tokens.count
        finish()
        nodes.append(formula(inside: Array(tokens[index..<end]), token))
        index = min(end + 1, tokens.count)
      case .character(let scalar): word.unicodeScalars.append(scalar)
      case .space: word += " "
      case .command(let name):
        if let inner = Self.textCommands[name] {
          finish()
          let end = Self.groupEnd(tokens, index)
          stream.put(back: Array(tokens[index..<end]))
          nodes.append(deeper(token.range) { $0.text(inner, token) ?? .row([]) })
          index = end
        } else {
          word += character(named: name, token)
        }
      case .open, .close: break
      case .raised: word += "^"
      case .lowered: word += "_"
      case .alignment: word += "&"
      case .parameter(let number): word += "#\(number)"
      case .end: break
      }
    }
    finish()
    return nodes.count == 1 ? nodes[0] : .row(nodes)
  }

  private mutating func character(named name: String, _ token: TeXToken) -> String {
    switch SymbolTable.entries[name] {
    case .letter(let text, _)?: return text
    case .symbol(let symbol)?: return symbol.text
    case .function(let text, _)?: return text
    case .space(let width)?: return width > 0.5 ? "\u{2003}" : width > 0 ? "\u{2009}" : ""
    case nil:
      report(.unknownCommand(name), token.range)
      return ""
    }
  }

  /// Past the group that begins at `index`, or past the one token there.
  private static func groupEnd(_ tokens: [TeXToken], _ index: Int) -> Int {
    var depth = 0
    for position in index..<max(index, tokens.count) {
      switch tokens[position].kind {
      case .open: depth += 1
      case .close:
        depth -= 1
        if depth == 0 { return position + 1 }
      case .command, .character, .alignment, .raised, .lowered, .space, .parameter, .end:
        if depth == 0, tokens[position].kind != .space { return position + 1 }
      }
    }
    return tokens.count
  }

  private mutating func formula(inside tokens: [TeXToken], _ dollar: TeXToken) -> MathNode {
    // As a group of its own, so that nothing around it is taken along.
    let open = TeXToken(kind: .open, range: dollar.range)
    stream.put(back: tokens + [TeXToken(kind: .close, range: dollar.range)])
    let outer = alphabet
    alphabet = nil
    defer { alphabet = outer }
    return group(open)
  }
}
