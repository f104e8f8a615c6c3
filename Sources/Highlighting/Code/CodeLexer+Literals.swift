/// Literals that need more than a closing mark: raw strings, characters, regular expressions.
extension CodeLexer {
  /// A string right behind a word that is its prefix: false when the word is not one.
  mutating func prefixedString(_ scanner: inout Scanner, wordEnd end: Int) -> Bool {
    guard end - scanner.position <= 3 else { return false }
    switch grammar.prefixes {
    case .none: return false
    case .python: return pythonString(&scanner, end)
    case .c: return cString(&scanner, end)
    case .rust: return rustString(&scanner, end)
    case .sql:
      let letter = scanner.peek().folded
      guard end == scanner.position + 1, scanner.byte(at: end) == "'" else { return false }
      guard letter == "n" || letter == "e" || letter == "b" || letter == "x" else { return false }
      string(&scanner, mark: 2, StringForm("'", escape: letter == "e" ? .backslash : .doubled, spansLines: true))
      return true
    case .dart:
      guard end == scanner.position + 1, scanner.peek() == "r", scanner.byte(at: end) != "#" else { return false }
      string(&scanner, mark: 2, StringForm(scanner.byte(at: end) == "'" ? "'" : "\"", escape: .none))
      return true
    }
  }

  private mutating func pythonString(_ scanner: inout Scanner, _ end: Int) -> Bool {
    var (isRaw, isFormatted) = (false, false)
    for index in scanner.position..<end {
      switch scanner.source[index].folded {
      case "r": isRaw = true
      case "f", "t": isFormatted = true
      case "b", "u": break
      default: return false
      }
    }
    let quote = scanner.byte(at: end)
    guard quote == "\"" || quote == "'" else { return false }
    let isTriple = scanner.byte(at: end + 1) == quote && scanner.byte(at: end + 2) == quote
    let mark = String(repeating: quote == "'" ? "'" : "\"", count: isTriple ? 3 : 1)
    let form = StringForm(
      mark, escape: isRaw ? .none : .backslash, spansLines: isTriple, interpolation: isFormatted ? .brace : [])
    string(&scanner, mark: end - scanner.position + mark.utf8.count, form)
    return true
  }

  /// `L"…"`, `u8"…"`, `R"tag(…)tag"`.
  private mutating func cString(_ scanner: inout Scanner, _ end: Int) -> Bool {
    for index in scanner.position..<end {
      switch scanner.source[index] {
      case "L", "u", "U", "8", "R": break
      default: return false
      }
    }
    let quote = scanner.byte(at: end)
    guard quote == "\"" || quote == "'" else { return false }
    guard scanner.byte(at: end - 1) == "R", quote == "\"" else {
      string(&scanner, mark: end - scanner.position + 1, StringForm(quote == "'" ? "'" : "\""))
      return true
    }
    var open = end + 1
    while open < end + 18, scanner.byte(at: open) > 0x20, scanner.byte(at: open) != "(" { open += 1 }
    guard scanner.byte(at: open) == "(" else { return false }
    let close = [UInt8.of(")")] + scanner.source[(end + 1)..<open] + [UInt8.of("\"")]
    scanner.take(.string, to: scanner.find(close, from: open).map { $0 + close.count } ?? scanner.limit)
    settle(operand: true)
    return true
  }

  /// `b"…"`, `c"…"`, `b'x'`, `r#"…"#`; `r#name` is a name.
  private mutating func rustString(_ scanner: inout Scanner, _ end: Int) -> Bool {
    var isRaw = false
    for index in scanner.position..<end {
      switch scanner.source[index] {
      case "r": isRaw = true
      case "b", "c": break
      default: return false
      }
    }
    if scanner.byte(at: end) == "'" {
      guard !isRaw else { return false }
      string(&scanner, mark: end - scanner.position + 1, StringForm("'"))
      return true
    }
    var open = end
    while scanner.byte(at: open) == "#" { open += 1 }
    guard scanner.byte(at: open) == "\"", isRaw || open == end else { return false }
    string(
      &scanner, mark: open - scanner.position + 1,
      StringForm("\"", escape: isRaw ? .none : .backslash, spansLines: true), pounds: open - end)
    return true
  }

