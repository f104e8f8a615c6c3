extension TeXParser {
  /// One atom with its scripts; nil for what prints nothing (a definition).
  mutating func scripted() -> MathNode? {
    let first = stream.next()
    var base: MathNode?
    switch first.kind {
    case .raised, .lowered, .character("'"):
      stream.put(back: first)
      base = .row([])
    case .character, .command, .open, .close, .alignment, .space, .parameter, .end: base = atom(first)
    }
    guard let base else { return nil }
    return scripts(of: base)
  }

  private mutating func scripts(of base: MathNode) -> MathNode {
    var lower: MathNode?
    var upper: MathNode?
    var primes = 0
    var placement = Self.placement(of: base)
    while true {
      stream.skipSpaces()
      let token = stream.next()
      switch token.kind {
      case .raised:
        if upper != nil { report(.doubleScript, token.range) }
        upper = argument(after: token)
      case .lowered:
        if lower != nil { report(.doubleScript, token.range) }
        lower = argument(after: token)
      case .character("'"), .character("’"):
        if upper != nil { report(.doubleScript, token.range) }
        primes += 1
      case .command("limits"): placement = .stacked
      case .command("nolimits"): placement = .side
      case .command("displaylimits"): placement = .movable
      case .character, .command, .open, .close, .alignment, .space, .parameter, .end:
        stream.put(back: token)
        if primes > 0 {
          let mark = MathNode.symbol(MathSymbol(Self.prime(primes), .ordinary))
          upper = upper.map { .row([mark, $0]) } ?? mark
        }
        if lower == nil, upper == nil { return base }
        return .scripts(MathScripts(base: base, lower: lower, upper: upper, placement: placement))
      }
    }
  }

  private static func prime(_ count: Int) -> String {
    switch count {
    case 1: "′"
    case 2: "″"
    case 3: "‴"
    default: String(repeating: "′", count: count)
    }
  }

  private static func placement(of base: MathNode) -> MathScripts.Placement {
    switch base {
    case .symbol(let symbol): symbol.kind == .largeOperator && symbol.takesLimits ? .movable : .side
    case .function(_, let takesLimits): takesLimits ? .movable : .side
    case .accent(let accent): ["⏞", "⏟", "⎴", "⎵"].contains(accent.mark) ? .stacked : .side
    case .row, .identifier, .number, .text, .space, .fraction, .root, .scripts, .arrow, .fenced, .delimiter, .table,
      .styled,
      .phantom, .enclosed, .classed:
      .side
    }
  }

  /// One atom without scripts; nil for what prints nothing.
  mutating func atom(_ token: TeXToken) -> MathNode? {
    switch token.kind {
    case .character(let scalar): character(scalar)
    case .open: group(token)
    case .command(let name): command(name, token)
    case .space: nil
    case .parameter:
      unusable(.badArgument, token)
    case .close: unusable(.strayBrace, token)
    case .alignment: unusable(.strayAlignment, token)
    case .raised, .lowered, .end: unusable(.missingArgument, token)
    }
  }

  private mutating func unusable(_ kind: MathProblem.Kind, _ token: TeXToken) -> MathNode? {
    report(kind, token.range)
    return nil
  }

  /// The row in `{…}`, whose brace is behind.
  mutating func group(_ open: TeXToken) -> MathNode {
    let content = deeper(open.range) { $0.row(until: .end) }
    closeGroup(open)
    if case .row = content { return content }
    // A group is an atom of its own: `{+}` is no operator.
    if case .symbol = content { return .classed(content, .ordinary) }
    return content
  }

  /// Passes the brace that closes a group. What stands before it and belongs to no row is passed without being read: no
  /// input can nest this deeply.
  mutating func closeGroup(_ open: TeXToken) {
    var nesting = 0
    var isReported = false
    while true {
      let token = stream.next()
      switch token.kind {
      case .close:
        if nesting == 0 { return }
        nesting -= 1
        continue
      case .open: nesting += 1
      case .end:
        stream.put(back: token)
        if !isReported { report(.missingBrace, open.range) }
        return
      case .command("end") where nesting == 0, .command("right") where nesting == 0:
        stream.put(back: token)
        if !isReported { report(.missingBrace, open.range) }
        return
      case .command, .character, .alignment, .raised, .lowered, .space, .parameter: break
      }
      if !isReported, token.kind != .space {
        report(
          token.kind == .alignment ? .strayAlignment : .missingBrace,
          token.kind == .alignment ? token.range : open.range)
        isReported = true
      }
    }
  }

  private mutating func character(_ scalar: Unicode.Scalar) -> MathNode {
    if ("0"..."9").contains(scalar) { return number(scalar) }
    if scalar == ".", case .character(let next) = stream.peek().kind, ("0"..."9").contains(next) {
      return number(scalar)
    }
    if let symbol = SymbolTable.symbol(scalar) { return .symbol(symbol) }
    return letter(scalar)
  }

  private mutating func letter(_ scalar: Unicode.Scalar) -> MathNode {
    let isGreekCapital = ("Α"..."Ω").contains(scalar)
    let isLetter = scalar.isASCII ? scalar.properties.isAlphabetic : ("Α"..."ϵ").contains(scalar)
    // Chinese and the like are words.
    guard isLetter else { return .text(String(scalar), .upright) }
    return .identifier(String(scalar), alphabet ?? (isGreekCapital ? .upright : .italic))
  }

  private mutating func number(_ first: Unicode.Scalar) -> MathNode {
    var digits = String(first)
    while true {
      let token = stream.next()
      if case .character(let scalar) = token.kind {
        if ("0"..."9").contains(scalar) {
          digits.unicodeScalars.append(scalar)
          continue
        }
        if scalar == "." || scalar == ",", case .character(let next) = stream.peek().kind, ("0"..."9").contains(next),
          scalar == "."
        {
          digits.unicodeScalars.append(scalar)
          continue
        }
      }
      stream.put(back: token)
      return .number(digits, alphabet ?? .upright)
    }
  }
}
