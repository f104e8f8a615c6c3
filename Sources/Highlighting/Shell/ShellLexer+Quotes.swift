/// Quotes, expansions and here-documents of the shell.
extension ShellLexer {
  /// `'…'`: nothing is special.
  mutating func quoted(_ scanner: inout Scanner) {
    let start = scanner.position
    var end = start + 1
    while end < scanner.limit, scanner.source[end] != "'" { end += 1 }
    scanner.take(.string, to: end + 1)
    isCommand = false
  }

  /// `"…"`: variables, substitutions and escapes.
  mutating func doubleQuoted(_ scanner: inout Scanner) {
    scanner.take(.string, count: 1)
    expanded(&scanner, close: .of("\""))
    scanner.take(.string, count: 1)
    isCommand = false
  }

  /// Text with expansions up to `close`, which it leaves (0: to the end of what may be read).
  private mutating func expanded(_ scanner: inout Scanner, close: UInt8) {
    while !scanner.isAtEnd {
      let byte = scanner.peek()
      switch byte {
      case close where close != 0: return
      case .backslash: scanner.take(.escape, count: 2)
      case "$" where scanner.startsExpansion: dollar(&scanner)
      case "`": backquoted(&scanner)
      default:
        var end = scanner.position + 1
        while end < scanner.limit, scanner.source[end] != close, scanner.source[end] != .backslash,
          scanner.source[end] != "$", scanner.source[end] != "`"
        {
          end += 1
        }
        scanner.take(.string, to: end)
      }
    }
  }

  mutating func backquoted(_ scanner: inout Scanner) {
    scanner.take(.escape, count: 1)
    nested(&scanner, close: .of("`"))
    scanner.take(.escape, count: 1)
  }

  private mutating func nested(_ scanner: inout Scanner, close: UInt8) {
    guard scanner.depth < Scanner.deepest else { return }
    scanner.depth += 1
    var inner = ShellLexer()
    inner.isRecipe = isRecipe
    inner.run(&scanner, until: close)
    scanner.depth -= 1
  }

  /// What begins with `$`.
  mutating func dollar(_ scanner: inout Scanner) {
    let next = scanner.peek(1)
    switch next {
    case "(" where isRecipe: scanner.take(.variable, to: scanner.makeReferenceEnd(from: scanner.position))
    case "$" where isRecipe && scanner.peek(2).isWordStart:
      scanner.take(.variable, to: scanner.nameEnd(from: scanner.position + 2))
    case "(":
      scanner.take(.escape, count: 2)
      let isArithmetic = scanner.peek() == "("
      if isArithmetic { arithmetic(&scanner) } else { nested(&scanner, close: .of(")")) }
      scanner.take(.escape, count: scanner.peek() == ")" ? 1 : 0)
    case "{": braced(&scanner)
    case "'":
      scanner.take(.string, count: 2)
      while !scanner.isAtEnd, scanner.peek() != "'" {
        scanner.take(scanner.peek() == .backslash ? .escape : .string, count: scanner.peek() == .backslash ? 2 : 1)
      }
      scanner.take(.string, count: 1)
    case "\"" where scanner.peek(-1) != "\"": doubleQuoted(&scanner)
    case _ where next.isWordStart && next < 0x80:
      scanner.take(.variable, to: scanner.nameEnd(from: scanner.position + 1))
    case 0x30...0x39, "@", "*", "#", "?", "-", "$", "!", "<", "^", "+": scanner.take(.variable, count: 2)
    default: scanner.take(.plain, count: 1)
    }
    isCommand = false
  }

  /// `${name:-default}`: the name, what is done with it, expansions in it.
  private mutating func braced(_ scanner: inout Scanner) {
    scanner.take(.escape, count: 2)
    if scanner.peek() == "#" || scanner.peek() == "!" { scanner.take(.operator, count: 1) }
    scanner.take(.variable, to: scanner.nameEnd(from: scanner.position))
    scanner.depth += 1
    while !scanner.isAtEnd, scanner.peek() != "}", scanner.peek() != .lineFeed {
      let byte = scanner.peek()
      if byte == "$", scanner.startsExpansion, scanner.depth < Scanner.deepest {
        dollar(&scanner)
      } else if byte == "\"" && scanner.depth < Scanner.deepest {
        doubleQuoted(&scanner)
      } else {
        scanner.take(byte.isWord ? .string : .operator, count: 1)
      }
    }
    scanner.depth -= 1
    if scanner.peek() == "}" { scanner.take(.escape, count: 1) }
  }

  /// The inside of `$((…))` from its inner parenthesis on, which it closes.
  private mutating func arithmetic(_ scanner: inout Scanner) {
    var nesting = 0
    while !scanner.isAtEnd {
      let byte = scanner.peek()
      switch byte {
      case "(":
        nesting += 1
        scanner.take(.escape, count: 1)
      case ")":
        if nesting == 0 { return }
        nesting -= 1
        scanner.take(.escape, count: 1)
        if nesting == 0 { return }
      case "$" where scanner.startsExpansion && scanner.depth < Scanner.deepest:
        scanner.depth += 1
        dollar(&scanner)
        scanner.depth -= 1
      case _ where byte.isDigit: scanner.take(.number, to: scanner.numberEnd())
      case _ where byte.isWordStart: scanner.take(.variable, to: scanner.wordEnd(from: scanner.position))
      case _ where byte.isBlank || byte.isLineEnd: scanner.take(.plain, count: 1)
      default: scanner.take(.operator, count: 1)
      }
    }
  }

  /// `<<NAME`, `<<-'NAME'`.
  mutating func heredoc(_ scanner: inout Scanner) {
    var index = scanner.position + 2
    let stripsTabs = scanner.byte(at: index) == "-"
    if stripsTabs { index += 1 }
    let operatorEnd = index
    index = scanner.skipSpaces(from: index)
    let quote = scanner.byte(at: index)
    let isQuoted = quote == "'" || quote == "\""
    if isQuoted { index += 1 }
    let end = scanner.wordEnd(from: index)
    scanner.take(.operator, to: operatorEnd)
    guard end > index, end - index < 128, !scanner.source[index].isDigit else { return }
    heredocs.append((Array(scanner.source[index..<end]), stripsTabs, !isQuoted))
    scanner.takeBlanks()
    scanner.take(.string, to: isQuoted && scanner.byte(at: end) == quote ? end + 1 : end)
  }

  mutating func heredocBodies(_ scanner: inout Scanner) {
    let pending = heredocs
    heredocs = []
    for heredoc in pending {
      let (bodyEnd, end) = scanner.heredocEnd(heredoc.terminator, isIndented: heredoc.stripsTabs)
      let outer = scanner.limit
      scanner.limit = bodyEnd
      if heredoc.expands { expanded(&scanner, close: 0) }
      scanner.take(.string, to: bodyEnd)
      scanner.limit = outer
      scanner.take(.string, to: end)
    }
  }
}