  /// Swift: `#"…"#`, `##"""…"""##`; else `#word`: a directive, a magic literal or a macro.
  mutating func poundString(_ scanner: inout Scanner) -> Bool {
    var open = scanner.position
    while scanner.byte(at: open) == "#" { open += 1 }
    let pounds = open - scanner.position
    if scanner.byte(at: open) == "\"" {
      let isTriple = scanner.byte(at: open + 1) == "\"" && scanner.byte(at: open + 2) == "\""
      let form = StringForm(isTriple ? "\"\"\"" : "\"", spansLines: isTriple, interpolation: .backslashParenthesis)
      string(&scanner, mark: pounds + form.close.count, form, pounds: pounds)
      return true
    }
    if scanner.byte(at: open) == "/" && !followsOperand {
      string(&scanner, mark: pounds + 1, StringForm("/", escape: .none, spansLines: true), pounds: pounds)
      return true
    }
    guard pounds == 1, scanner.byte(at: open).isWordStart else {
      scanner.take(.operator, to: open)
      settle(operand: false)
      return true
    }
    let end = scanner.wordEnd(from: open)
    let kind = CodeGrammar.poundWords.kind(in: scanner.source, from: open, to: end) ?? .function
    scanner.take(kind, to: end)
    if kind == .preprocessor, scanner.isCondition(from: open, to: end) {
      scanner.take(.preprocessor, to: scanner.commentStart(from: end))
    }
    settle(operand: true)
    return true
  }

  /// A quoted character; in Rust `'a` without a closing quote is a lifetime.
  mutating func character(_ scanner: inout Scanner) -> Bool {
    let start = scanner.position
    if scanner.byte(at: start + 1) == .backslash {
      string(&scanner, mark: 1, StringForm("'"))
      return true
    }
    var end = start + 2
    while end < scanner.limit, scanner.source[end] & 0xC0 == 0x80 { end += 1 }
    if scanner.byte(at: end) == "'", scanner.byte(at: start + 1) != "'" {
      scanner.take(.string, to: end + 1)
    } else if scanner.byte(at: start + 1).isWordStart {
      scanner.take(.attribute, to: scanner.wordEnd(from: start + 1))
    } else {
      return false
    }
    settle(operand: true)
    return true
  }

  /// A literal between slashes, on one line, where an operand is expected.
  mutating func regularExpression(_ scanner: inout Scanner, _ form: StringForm) -> Bool {
    if followsOperand || scanner.position < noRegularExpressionBefore { return false }
    var index = scanner.position + 1
    if scanner.byte(at: index).isBlank || scanner.byte(at: index) == "=" { return false }
    var inClass = false
    search: while index < scanner.limit {
      switch scanner.source[index] {
      case .lineFeed: break search
      case .backslash: index += 1
      case "[": inClass = true
      case "]": inClass = false
      case "/" where !inClass:
        string(&scanner, mark: 1, form)
        return true
      default: break
      }
      index += 1
    }
    noRegularExpressionBefore = index
    return false
  }

  /// `%name%` without blanks; else a sign.
  mutating func percentOperator(_ scanner: inout Scanner) -> Bool {
    var end = scanner.position + 1
    while end < scanner.limit, scanner.source[end] > 0x20, scanner.source[end] != "%", end - scanner.position < 24 {
      end += 1
    }
    guard scanner.byte(at: end) == "%" else { return false }
    scanner.take(.operator, to: end + 1)
    settle(operand: false)
    return true
  }
}

extension Scanner {
  /// `if` or `elseif`: a condition fills the line.
  fileprivate func isCondition(from start: Int, to end: Int) -> Bool {
    has("if".bytes, at: end - 2) && (end - start == 2 || end - start == 6)
  }

  /// The end of the line, or of what stands before a comment on it.
  fileprivate func commentStart(from index: Int) -> Int {
    var end = index
    while end < limit, !source[end].isLineEnd {
      if source[end] == "/", byte(at: end + 1) == "/" || byte(at: end + 1) == "*" { break }
      end += 1
    }
    return end
  }
}
