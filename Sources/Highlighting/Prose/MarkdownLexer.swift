/// Reads Markdown as source: headings, emphasis, code, links, and the languages in its fences.
struct MarkdownLexer {
  static func lex(_ scanner: inout Scanner) {
    if scanner.position == 0, frontMatter(&scanner) { return rest(&scanner) }
    rest(&scanner)
  }

  private static func rest(_ scanner: inout Scanner) {
    while !scanner.isAtEnd { line(&scanner) }
  }

  /// `---`, YAML, `---`.
  private static func frontMatter(_ scanner: inout Scanner) -> Bool {
    guard scanner.has("---\n".bytes, at: 0), let close = scanner.find("\n---".bytes, from: 3),
      scanner.byte(at: close + 4).isLineEnd || close + 4 >= scanner.limit
    else { return false }
    scanner.take(.punctuation, count: 3)
    scanner.within(close + 1) { YAMLLexer.lex(&$0) }
    scanner.take(.punctuation, count: 3)
    return true
  }

  private static func line(_ scanner: inout Scanner) {
    let end = scanner.commentLineEnd(from: scanner.position)
    scanner.take(.plain, to: min(scanner.skipSpaces(from: scanner.position), end))
    let byte = scanner.peek()
    switch byte {
    case "`", "~":
      if fence(&scanner, byte) { return }
    case "#":
      var marks = scanner.position
      while scanner.byte(at: marks) == "#" { marks += 1 }
      if marks - scanner.position <= 6, scanner.byte(at: marks).isBlank || marks >= end {
        scanner.take(.heading, to: end)
      }
    case ">": scanner.take(.keyword, count: 1)
    case "-", "*", "+":
      if scanner.isRule(from: scanner.position, to: end) {
        scanner.take(.punctuation, to: end)
      } else if scanner.peek(1).isBlank {
        scanner.take(.keyword, count: 1)
        task(&scanner)
      }
    case "=" where scanner.isRule(from: scanner.position, to: end): scanner.take(.heading, to: end)
    case _ where byte.isDigit:
      var digits = scanner.position
      while scanner.byte(at: digits).isDigit { digits += 1 }
      if scanner.byte(at: digits) == "." || scanner.byte(at: digits) == ")", scanner.byte(at: digits + 1).isBlank {
        scanner.take(.keyword, to: digits + 1)
      }
    default: break
    }
    scanner.within(end) { inlines(&$0) }
    scanner.take(.plain, to: scanner.lineEnd(from: end) + 1)
  }

  /// `[ ]`, `[x]`.
  private static func task(_ scanner: inout Scanner) {
    let start = scanner.skipSpaces(from: scanner.position)
    guard scanner.byte(at: start) == "[", scanner.byte(at: start + 2) == "]" else { return }
    scanner.take(.plain, to: start)
    scanner.take(.keyword, count: 3)
  }

  /// A fenced block up to its closing fence, in the language its first word names.
  private static func fence(_ scanner: inout Scanner, _ mark: UInt8) -> Bool {
    let start = scanner.position
    var open = start
    while scanner.byte(at: open) == mark { open += 1 }
    guard open - start >= 3 else { return false }
    let lineEnd = scanner.commentLineEnd(from: open)
    scanner.take(.punctuation, to: open)
    scanner.take(.plain, to: min(scanner.skipSpaces(from: open), lineEnd))
    let name = scanner.position
    var nameEnd = name
    while nameEnd < lineEnd, scanner.source[nameEnd] > 0x20, scanner.source[nameEnd] != "{" { nameEnd += 1 }
    let language = nameEnd - name < 40 ? String(decoding: scanner.source[name..<nameEnd], as: UTF8.self) : ""
    scanner.take(.type, to: nameEnd)
    scanner.take(.plain, to: scanner.lineEnd(from: lineEnd) + 1)
    var line = scanner.position
    while line < scanner.limit {
      var close = scanner.skipSpaces(from: line)
      let closeStart = close
      while scanner.byte(at: close) == mark { close += 1 }
      if close - closeStart >= open - start, scanner.skipSpaces(from: close) >= scanner.commentLineEnd(from: line) {
        break
      }
      line = scanner.lineEnd(from: line) + 1
    }
    let entry = LanguageTable.find(language)
    scanner.within(line) { inner in
      if let entry { entry.grammar().lex(&inner) } else { inner.take(.string, to: inner.limit) }
    }
    scanner.take(.plain, to: min(scanner.skipSpaces(from: scanner.position), scanner.limit))
    scanner.take(.punctuation, to: scanner.commentLineEnd(from: scanner.position))
    return true
  }
}
