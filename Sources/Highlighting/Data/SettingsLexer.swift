/// Reads formats of `key = value` lines: TOML, ini, properties, dotenv, editorconfig.
struct SettingsLexer {
  /// Values are typed and strings quoted; else a value is a string to the end of its line.
  var isTOML: Bool

  static func lex(_ scanner: inout Scanner, isTOML: Bool) {
    let lexer = SettingsLexer(isTOML: isTOML)
    while !scanner.isAtEnd {
      scanner.takeBlanks()
      lexer.line(&scanner)
    }
  }

  private func line(_ scanner: inout Scanner) {
    let byte = scanner.peek()
    let end = scanner.commentLineEnd(from: scanner.position)
    switch byte {
    case "#": scanner.take(.comment, to: end)
    case ";" where !isTOML, "!" where !isTOML: scanner.take(.comment, to: end)
    case "[":
      var close = scanner.position
      while close < end, scanner.source[close] != "]" { close += 1 }
      while close < end, scanner.source[close] == "]" { close += 1 }
      scanner.take(.heading, to: close)
      rest(&scanner, end)
    default:
      key(&scanner, end)
      if isTOML { value(&scanner) } else { text(&scanner, end) }
    }
  }

  /// Blanks and a comment behind a heading.
  private func rest(_ scanner: inout Scanner, _ end: Int) {
    scanner.take(.plain, to: scanner.skipSpaces(from: scanner.position))
    if scanner.position < end {
      scanner.take(scanner.peek() == "#" || scanner.peek() == ";" ? .comment : .plain, to: end)
    }
  }

  private func key(_ scanner: inout Scanner, _ end: Int) {
    if scanner.has("export ".bytes, at: scanner.position), !isTOML { scanner.take(.keyword, count: 6) }
    scanner.take(.plain, to: scanner.skipSpaces(from: scanner.position))
    while scanner.position < end {
      let byte = scanner.peek()
      switch byte {
      case "=":
        scanner.take(.operator, count: 1)
        return
      case ":" where !isTOML:
        scanner.take(.operator, count: 1)
        return
      case "." where isTOML: scanner.take(.punctuation, count: 1)
      case "\"", "'": scanner.take(.property, to: scanner.quotedEnd(from: scanner.position))
      case _ where byte.isBlank: scanner.take(.plain, count: 1)
      default:
        var next = scanner.position + 1
        while next < end, !"=:. \t\"'".utf8.contains(scanner.source[next]) || (!isTOML && scanner.source[next] == ".") {
          next += 1
        }
        scanner.take(.property, to: next)
      }
    }
  }

  /// A value that is taken as it stands, with the references that some of these formats know.
  private func text(_ scanner: inout Scanner, _ end: Int) {
    scanner.take(.plain, to: scanner.skipSpaces(from: scanner.position))
    let start = scanner.position
    guard start < end else { return }
    var last = end
    if let comment = scanner.trailingComment(from: start, to: end) { last = comment }
    var valueEnd = last
    while valueEnd > start, scanner.source[valueEnd - 1].isBlank { valueEnd -= 1 }
    let kind = scanner.scalarClass(from: start, to: valueEnd)
    while scanner.position < valueEnd {
      if scanner.peek() == "$", scanner.peek(1) == "{" {
        var close = scanner.position
        while close < valueEnd, scanner.source[close] != "}" { close += 1 }
        scanner.take(.variable, to: min(close + 1, valueEnd))
      } else {
        var next = scanner.position + 1
        while next < valueEnd, scanner.source[next] != "$" { next += 1 }
        scanner.take(kind, to: next)
      }
    }
    scanner.take(.plain, to: last)
    if last < end { scanner.take(.comment, to: end) }
  }

  /// A TOML value up to the end of its line, or of the brackets that begin on it.
  private func value(_ scanner: inout Scanner) {
    var nesting = 0
    while !scanner.isAtEnd {
      let byte = scanner.peek()
      switch byte {
      case .lineFeed where nesting == 0: return
      case _ where byte.isBlank || byte.isLineEnd: scanner.take(.plain, count: 1)
      case "#": scanner.take(.comment, to: scanner.commentLineEnd(from: scanner.position))
      case "[", "{":
        nesting += 1
        scanner.take(.punctuation, count: 1)
      case "]", "}":
        nesting -= 1
        scanner.take(.punctuation, count: 1)
      case ",": scanner.take(.punctuation, count: 1)
      case "=": scanner.take(.operator, count: 1)
      case "\"": string(&scanner)
      case "'":
        if scanner.peek(1) == "'", scanner.peek(2) == "'" {
          let close = scanner.find("'''".bytes, from: scanner.position + 3)
          scanner.take(.string, to: close.map { $0 + 3 } ?? scanner.limit)
        } else {
          scanner.take(.string, to: scanner.quotedEnd(from: scanner.position))
        }
      default:
        var end = scanner.position + 1
        while end < scanner.limit, scanner.source[end] > 0x20, !",]}=#\"'".utf8.contains(scanner.source[end]) {
          end += 1
        }
        let next = scanner.skipSpaces(from: end)
        let kind = scanner.scalarClass(from: scanner.position, to: end)
        scanner.take(scanner.byte(at: next) == "=" ? .property : kind == .string ? .plain : kind, to: end)
      }
    }
  }

  /// `"…"` and `"""…"""`.
  private func string(_ scanner: inout Scanner) {
    let isTriple = scanner.peek(1) == "\"" && scanner.peek(2) == "\""
    if scanner.peek(1) == "\"" && !isTriple {
      scanner.take(.string, count: 2)
      return
    }
    scanner.take(.string, count: isTriple ? 3 : 1)
    while !scanner.isAtEnd {
      switch scanner.peek() {
      case .backslash: scanner.take(.escape, count: scanner.peek(1) == "u" ? 6 : 2)
      case .lineFeed where !isTriple: return
      case "\"" where !isTriple || (scanner.peek(1) == "\"" && scanner.peek(2) == "\""):
        scanner.take(.string, count: isTriple ? 3 : 1)
        return
      default: scanner.take(.string, count: 1)
      }
    }
  }
}

extension Scanner {
  /// The end of the quoted text at `index`, on its line.
  fileprivate func quotedEnd(from index: Int) -> Int {
    let quote = byte(at: index)
    var end = index + 1
    while end < limit, source[end] != quote, source[end] != .lineFeed {
      end += source[end] == .backslash && quote == "\"" ? 2 : 1
    }
    return byte(at: end) == quote ? end + 1 : end
  }

  /// Where ` ;` or ` #` begins a comment behind a value.
  fileprivate func trailingComment(from start: Int, to end: Int) -> Int? {
    var index = start + 1
    while index < end {
      if source[index] == ";" || source[index] == "#", source[index - 1].isBlank { return index }
      index += 1
    }
    return nil
  }
}
