/// Reads Makefiles: assignments, rules, and recipes in shell.
struct MakefileLexer {
  static func lex(_ scanner: inout Scanner) {
    var inDefine = false
    while !scanner.isAtEnd {
      let end = scanner.continuedLineEnd(from: scanner.position)
      if scanner.peek() == "\t" {
        recipe(&scanner, end)
      } else {
        scanner.take(.plain, to: min(scanner.skipSpaces(from: scanner.position), end))
        statement(&scanner, end, &inDefine)
      }
      scanner.take(.plain, to: end + 1)
    }
  }

  private static func recipe(_ scanner: inout Scanner, _ end: Int) {
    scanner.take(.plain, to: scanner.skipSpaces(from: scanner.position))
    while scanner.peek() == "@" || scanner.peek() == "-" || scanner.peek() == "+" { scanner.take(.operator, count: 1) }
    scanner.within(end) { inner in
      var lexer = ShellLexer()
      lexer.isRecipe = true
      lexer.run(&inner)
    }
  }

  private static func statement(_ scanner: inout Scanner, _ end: Int, _ inDefine: inout Bool) {
    let start = scanner.position
    if scanner.peek() == "#" {
      scanner.take(.comment, to: end)
      return
    }
    let wordEnd = scanner.makeWordEnd(from: start)
    if let kind = words.kind(in: scanner.source, from: start, to: wordEnd), wordEnd <= end {
      scanner.take(kind, to: wordEnd)
      values(&scanner, end)
      return
    }
    // What stands before the first `=` or `:` outside of references decides.
    var index = start
    while index < end {
      let byte = scanner.source[index]
      if byte == "$", scanner.byte(at: index + 1) == "(" || scanner.byte(at: index + 1) == "{" {
        index = scanner.makeReferenceEnd(from: index)
        continue
      }
      if byte == "=" || byte == ":" || byte == "#" { break }
      index += 1
    }
    let byte = index < end ? scanner.source[index] : 0
    let isAssignment =
      byte == "=" || (byte == ":" && (scanner.byte(at: index + 1) == "=" || scanner.byte(at: index + 2) == "="))
    if isAssignment {
      var nameEnd = index
      while nameEnd > start, "+?! \t".utf8.contains(scanner.source[nameEnd - 1]) { nameEnd -= 1 }
      scanner.take(.variable, to: nameEnd)
      scanner.take(.plain, to: scanner.skipSpaces(from: scanner.position))
      while scanner.position < end, ":?+!=".utf8.contains(scanner.peek()) { scanner.take(.operator, count: 1) }
      values(&scanner, end)
    } else if byte == ":" {
      references(&scanner, index, .function)
      while scanner.peek() == ":" { scanner.take(.operator, count: 1) }
      values(&scanner, end)
    } else {
      values(&scanner, end)
    }
  }

  /// Words, references and comments up to `end`.
  private static func values(_ scanner: inout Scanner, _ end: Int) { references(&scanner, end, .plain) }

  private static func references(_ scanner: inout Scanner, _ end: Int, _ kind: Token.Class) {
    while scanner.position < end {
      let byte = scanner.peek()
      switch byte {
      case "$":
        let next = scanner.peek(1)
        let isLong = next == "(" || next == "{"
        scanner.take(
          .variable, to: isLong ? min(end, scanner.makeReferenceEnd(from: scanner.position)) : scanner.position + 2)
      case "#": scanner.take(.comment, to: end)
      case .backslash: scanner.take(.escape, count: 2)
      case _ where byte.isBlank || byte.isLineEnd: scanner.take(.plain, count: 1)
      case "|", ";", "(", ")", ",", "=", "%": scanner.take(.operator, count: 1)
      case "\"", "'":
        let close = scanner.source[(scanner.position + 1)..<end].firstIndex(of: byte)
        scanner.take(.string, to: close.map { $0 + 1 } ?? scanner.position + 1)
      default:
        var wordEnd = scanner.position + 1
        while wordEnd < end,
          scanner.source[wordEnd].isWord || scanner.source[wordEnd] == "-" || scanner.source[wordEnd] == "."
        { wordEnd += 1 }
        scanner.take(kind, to: wordEnd)
      }
    }
  }

  private static let words = WordTable([
    .keyword:
      "define else endef endif export ifdef ifeq ifndef ifneq include -include sinclude override private undefine unexport vpath"
  ])
}

extension Scanner {
  /// The end of the line, lines joined to it by backslashes included.
  fileprivate func continuedLineEnd(from index: Int) -> Int {
    var end = lineEnd(from: index)
    while end < limit, end > index, source[end - 1] == .backslash { end = lineEnd(from: end + 1) }
    return end
  }

  fileprivate func makeWordEnd(from index: Int) -> Int {
    var end = index
    if byte(at: end) == "-" { end += 1 }
    return wordEnd(from: end)
  }
}
