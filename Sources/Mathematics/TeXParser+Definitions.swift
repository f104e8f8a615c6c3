extension TeXParser {
  /// `\newcommand`, `\def` and their like: remembered for what follows, print nothing.
  mutating func definition(_ name: String, _ command: TeXToken) {
    switch name {
    case "setcounter": setCounter(command)
    case "def", "gdef", "edef", "xdef":
      guard case .command(let macro) = rawToken().kind else { return report(.missingArgument, command.range) }
      var count = 0
      while case .parameter(let number) = peekRaw().kind {
        _ = stream.raw()
        count = max(count, number)
      }
      guard let body = words(after: command) else { return }
      stream.macros.define(macro, MathMacros.Macro(parameterCount: count, body: body))
    case "let":
      guard case .command(let macro) = rawToken().kind else { return report(.missingArgument, command.range) }
      if peekRaw().kind == .character("=") { _ = stream.raw() }
      stream.macros.define(macro, MathMacros.Macro(body: [rawToken()]))
    case "DeclareMathOperator":
      guard let macro = macroName(command), let body = words(after: command) else { return }
      let call: [TeXToken] = [
        TeXToken(kind: .command("operatorname"), range: command.range), TeXToken(kind: .open, range: command.range),
      ]
      stream.macros.define(
        macro, MathMacros.Macro(body: call + body + [TeXToken(kind: .close, range: command.range)]))
    default:
      guard let macro = macroName(command) else { return }
      var definition = MathMacros.Macro(body: [])
      if let count = stream.optional() {
        guard let number = Int(count.text), (0...9).contains(number) else {
          return report(.badArgument, count.range ?? command.range)
        }
        definition.parameterCount = number
        if number > 0 { definition.standard = stream.optional() }
      }
      guard let body = words(after: command) else { return }
      definition.body = body
      stream.macros.define(macro, definition)
    }
  }

  static let definitions: Set<String> = [
    "def", "gdef", "edef", "xdef", "let", "newcommand", "renewcommand", "providecommand", "newcommand*",
    "renewcommand*",
    "DeclareMathOperator", "setcounter",
  ]

  private mutating func macroName(_ command: TeXToken) -> String? {
    let tokens = stream.rawArgument() ?? []
    if tokens.count == 1, case .command(let name) = tokens[0].kind { return name }
    report(.missingArgument, command.range)
    return nil
  }

  private mutating func rawToken() -> TeXToken {
    var token = stream.raw()
    while token.kind == .space { token = stream.raw() }
    return token
  }

  private mutating func peekRaw() -> TeXToken {
    let token = rawToken()
    stream.put(back: token)
    return token
  }
}
