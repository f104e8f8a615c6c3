/// Reads the TeX of one formula. Pure; linear in the formula and what its macros expand to.
///
/// Extended by aspect: `+Atoms`, `+Scripts`, `+Commands`, `+Arguments`, `+Fences`, `+Environments`, `+Definitions`, `+Numbers`, `+Text`.
package struct TeXParser {
  /// Levels of groups; bounds the stack of this and of every writer.
  static let depthLimit = 48

  var stream: TokenStream
  var problems: [MathProblem] = []
  var tag: MathNode?
  var labels: [MathLabel] = []
  /// What the line at hand says of its number.
  var number = EquationNumber()
  var depth = 0
  /// The alphabet that letters are in.
  var alphabet: LetterStyle?
  /// `\middle` is allowed: separators between the parts of the fence that is open.
  var separators: [String] = []
  var parts: [MathNode] = []
  var fenceDepth = 0
  /// Rows of an environment before which a line stands.
  var lines: [Int] = []

  private init(_ tex: [UInt8], macros: MathMacros) { stream = TokenStream(tex, macros: macros) }

  /// Reads a formula; what it defines joins `macros`.
  ///
  /// - Returns: with it the names of the macros that it used.
  package static func parse(_ tex: [UInt8], macros: inout MathMacros) -> (formula: ParsedFormula, used: Set<String>) {
    var parser = TeXParser(tex, macros: macros)
    let root = parser.formula()
    // Outside of what is numbered, only a tag is one.
    if let text = parser.finishLine(isNumbered: false) { parser.tag = .text(text, .upright) }
    macros = parser.stream.macros
    let used = parser.stream.usedMacros
    return (ParsedFormula(root: root, tag: parser.tag, labels: parser.labels, problems: parser.problems), used)
  }

  /// Reads a formula that names what stands before it: definitions of macros.
  package static func parse(_ tex: [UInt8], definitions: [UInt8]) -> ParsedFormula {
    var macros = MathMacros()
    if !definitions.isEmpty { _ = parse(definitions, macros: &macros) }
    return parse(tex, macros: &macros).formula
  }

  private mutating func formula() -> MathNode {
    let root = row(until: .end)
    // Lines without an environment around them, as GitHub and MathJax take them.
    var rows = [[root]]
    var token = stream.next()
    while token.kind != .end {
      switch token.kind {
      case .command("\\"), .command("cr"), .command("newline"):
        _ = stream.optional()
        rows.append([row(until: .end)])
      case .alignment:
        report(.strayAlignment, token.range)
        _ = row(until: .end)
      case .close:
        report(.strayBrace, token.range)
        _ = row(until: .end)
      case .command("right"):
        report(.strayRight, token.range)
        _ = delimiter()
        _ = row(until: .end)
      case .command("end"):
        report(.strayEnd, token.range)
        _ = stream.rawArgument()
        _ = row(until: .end)
      case .command, .character, .open, .raised, .lowered, .space, .parameter, .end: _ = row(until: .end)
      }
      token = stream.next()
    }
    if stream.hasOverflowed { report(.tooLong, token.range) }
    if rows.count == 1 { return root }
    if rows.last == [.row([])] { rows.removeLast() }
    return .table(MathTable(rows: rows, alignments: [.center], gaps: [], isDisplay: true))
  }

  mutating func report(_ kind: MathProblem.Kind, _ range: Range<Int>) {
    // The first few say it all.
    if problems.count < 8 { problems.append(MathProblem(kind: kind, range: range)) }
  }

  /// Runs `body` one level deeper.
  mutating func deeper(_ range: Range<Int>, _ body: (inout TeXParser) -> MathNode) -> MathNode {
    guard depth < Self.depthLimit else {
      if !problems.contains(where: { $0.kind == .tooDeep }) { report(.tooDeep, range) }
      return .row([])
    }
    depth += 1
    defer { depth -= 1 }
    return body(&self)
  }

  /// What ends a row.
  enum Stop: Hashable {
    /// Only what ends every row.
    case end
    /// `]` as well.
    case bracket
  }

  /// Atoms up to what ends them, which stays: `}`, `&`, `\\`, `\right`, `\middle`, `\end`, the end.
  mutating func row(until stop: Stop) -> MathNode {
    let outerAlphabet = alphabet
    defer { alphabet = outerAlphabet }
    var nodes: [MathNode] = []
    var infix: (name: String, above: [MathNode])?
    while true {
      stream.skipSpaces()
      let token = stream.next()
      if ends(token, stop) {
        stream.put(back: token)
        break
      }
      switch token.kind {
      case .command(let name) where Self.infixes.contains(name):
        if infix != nil { report(.badArgument, token.range) }
        infix = (name, nodes)
        nodes = []
      case .command(let name) where Self.switches[name] != nil || name == "color":
        // Takes the rest of the group.
        let style: MathStyle? = name == "color" ? color() : Self.switches[name]
        let rest = deeper(token.range) { $0.row(until: stop) }
        nodes.append(style.map { .styled($0, rest) } ?? rest)
      case .command(let name) where Self.alphabetSwitches[name] != nil: alphabet = Self.alphabetSwitches[name]
      case .character, .command, .open, .close, .alignment, .raised, .lowered, .space, .parameter, .end:
        stream.put(back: token)
        if let node = scripted() { nodes.append(node) }
      }
    }
    guard let infix else { return nodes.count == 1 ? nodes[0] : .row(nodes) }
    return Self.infix(infix.name, .row(infix.above), .row(nodes))
  }

  private func ends(_ token: TeXToken, _ stop: Stop) -> Bool {
    switch token.kind {
    case .end, .close, .alignment: true
    case .command("right"), .command("middle"), .command("\\"), .command("cr"), .command("newline"), .command("end"):
      true
    case .character("]"): stop == .bracket
    case .command, .character, .open, .raised, .lowered, .space, .parameter: false
    }
  }

  private static let infixes: Set<String> = ["over", "choose", "atop", "brace", "brack"]

  private static func infix(_ name: String, _ above: MathNode, _ below: MathNode) -> MathNode {
    let fraction = MathNode.fraction(MathFraction(numerator: above, denominator: below, hasBar: name == "over"))
    let (opening, closing): (String, String)
    switch name {
    case "choose": (opening, closing) = ("(", ")")
    case "brace": (opening, closing) = ("{", "}")
    case "brack": (opening, closing) = ("[", "]")
    default: return fraction
    }
    return .fenced(MathFence(opening: opening, parts: [fraction], separators: [], closing: closing))
  }

  static let switches: [String: MathStyle] = [
    "displaystyle": .display(true), "textstyle": .display(false), "scriptstyle": .script(1),
    "scriptscriptstyle": .script(2), "tiny": .size(0.5), "scriptsize": .size(0.7), "footnotesize": .size(0.8),
    "small": .size(0.9), "normalsize": .size(1), "large": .size(1.2), "Large": .size(1.44), "LARGE": .size(1.728),
    "huge": .size(2.074), "Huge": .size(2.488),
  ]

  static let alphabetSwitches: [String: LetterStyle] = [
    "rm": .upright, "bf": .bold, "it": .italic, "sf": .sansSerif, "tt": .monospace, "cal": .script,
    "frak": .fraktur, "Bbb": .doubleStruck, "mit": .italic,
  ]
}
