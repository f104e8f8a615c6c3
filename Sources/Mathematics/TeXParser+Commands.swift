extension TeXParser {
  /// What a command prints; nil for what prints nothing.
  mutating func command(_ name: String, _ token: TeXToken) -> MathNode? {
    if let entry = SymbolTable.entries[name] { return node(entry) }
    if let accent = Self.accents[name] { return accented(accent, token) }
    if let style = Self.alphabets[name] { return inAlphabet(style, token) }
    if let style = Self.textCommands[name] { return text(style, token) }
    if let kind = Self.classes[name] { return .classed(argument(after: token), kind) }
    if Self.definitions.contains(name) {
      definition(name, token)
      return nil
    }
    switch name {
    case "frac", "dfrac", "tfrac", "cfrac": return fraction(name, token)
    case "binom", "dbinom", "tbinom": return binomial(name, token)
    case "sqrt":
      let index = optionalRow()
      return .root(argument(after: token), index: index)
    case "left": return fence(token)
    case "big", "Big", "bigg", "Bigg", "bigl", "Bigl", "biggl", "Biggl", "bigr", "Bigr", "biggr", "Biggr", "bigm",
      "Bigm",
      "biggm", "Biggm":
      return sized(name)
    case "begin": return environment(token)
    case "operatorname", "operatorname*":
      guard let tokens = words(after: token) else { return nil }
      return .function(Self.operatorName(tokens), takesLimits: name.hasSuffix("*"))
    case "overset", "stackrel": return stacked(token, isUnder: false)
    case "underset": return stacked(token, isUnder: true)
    case "substack": return substack(token)
    case "not": return negated(token)
    case "tag", "tag*":
      guard let tokens = words(after: token) else { return nil }
      number.tag = name == "tag" ? "(\(tokens.text))" : tokens.text
      return nil
    case "label":
      if let tokens = words(after: token) { number.labels.append(tokens.text) }
      return nil
    case "notag", "nonumber":
      number.isSilent = true
      return nil
    case "limits", "nolimits", "relax", "bgroup", "egroup", "mathstrut", "strut", "displaylimits":
      return nil
    case "xrightarrow", "xleftarrow", "xRightarrow", "xLeftarrow", "xleftrightarrow", "xLeftrightarrow", "xmapsto",
      "xhookrightarrow", "xhookleftarrow", "xrightharpoonup", "xrightleftharpoons", "xlongequal":
      return labelled(name, token)
    default: return decoration(name, token)
    }
  }

  private mutating func decoration(_ name: String, _ token: TeXToken) -> MathNode? {
    switch name {
    case "phantom": return .phantom(argument(after: token), .both)
    case "hphantom": return .phantom(argument(after: token), .width)
    case "vphantom": return .phantom(argument(after: token), .height)
    case "smash":
      _ = stream.optional()
      return .phantom(argument(after: token), .smashed)
    case "mathrlap", "mathllap", "mathclap", "rlap", "llap", "clap": return argument(after: token)
    case "boxed", "fbox", "bbox": return .enclosed(argument(after: token), .box)
    case "cancel": return .enclosed(argument(after: token), .cancel)
    case "bcancel": return .enclosed(argument(after: token), .backCancel)
    case "xcancel": return .enclosed(argument(after: token), .crossCancel)
    case "sout": return .enclosed(argument(after: token), .strike)
    case "textcolor":
      let color = color()
      let content = argument(after: token)
      return color.map { .styled($0, content) } ?? content
    case "colorbox":
      let color = colorValue()
      let content = text(.upright, token) ?? .row([])
      return color.map { .styled(.background($0), content) } ?? content
    case "hspace", "hspace*", "kern", "mkern", "mskip", "hskip", "mspace": return .space(length(after: token))
    case "bmod": return .row([.space(4 / 18), .text("mod", .upright), .space(4 / 18)])
    case "pmod":
      return .row([
        .space(8 / 18), .symbol(MathSymbol("(", .opening)), .text("mod", .upright), .space(6 / 18),
        argument(after: token), .symbol(MathSymbol(")", .closing)),
      ])
    case "mod": return .row([.space(12 / 18), .text("mod", .upright), .space(6 / 18), argument(after: token)])
    case "pod":
      return .row([.symbol(MathSymbol("(", .opening)), argument(after: token), .symbol(MathSymbol(")", .closing))])
    case "TeX": return .text("TeX", .upright)
    case "LaTeX": return .text("LaTeX", .upright)
    case "bra":
      return .row([.symbol(MathSymbol("⟨", .opening)), argument(after: token), .symbol(MathSymbol("|", .closing))])
    case "ket":
      return .row([.symbol(MathSymbol("|", .opening)), argument(after: token), .symbol(MathSymbol("⟩", .closing))])
    case "braket":
      return .row([.symbol(MathSymbol("⟨", .opening)), argument(after: token), .symbol(MathSymbol("⟩", .closing))])
    case "bm", "boldsymbol", "pmb": return inAlphabet(.boldItalic, token)
    case "varinjlim", "varliminf": return .function("lim", takesLimits: true)
    case "ensuremath", "mathinner": return argument(after: token)
    default:
      report(.unknownCommand(name), token.range)
      return nil
    }
  }

  private mutating func node(_ entry: SymbolTable.Entry) -> MathNode {
    switch entry {
    case .letter(let text, let style):
      .identifier(text, style == .italic ? alphabet.flatMap(Self.greek) ?? style : alphabet ?? style)
    case .symbol(let symbol): .symbol(symbol)
    case .function(let name, let takesLimits): .function(name, takesLimits: takesLimits)
    case .space(let width): .space(width)
    }
  }

  /// Small Greek letters follow only bold alphabets.
  private static func greek(_ style: LetterStyle) -> LetterStyle? {
    switch style {
    case .bold, .boldItalic: .boldItalic
    case .italic, .upright, .doubleStruck, .script, .fraktur, .sansSerif, .monospace: nil
    }
  }

  private mutating func fraction(_ name: String, _ token: TeXToken) -> MathNode {
    if name == "cfrac" { _ = stream.optional() }
    var fraction = MathFraction(numerator: argument(after: token), denominator: .row([]))
    fraction.denominator = argument(after: token)
    fraction.isContinued = name == "cfrac"
    fraction.isDisplay = name == "dfrac" || name == "cfrac" ? true : name == "tfrac" ? false : nil
    return .fraction(fraction)
  }

  private mutating func binomial(_ name: String, _ token: TeXToken) -> MathNode {
    var fraction = MathFraction(numerator: argument(after: token), denominator: .row([]), hasBar: false)
    fraction.denominator = argument(after: token)
    fraction.isDisplay = name == "dbinom" ? true : name == "tbinom" ? false : nil
    return .fenced(MathFence(opening: "(", parts: [.fraction(fraction)], separators: [], closing: ")"))
  }

  private mutating func stacked(_ token: TeXToken, isUnder: Bool) -> MathNode {
    let mark = argument(after: token)
    var base = argument(after: token)
    // Stays the operator that it is, in its braces.
    if case .classed(.symbol(let symbol), .ordinary) = base { base = .symbol(symbol) }
    return .scripts(
      MathScripts(base: base, lower: isUnder ? mark : nil, upper: isUnder ? nil : mark, placement: .stacked))
  }

  private mutating func labelled(_ name: String, _ token: TeXToken) -> MathNode {
    let lower = optionalRow()
    let upper = argument(after: token)
    return .arrow(Self.labelledArrows[name] ?? "→", over: upper, under: lower)
  }

  static let labelledArrows: [String: String] = [
    "xrightarrow": "→", "xleftarrow": "←", "xRightarrow": "⇒", "xLeftarrow": "⇐", "xleftrightarrow": "↔",
    "xLeftrightarrow": "⇔", "xmapsto": "↦", "xhookrightarrow": "↪", "xhookleftarrow": "↩", "xrightharpoonup": "⇀",
    "xrightleftharpoons": "⇌", "xlongequal": "=",
  ]

  private mutating func negated(_ token: TeXToken) -> MathNode? {
    let base = argument(after: token)
    if case .symbol(var symbol) = base {
      // The combining stroke, composed where Unicode has the sign.
      symbol.text = Self.negations[symbol.text] ?? symbol.text + "\u{338}"
      return .symbol(symbol)
    }
    if case .identifier(let text, let style) = base { return .identifier(text + "\u{338}", style) }
    return .enclosed(base, .cancel)
  }

  private static let negations: [String: String] = [
    "=": "≠", "<": "≮", ">": "≯", "∈": "∉", "∋": "∌", "≤": "≰", "≥": "≱", "∼": "≁", "≃": "≄", "≅": "≇", "≈": "≉",
    "≡": "≢",
    "⊂": "⊄", "⊃": "⊅", "⊆": "⊈", "⊇": "⊉", "∣": "∤", "∥": "∦", "∃": "∄", "→": "↛", "←": "↚", "↔": "↮", "⇒": "⇏",
    "⇐": "⇍",
    "⇔": "⇎", "⊢": "⊬", "⊨": "⊭", "≺": "⊀", "≻": "⊁",
  ]

  private static func operatorName(_ tokens: [TeXToken]) -> String {
    var name = ""
    for token in tokens {
      switch token.kind {
      case .character("-"): name += "-"
      case .character(let scalar): name.unicodeScalars.append(scalar)
      case .command(","), .command(":"), .command(";"), .command(" "): name += "\u{2009}"
      case .command, .open, .close, .alignment, .raised, .lowered, .space, .parameter, .end: break
      }
    }
    return name
  }

  private static let classes: [String: MathSymbol.Class] = [
    "mathord": .ordinary, "mathop": .largeOperator, "mathbin": .binary, "mathrel": .relation, "mathopen": .opening,
    "mathclose": .closing, "mathpunct": .punctuation,
  ]
}
