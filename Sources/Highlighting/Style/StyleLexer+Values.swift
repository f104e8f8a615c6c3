/// Values of declarations, preludes of at-rules, selectors.
extension StyleLexer {
  /// One token of a value.
  func value(_ scanner: inout Scanner, isPrelude: Bool) {
    let start = scanner.position
    let byte = scanner.peek()
    switch byte {
    case _ where byte.isBlank || byte.isLineEnd: scanner.takeBlanks()
    case "/" where isComment(scanner, start): comment(&scanner)
    case "\"", "'": string(&scanner)
    case "#":
      if scanner.peek(1) == "{" {
        interpolation(&scanner)
      } else {
        scanner.take(.number, to: scanner.styleNameEnd(from: start + 1))
      }
    case "$": scanner.take(.variable, to: scanner.styleNameEnd(from: start + 1))
    case "@": scanner.take(.variable, to: scanner.styleNameEnd(from: start + 1))
    case "!": scanner.take(.keyword, to: scanner.styleNameEnd(from: scanner.skipSpaces(from: start + 1)))
    case _ where byte.isDigit || ((byte == "." || byte == "-" || byte == "+") && scanner.startsNumber): number(&scanner)
    case "-" where scanner.peek(1) == "-": scanner.take(.variable, to: scanner.styleNameEnd(from: start))
    case _ where byte.isWordStart || (byte == "-" && scanner.peek(1).isWordStart): name(&scanner, isPrelude)
    case "(", ")", ",", ":", ";", "{", "}", "[", "]": scanner.take(.punctuation, count: 1)
    case .backslash: scanner.take(.escape, count: 2)
    default: scanner.take(.operator, count: 1)
    }
  }

  private func name(_ scanner: inout Scanner, _ isPrelude: Bool) {
    let start = scanner.position
    let end = scanner.styleNameEnd(from: start)
    let next = scanner.byte(at: end)
    if next == "(" {
      let isAddress = end - start == 3 && scanner.hasFolded(StyleLexer.urlWord, at: start)
      scanner.take(.function, to: end)
      if isAddress, scanner.peek(1) != "\"", scanner.peek(1) != "'" {
        scanner.take(.punctuation, count: 1)
        var close = scanner.position
        while close < scanner.limit, scanner.source[close] != ")", scanner.source[close] != .lineFeed { close += 1 }
        scanner.take(.string, to: close)
      }
      return
    }
    if isPrelude {
      let isWord = StyleLexer.preludeWords.kind(in: scanner.source, from: start, to: end) != nil
      let isFeature = scanner.byte(at: scanner.skipSpaces(from: end)) == ":"
      scanner.take(isWord ? .keyword : isFeature ? .property : .plain, to: end)
    } else {
      scanner.take(.constant, to: end)
    }
  }

  /// A number with its unit.
  private func number(_ scanner: inout Scanner) {
    var end = scanner.position + 1
    while end < scanner.limit, scanner.source[end].isDigit || scanner.source[end] == "." { end += 1 }
    while end < scanner.limit, scanner.source[end].isLetter || scanner.source[end].isDigit { end += 1 }
    if scanner.byte(at: end) == "%" { end += 1 }
    scanner.take(.number, to: end)
  }

  private func string(_ scanner: inout Scanner) {
    let end = scanner.styleStringEnd(from: scanner.position)
    while scanner.position < end {
      if scanner.peek() == .backslash {
        scanner.take(.escape, count: 2)
      } else if grammar.isNested, scanner.peek() == "#", scanner.peek(1) == "{" {
        interpolation(&scanner)
      } else {
        var next = scanner.position + 1
        while next < end, scanner.source[next] != .backslash, scanner.source[next] != "#" { next += 1 }
        scanner.take(.string, to: next)
      }
    }
  }

  /// SCSS: `#{…}`.
  private func interpolation(_ scanner: inout Scanner) {
    scanner.take(.escape, count: 2)
    while !scanner.isAtEnd, scanner.peek() != "}", scanner.peek() != .lineFeed, scanner.peek() != "#" {
      value(&scanner, isPrelude: false)
    }
    if scanner.peek() == "}" { scanner.take(.escape, count: 1) }
  }

  /// `ul > li.done:hover, a[href^="x"]::before, &-suffix`.
  func selector(_ scanner: inout Scanner) {
    var inBrackets = false
    while !scanner.isAtEnd {
      let start = scanner.position
      let byte = scanner.peek()
      switch byte {
      case _ where byte.isBlank || byte.isLineEnd: scanner.takeBlanks()
      case "/" where isComment(scanner, start): comment(&scanner)
      case "\"", "'": string(&scanner)
      case "#" where scanner.peek(1) == "{": interpolation(&scanner)
      case ".", "#", "%":
        let end = scanner.styleNameEnd(from: start + 1)
        // `12.5%` of keyframes, not a class.
        scanner.take(byte == "#" ? .constant : .type, to: end)
      case ":":
        var end = start + 1
        if scanner.byte(at: end) == ":" { end += 1 }
        scanner.take(.attribute, to: scanner.styleNameEnd(from: end))
      case "[", "]":
        inBrackets = byte == "["
        scanner.take(.punctuation, count: 1)
      case "(", ")", ",": scanner.take(.punctuation, count: 1)
      case "$": scanner.take(.variable, to: scanner.styleNameEnd(from: start + 1))
      case _ where byte.isDigit: number(&scanner)
      case .backslash: scanner.take(.escape, count: 2)
      case _ where byte.isWordStart || byte == "-":
        scanner.take(inBrackets ? .attribute : .tag, to: max(scanner.styleNameEnd(from: start), start + 1))
      default: scanner.take(.operator, count: 1)
      }
    }
  }

  private static let urlWord = "url".bytes
  private static let preludeWords = WordTable([
    .keyword: "and not only or from to through in if else as with screen print all speech"
  ])
}

extension Scanner {
  /// The end of a name in which dashes are letters, and backslashes make letters of what follows.
  func styleNameEnd(from index: Int) -> Int {
    var end = index
    while end < limit, source[end].isWord || source[end] == "-" || (source[end] == .backslash && end + 1 < limit) {
      end += source[end] == .backslash ? 2 : 1
    }
    return end
  }

  /// The end of the quoted text at `index`, on its line unless a backslash continues it.
  func styleStringEnd(from index: Int) -> Int {
    let quote = byte(at: index)
    var end = index + 1
    while end < limit, source[end] != quote, source[end] != .lineFeed { end += source[end] == .backslash ? 2 : 1 }
    return byte(at: end) == quote ? end + 1 : Swift.min(end, limit)
  }

  fileprivate var startsNumber: Bool {
    peek(1).isDigit || (peek() != "." && peek(1) == "." && peek(2).isDigit)
  }

  /// `--name: {…}`.
  var isCustomProperty: Bool { peek() == "-" && peek(1) == "-" }
}
