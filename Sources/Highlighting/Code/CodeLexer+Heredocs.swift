/// Literals whose closing mark is a word of the author's choice, and those with brackets of any kind.
extension CodeLexer {
  /// A literal that starts on the next line and ends before a line that is `terminator`.
  struct Heredoc {
    var terminator: [UInt8]
    var isIndented: Bool
    var interpolates: Bool
  }

  /// `<<~NAME` and `<<-"NAME"` (Ruby), `<<<NAME` and `<<<'NAME'` (PHP).
  mutating func heredoc(_ scanner: inout Scanner, mark: Int) -> Bool {
    if followsOperand && mark == 2 { return false }
    var index = scanner.position + mark
    var isIndented = mark == 3
    if scanner.byte(at: index) == "~" || scanner.byte(at: index) == "-" {
      isIndented = true
      index += 1
    }
    if mark == 3 { index = scanner.skipSpaces(from: index) }
    let quote = scanner.byte(at: index)
    let isQuoted = quote == "'" || quote == "\"" || quote == "`"
    if isQuoted { index += 1 }
    let end = scanner.wordEnd(from: index)
    guard end > index, end - index < 128, isQuoted ? scanner.byte(at: end) == quote : scanner.source[index].isWordStart
    else { return false }
    if mark == 2 && !isQuoted && !isIndented && !scanner.source[index].isUpper { return false }
    heredocs.append(
      Heredoc(terminator: Array(scanner.source[index..<end]), isIndented: isIndented, interpolates: quote != "'"))
    scanner.take(.string, to: isQuoted ? end + 1 : end)
    settle(operand: true)
    return true
  }

  /// The bodies of the heredocs begun on the line before the cursor.
  mutating func heredocBodies(_ scanner: inout Scanner) {
    let pending = heredocs
    heredocs = []
    for heredoc in pending {
      let (bodyEnd, end) = scanner.heredocEnd(heredoc.terminator, isIndented: heredoc.isIndented)
      let outer = scanner.limit
      scanner.limit = bodyEnd
      let interpolation: StringForm.Interpolation =
        heredoc.interpolates ? (grammar.traits.contains(.markedNames) ? .poundBrace : [.dollarName, .braceDollar]) : []
      let form = StringForm(
        "\u{0}", escape: heredoc.interpolates ? .backslash : .none, spansLines: true, interpolation: interpolation)
      while !scanner.isAtEnd {
        let start = scanner.position
        stringBody(&scanner, form, .string)
        if scanner.position == start { scanner.take(.string, to: bodyEnd) }
      }
      scanner.limit = outer
      scanner.take(.string, to: end)
    }
  }

  /// `%w[a b]`, `%q(…)`, `%{…}`: brackets balance.
  mutating func percentLiteral(_ scanner: inout Scanner) -> Bool {
    if followsOperand { return false }
    var index = scanner.position + 1
    let letter = scanner.byte(at: index)
    if letter.isLetter {
      guard "wWiIqQrsx".utf8.contains(letter) else { return false }
      index += 1
    }
    let open = scanner.byte(at: index)
    let close: UInt8
    switch open {
    case "(": close = .of(")")
    case "[": close = .of("]")
    case "{": close = .of("}")
    case "<": close = .of(">")
    case "|", "!", "/": close = open
    default: return false
    }
    var nesting = 0
    index += 1
    while index < scanner.limit {
      let byte = scanner.source[index]
      if byte == close {
        if nesting == 0 { break }
        nesting -= 1
      } else if byte == open {
        nesting += 1
      } else if byte == .backslash {
        index += 1
      }
      index += 1
    }
    scanner.take(.string, to: index + 1)
    settle(operand: true)
    return true
  }

  /// Lua: `[[…]]` with any number of equals signs between the brackets.
  mutating func longBracket(_ scanner: inout Scanner, mark: Int, isComment: Bool) -> Bool {
    var index = scanner.position + mark
    while scanner.byte(at: index) == "=" { index += 1 }
    guard scanner.byte(at: index) == "[" else { return false }
    let level = index - scanner.position - mark
    let close = [UInt8.of("]")] + Array(repeating: UInt8.of("="), count: level) + [UInt8.of("]")]
    let end = scanner.find(close, from: index).map { $0 + close.count } ?? scanner.limit
    scanner.take(isComment ? .comment : .string, to: end)
    if !isComment { settle(operand: true) }
    return true
  }
}

extension Scanner {
  /// Where the body ends (the start of the terminator's line) and where the terminator ends.
  func heredocEnd(_ terminator: [UInt8], isIndented: Bool) -> (body: Int, end: Int) {
    var line = position
    while line < limit {
      let start = isIndented ? skipSpaces(from: line) : line
      let end = start + terminator.count
      if has(terminator, at: start), !byte(at: end).isWord { return (line, end) }
      line = lineEnd(from: line) + 1
    }
    return (limit, limit)
  }
}
