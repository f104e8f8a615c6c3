/// Reads what was typed at a terminal and what it answered.
struct ConsoleLexer {
  /// Lines with a prompt are commands, all others output; without any prompt everything is commands.
  static func lex(_ scanner: inout Scanner) {
    guard hasPrompt(scanner) else {
      var lexer = ShellLexer()
      lexer.run(&scanner)
      return
    }
    while !scanner.isAtEnd {
      let end = scanner.lineEnd(from: scanner.position)
      let prompt = promptEnd(scanner, from: scanner.position)
      guard prompt > scanner.position else {
        scanner.take(.plain, to: end + 1)
        continue
      }
      scanner.take(.preprocessor, to: prompt)
      scanner.within(commandEnd(scanner, from: end)) { inner in
        var lexer = ShellLexer()
        lexer.run(&inner)
      }
      scanner.take(.plain, count: 1)
    }
  }

  private static func hasPrompt(_ scanner: Scanner) -> Bool {
    var line = scanner.position
    while line < scanner.limit {
      if promptEnd(scanner, from: line) > line { return true }
      line = scanner.lineEnd(from: line) + 1
    }
    return false
  }

  /// The end of the line, and of the lines that a backslash at its end joins to it.
  private static func commandEnd(_ scanner: Scanner, from end: Int) -> Int {
    var end = end
    while end < scanner.limit, scanner.byte(at: end - 1) == .backslash { end = scanner.lineEnd(from: end + 1) }
    return end
  }

  /// The end of the prompt that begins the line: `$`, `#`, `%`, `>`, `user@host:~$`, `(venv) $`, `C:\dir>`; `line` itself
  /// when there is none.
  private static func promptEnd(_ scanner: Scanner, from line: Int) -> Int {
    let start = scanner.skipSpaces(from: line)
    var index = start
    while index < scanner.limit, index - start < 80, !scanner.source[index].isLineEnd {
      let byte = scanner.source[index]
      let next = scanner.byte(at: index + 1)
      let isLast = next.isBlank || next.isLineEnd || next == 0
      switch byte {
      case "$", "%", "#":
        if isLast
          && (index == start || scanner.source[start..<index].contains(where: { $0 == "@" || $0 == ")" || $0 == "]" }))
        {
          return index + 1
        }
      case ">":
        if isLast && index == start { return index + 1 }
        if index > start, scanner.byte(at: start + 1) == ":" || scanner.has("PS ".bytes, at: start) { return index + 1 }
      default: break
      }
      index += 1
    }
    return line
  }
}
