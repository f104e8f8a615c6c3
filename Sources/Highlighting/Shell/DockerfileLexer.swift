/// Reads Dockerfiles: an instruction a line, most of them with shell behind it.
struct DockerfileLexer {
  static func lex(_ scanner: inout Scanner) {
    while !scanner.isAtEnd {
      scanner.takeBlanks()
      if scanner.peek() == "#" {
        scanner.take(.comment, to: scanner.commentLineEnd(from: scanner.position))
        continue
      }
      let end = instructionEnd(scanner)
      instruction(&scanner, end)
      scanner.take(.plain, count: 1)
    }
  }

  private static func instruction(_ scanner: inout Scanner, _ end: Int, isInner: Bool = false) {
    let start = scanner.position
    let wordEnd = min(scanner.wordEnd(from: start), end)
    let kind = words.kind(in: scanner.source, from: start, to: wordEnd)
    scanner.take(kind == nil ? .plain : .keyword, to: wordEnd)
    if kind == .type { return references(&scanner, end) }
    if kind != nil, !isInner, scanner.hasFolded("onbuild".bytes, at: start) {
      scanner.take(.plain, to: min(scanner.skipSpaces(from: wordEnd), end))
      return instruction(&scanner, end, isInner: true)
    }
    if kind != nil, !isInner, scanner.hasFolded("healthcheck".bytes, at: start),
      let command = scanner.find(in: wordEnd..<end, " CMD ".bytes)
    {
      scanner.within(command + 1) { shell(&$0, isCommand: false) }
      return instruction(&scanner, end, isInner: true)
    }
    let isCommand = scanner.hasFolded("run".bytes, at: start) || scanner.hasFolded("cmd".bytes, at: start)
    scanner.within(end) { shell(&$0, isCommand: isCommand) }
  }

  private static func shell(_ scanner: inout Scanner, isCommand: Bool) {
    var lexer = ShellLexer()
    lexer.isCommand = isCommand
    lexer.run(&scanner)
  }

  /// `FROM --platform=$X image:tag AS name`, `EXPOSE 8080/tcp`, `USER name`.
  private static func references(_ scanner: inout Scanner, _ end: Int) {
    scanner.within(end) { inner in
      while !inner.isAtEnd {
        let byte = inner.peek()
        let wordEnd = inner.skipWord(from: inner.position)
        switch byte {
        case _ where byte.isBlank || byte.isLineEnd: inner.takeBlanks()
        case "$":
          var lexer = ShellLexer()
          lexer.dollar(&inner)
        case "-": inner.take(.attribute, to: wordEnd)
        case _ where wordEnd - inner.position == 2 && inner.hasFolded("as".bytes, at: inner.position):
          inner.take(.keyword, to: wordEnd)
        default: inner.take(.string, to: wordEnd)
        }
      }
    }
  }

  /// The end of the line that ends the instruction: backslashes continue it, comments between are part of it, and
  /// here-documents belong to it.
  private static func instructionEnd(_ scanner: Scanner) -> Int {
    var end = scanner.lineEnd(from: scanner.position)
    let first = scanner.position
    if let mark = scanner.find(in: first..<end, " <<".bytes) {
      var name = mark + 3
      while scanner.byte(at: name) == "-" || scanner.byte(at: name) == "'" || scanner.byte(at: name) == "\"" {
        name += 1
      }
      let nameEnd = min(scanner.wordEnd(from: name), end)
      if nameEnd > name { end = scanner.lineOf(Array(scanner.source[name..<nameEnd]), from: end + 1) ?? scanner.limit }
    }
    while end < scanner.limit {
      var last = end - 1
      if scanner.byte(at: last) == 0x0D { last -= 1 }
      guard last >= first, scanner.byte(at: last) == .backslash else { break }
      end = scanner.lineEnd(from: end + 1)
      while end < scanner.limit, scanner.isCommentLine(endingAt: end) { end = scanner.lineEnd(from: end + 1) }
    }
    return end
  }

  static let words = WordTable(
    [
      .keyword: """
      add arg cmd copy entrypoint env healthcheck label maintainer onbuild run shell volume
      """,
      // Those whose arguments are names and not commands.
      .type: "expose from stopsignal user workdir",
    ], ignoresCase: true)
}

extension Scanner {
  fileprivate func skipWord(from index: Int) -> Int {
    var end = index + 1
    while end < limit, !source[end].isBlank, !source[end].isLineEnd, source[end] != "$" { end += 1 }
    return end
  }

  fileprivate func find(in range: Range<Int>, _ bytes: [UInt8]) -> Int? {
    for index in range where has(bytes, at: index) { return index }
    return nil
  }

  /// The end of the line that holds only this word.
  fileprivate func lineOf(_ word: [UInt8], from index: Int) -> Int? {
    var line = index
    while line < limit {
      let end = lineEnd(from: line)
      let start = skipSpaces(from: line)
      if has(word, at: start), start + word.count >= end - 1 { return end }
      line = end + 1
    }
    return nil
  }

  fileprivate func isCommentLine(endingAt end: Int) -> Bool {
    var start = end
    while start > position, source[start - 1] != .lineFeed { start -= 1 }
    return byte(at: skipSpaces(from: start)) == "#"
  }
}
