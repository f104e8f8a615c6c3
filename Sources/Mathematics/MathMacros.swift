/// Macros that formulas may use: those of the configuration, and those that earlier formulas of an article defined.
package struct MathMacros: Hashable, Sendable {
  struct Macro: Hashable, Sendable {
    var parameterCount = 0
    /// What the first parameter is where no `[…]` is given.
    var standard: [TeXToken]?
    var body: [TeXToken]
  }

  private(set) var table: [String: Macro] = [:]
  /// The last number that an equation was given.
  package var equation = 0

  package init() {}

  package var isEmpty: Bool { table.isEmpty }

  subscript(name: String) -> Macro? { table[name] }

  mutating func define(_ name: String, _ macro: Macro) { table[name] = macro }

  /// Defines what the configuration says: `RR` or `\RR`, and TeX with `#1`…; as many parameters as the highest number.
  package mutating func define(_ name: String, tex: [UInt8]) {
    var scanner = TeXScanner(tex)
    var body: [TeXToken] = []
    var count = 0
    while true {
      let token = scanner.next()
      if token.kind == .end { break }
      if case .parameter(let number) = token.kind { count = max(count, number) }
      body.append(token)
    }
    table[name.hasPrefix("\\") ? String(name.dropFirst()) : name] = Macro(parameterCount: count, body: body)
  }

  /// Definitions of some macros as TeX, and of those that they use, in order of their names: what must stand before a
  /// formula that is read by itself.
  package func definitions(of names: Set<String>) -> [UInt8] {
    var wanted = names
    var queue = Array(names)
    while let name = queue.popLast() {
      guard let macro = table[name] else { continue }
      for token in macro.body + (macro.standard ?? []) {
        if case .command(let other) = token.kind, table[other] != nil, wanted.insert(other).inserted {
          queue.append(other)
        }
      }
    }
    var text = ""
    for name in wanted.sorted() {
      guard let macro = table[name] else { continue }
      text += "\\newcommand{\\\(name)}"
      if macro.parameterCount > 0 { text += "[\(macro.parameterCount)]" }
      if let standard = macro.standard { text += "[\(Self.tex(standard))]" }
      text += "{\(Self.tex(macro.body))}"
    }
    return Array(text.utf8)
  }

  private static func tex(_ tokens: [TeXToken]) -> String {
    var text = ""
    for token in tokens {
      switch token.kind {
      case .command(let name):
        text += "\\" + name
        // A letter behind it would belong to the name.
        if name.utf8.last.map(TeXScanner.isLetter) == true { text += " " }
      case .character(let scalar): text.unicodeScalars.append(scalar)
      case .open: text += "{"
      case .close: text += "}"
      case .alignment: text += "&"
      case .raised: text += "^"
      case .lowered: text += "_"
      case .space: text += " "
      case .parameter(let number): text += "#\(number)"
      case .end: break
      }
    }
    return text
  }
}
