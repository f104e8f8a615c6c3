/// What each name of a symbol prints. The names are those of LaTeX with amsmath and amssymb, as KaTeX documents them.
enum SymbolTable {
  enum Entry: Hashable, Sendable {
    case letter(String, LetterStyle)
    case symbol(MathSymbol)
    case function(String, takesLimits: Bool)
    case space(Double)
  }

  static let entries: [String: Entry] = {
    var table: [String: Entry] = [:]
    table.reserveCapacity(700)
    /// Names and characters in turn.
    func each(_ list: String, _ add: (String, String) -> Void) {
      var name: Substring?
      for word in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        if let known = name {
          add(String(known), String(word))
          name = nil
        } else {
          name = word
        }
      }
    }
    each(SymbolNames.italicLetters) { table[$0] = .letter($1, .italic) }
    each(SymbolNames.uprightLetters) { table[$0] = .letter($1, .upright) }
    for (kind, list) in SymbolNames.classes { each(list) { table[$0] = .symbol(MathSymbol($1, kind)) } }
    each(SymbolNames.sums) { table[$0] = .symbol(MathSymbol($1, .largeOperator, takesLimits: true)) }
    each(SymbolNames.integrals) { table[$0] = .symbol(MathSymbol($1, .largeOperator)) }
    for name in SymbolNames.functions.split(separator: " ") {
      table[String(name)] = .function(String(name), takesLimits: false)
    }
    each(SymbolNames.limits) { table[$0] = .function($1.replacing("~", with: "\u{2009}"), takesLimits: true) }
    for (name, width) in SymbolNames.spaces { table[name] = .space(width) }
    return table
  }()

  /// What a character prints by itself; nil: a letter.
  static func symbol(_ scalar: Unicode.Scalar) -> MathSymbol? {
    switch scalar {
    case "+", "±", "×", "÷", "∓", "⋅", "∘", "∗", "∩", "∪", "∧", "∨", "⊕", "⊗", "∖": MathSymbol(String(scalar), .binary)
    case "-": MathSymbol("−", .binary)
    case "*": MathSymbol("∗", .binary)
    case "=", "<", ">", ":", "≤", "≥", "≠", "≈", "≡", "∼", "≅", "∈", "∉", "⊂", "⊆", "⊃", "⊇", "→", "←", "↔", "⇒", "⇐",
      "⇔",
      "↦", "∣", "∥", "⊥", "∝", "≪", "≫":
      MathSymbol(String(scalar), .relation)
    case "(", "[", "⟨", "⌊", "⌈": MathSymbol(String(scalar), .opening)
    case ")", "]", "⟩", "⌋", "⌉", "!", "?": MathSymbol(String(scalar), .closing)
    case ",", ";", "，", "；": MathSymbol(String(scalar), .punctuation)
    case "|", "/", "\"", "@", ".", "#", "∞", "∂", "∇", "∀", "∃", "°", "′": MathSymbol(String(scalar), .ordinary)
    case "…", "⋯": MathSymbol(String(scalar), .inner)
    case "∑", "∏", "∐", "⋃", "⋂": MathSymbol(String(scalar), .largeOperator, takesLimits: true)
    case "∫", "∬", "∭", "∮": MathSymbol(String(scalar), .largeOperator)
    default: nil
    }
  }

  /// The character of a delimiter as the author wrote it behind `\left` or `\big`; nil when it is none. Empty for `.`.
  static func delimiter(_ kind: TeXToken.Kind) -> (text: String, kind: MathSymbol.Class)? {
    switch kind {
    case .character("."): return ("", .ordinary)
    case .character("<"): return ("⟨", .opening)
    case .character(">"): return ("⟩", .closing)
    case .character(let scalar) where "()[]|/⟨⟩⌊⌋⌈⌉‖↑↓↕⇑⇓⇕∣∥".unicodeScalars.contains(scalar):
      return (String(scalar), symbol(scalar)?.kind ?? .ordinary)
    case .command(let name):
      switch name {
      case "{", "lbrace": return ("{", .opening)
      case "}", "rbrace": return ("}", .closing)
      case "|", "Vert": return ("‖", .ordinary)
      case "backslash": return ("∖", .ordinary)
      default: break
      }
      guard SymbolNames.delimiters.contains(name), case .symbol(let symbol)? = entries[name] else { return nil }
      return (symbol.text, symbol.kind == .relation ? .ordinary : symbol.kind)
    case .character, .open, .close, .alignment, .raised, .lowered, .space, .parameter, .end: return nil
    }
  }
}
