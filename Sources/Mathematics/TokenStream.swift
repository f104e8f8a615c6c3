/// The tokens of a formula, macros expanded.
struct TokenStream {
  /// Macros that one formula may expand: what defines itself ends here.
  private static let expansionLimit = 1000
  /// Tokens that may wait at once.
  private static let waitingLimit = 20_000

  private var scanner: TeXScanner
  /// What comes before the scanner's next, last first.
  private var waiting: [TeXToken] = []
  private var expansions = 0
  private(set) var hasOverflowed = false
  var macros: MathMacros
  private(set) var usedMacros: Set<String> = []

  init(_ bytes: [UInt8], macros: MathMacros) {
    scanner = TeXScanner(bytes)
    self.macros = macros
  }

  /// The next token as it stands, macros not expanded.
  mutating func raw() -> TeXToken { waiting.popLast() ?? scanner.next() }

  /// The next token that is no macro.
  mutating func next() -> TeXToken {
    while true {
      let token = raw()
      guard case .command(let name) = token.kind, let macro = macros[name] else { return token }
      usedMacros.insert(name)
      expansions += 1
      if expansions > Self.expansionLimit || waiting.count > Self.waitingLimit {
        hasOverflowed = true
        waiting.removeAll()
        return TeXToken(kind: .end, range: token.range)
      }
      expand(macro, token.range)
    }
  }

  mutating func put(back token: TeXToken) { waiting.append(token) }
  mutating func put(back tokens: [TeXToken]) { waiting.append(contentsOf: tokens.reversed()) }

  mutating func peek() -> TeXToken {
    let token = next()
    waiting.append(token)
    return token
  }

  mutating func skipSpaces() {
    while true {
      let token = next()
      if token.kind != .space { return waiting.append(token) }
    }
  }

  private mutating func expand(_ macro: MathMacros.Macro, _ range: Range<Int>) {
    var arguments: [[TeXToken]] = []
    if let standard = macro.standard { arguments.append(optional() ?? standard) }
    while arguments.count < macro.parameterCount { arguments.append(rawArgument() ?? []) }
    for token in macro.body.reversed() {
      if case .parameter(let number) = token.kind {
        guard number <= arguments.count else { continue }
        waiting.append(contentsOf: arguments[number - 1].reversed())
      } else {
        waiting.append(TeXToken(kind: token.kind, range: range))
      }
      if waiting.count > Self.waitingLimit {
        hasOverflowed = true
        return
      }
    }
  }

  /// The tokens of `{…}`, or the one token that stands there; nil where there is none.
  mutating func rawArgument() -> [TeXToken]? {
    var token = raw()
    while token.kind == .space { token = raw() }
    if token.kind == .end || token.kind == .close {
      put(back: token)
      return nil
    }
    guard token.kind == .open else { return [token] }
    var depth = 1
    var tokens: [TeXToken] = []
    while true {
      let token = raw()
      switch token.kind {
      case .open: depth += 1
      case .close:
        depth -= 1
        if depth == 0 { return tokens }
      case .end:
        put(back: token)
        return nil
      case .command, .character, .alignment, .raised, .lowered, .space, .parameter: break
      }
      tokens.append(token)
    }
  }

  /// The tokens of `[…]`; nil where there is none.
  mutating func optional() -> [TeXToken]? {
    var spaces: [TeXToken] = []
    var token = raw()
    while token.kind == .space {
      spaces.append(token)
      token = raw()
    }
    guard token.kind == .character("[") else {
      put(back: token)
      put(back: spaces)
      return nil
    }
    var depth = 0
    var tokens: [TeXToken] = []
    while true {
      let token = raw()
      switch token.kind {
      case .open: depth += 1
      case .close: depth -= 1
      case .character("]") where depth == 0: return tokens
      case .end:
        put(back: tokens + [token])
        return nil
      case .command, .character, .alignment, .raised, .lowered, .space, .parameter: break
      }
      tokens.append(token)
    }
  }
}

extension [TeXToken] {
  /// What the author wrote, as far as it is words: for colours, sizes and names.
  var text: String {
    var text = ""
    for token in self {
      switch token.kind {
      case .character(let scalar): text.unicodeScalars.append(scalar)
      case .space: text += " "
      case .command(let name): text += name
      case .lowered: text += "_"
      case .raised: text += "^"
      case .alignment: text += "&"
      case .open, .close, .parameter, .end: break
      }
    }
    return text
  }

  /// From the first to the last; nil when there are none.
  var range: Range<Int>? {
    guard let first, let last else { return nil }
    return first.range.lowerBound..<Swift.max(first.range.lowerBound, last.range.upperBound)
  }
}
