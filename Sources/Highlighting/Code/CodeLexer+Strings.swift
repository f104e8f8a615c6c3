/// String literals with their escapes and the code inside of them.
extension CodeLexer {
  /// A literal whose opening mark, `mark` bytes long, is at the cursor. `pounds`: the signs that stand between the mark
  /// and what it would do (Swift's raw strings).
  mutating func string(
    _ scanner: inout Scanner, mark: Int, _ form: StringForm, pounds: Int = 0, isKey: Bool = false
  ) {
    var kind = form.kind
    if isKey, keyFollows(scanner, mark, form) { kind = .property }
    scanner.take(kind, count: mark)
    stringBody(&scanner, form, kind, pounds: pounds)
    settle(operand: true)
  }

  /// The rest of a literal after its opening mark, the closing mark included.
  mutating func stringBody(_ scanner: inout Scanner, _ form: StringForm, _ kind: Token.Class, pounds: Int = 0) {
    guard let quote = form.close.first else { return }
    var index = scanner.position
    var inClass = false
    while index < scanner.limit {
      let byte = scanner.source[index]
      if byte == quote, !inClass, scanner.has(form.close, at: index),
        scanner.hasPounds(pounds, at: index + form.close.count)
      {
        if form.escape == .doubled, scanner.byte(at: index + form.close.count) == quote, form.close.count == 1 {
          scanner.take(kind, to: index)
          scanner.take(.escape, count: 2)
          index = scanner.position
          continue
        }
        index += form.close.count + pounds
        if form.flags { while scanner.byte(at: index).isLetter { index += 1 } }
        scanner.take(kind, to: index)
        return
      }
      switch byte {
      case .backslash where form.escape != .none && form.escape != .doubled && scanner.hasPounds(pounds, at: index + 1):
        scanner.take(kind, to: index)
        escape(&scanner, form, kind, pounds: pounds)
        index = scanner.position
        continue
      case .lineFeed where !form.spansLines:
        scanner.take(kind, to: index)
        return
      case "[" where form.classes: inClass = true
      case "]" where form.classes: inClass = false
      case "$", "{", "#":
        if !form.interpolation.isEmpty, interpolated(&scanner, at: index, form, kind) {
          index = scanner.position
          continue
        }
      default: break
      }
      index += 1
    }
    scanner.take(kind, to: index)
  }

  /// The escape at the cursor, which is a backslash; or the code that `\(` begins.
  private mutating func escape(_ scanner: inout Scanner, _ form: StringForm, _ kind: Token.Class, pounds: Int) {
    let letter = scanner.peek(1 + pounds)
    if letter == "(", form.interpolation.contains(.backslashParenthesis), scanner.depth < Scanner.deepest {
      code(&scanner, opening: 2 + pounds, close: .of(")"), isLine: !form.spansLines)
      return
    }
    if form.escape == .backslashQuote && letter != .backslash && letter != form.close[0] {
      scanner.take(kind, count: 1)
      return
    }
    if letter == .lineFeed && !form.spansLines {
      // A backslash continues the literal on the next line.
      scanner.take(.escape, count: 2)
      return
    }
    var end = scanner.position + 2 + pounds
    switch letter {
    case "u" where scanner.byte(at: end) == "{", "N" where scanner.byte(at: end) == "{":
      while end < scanner.limit, end - scanner.position < 64, scanner.source[end] != "}", !scanner.source[end].isLineEnd
      {
        end += 1
      }
      if scanner.byte(at: end) == "}" { end += 1 }
    case "u": end = scanner.hexEnd(from: end, most: 4)
    case "U": end = scanner.hexEnd(from: end, most: 8)
    case "x": end = scanner.hexEnd(from: end, most: 2)
    case 0x30...0x37: while end < scanner.position + 4, scanner.byte(at: end) &- 0x30 < 8 { end += 1 }
    default: break
    }
    scanner.take(form.kind == .string ? .escape : kind, to: end)
  }

  /// Code inside of a string, if some begins at `index`.
  private mutating func interpolated(
    _ scanner: inout Scanner, at index: Int, _ form: StringForm, _ kind: Token.Class
  ) -> Bool {
    let byte = scanner.source[index]
    let next = scanner.byte(at: index + 1)
    let opening: Int
    switch byte {
    case "$" where form.interpolation.contains(.dollarBrace) && next == "{": opening = 2
    case "#" where form.interpolation.contains(.poundBrace) && next == "{": opening = 2
    case "{" where form.interpolation.contains(.braceDollar) && next == "$": opening = 1
    case "{" where form.interpolation.contains(.brace):
      if next == "{" {
        scanner.take(kind, to: index)
        scanner.take(.escape, count: 2)
        return true
      }
      opening = 1
    case "$" where form.interpolation.contains(.dollarName) && next.isWordStart && next < 0x80:
      scanner.take(kind, to: index)
      scanner.take(.variable, to: scanner.nameEnd(from: index + 1))
      return true
    default: return false
    }
    guard scanner.depth < Scanner.deepest else { return false }
    scanner.take(kind, to: index)
    code(
      &scanner, opening: opening, close: .of("}"), isLine: !form.spansLines,
      hasFormat: form.interpolation.contains(.brace))
    return true
  }

  /// The opening mark, the code, the closing mark.
  private mutating func code(
    _ scanner: inout Scanner, opening: Int, close: UInt8, isLine: Bool, hasFormat: Bool = false
  ) {
    scanner.take(.escape, count: opening)
    scanner.depth += 1
    var inner = CodeLexer(grammar)
    inner.run(&scanner, until: close, isLine: isLine, hasFormat: hasFormat)
    if hasFormat && scanner.peek() == ":" { format(&scanner, isLine: isLine) }
    scanner.depth -= 1
    if scanner.peek() == close { scanner.take(.escape, count: 1) }
  }

  /// What follows the colon in `{width:>{size}.2f}`; leaves the brace that closes.
  private mutating func format(_ scanner: inout Scanner, isLine: Bool) {
    while !scanner.isAtEnd, scanner.peek() != "}", !(isLine && scanner.peek() == .lineFeed) {
      if scanner.peek() == "{", scanner.depth < Scanner.deepest {
        code(&scanner, opening: 1, close: .of("}"), isLine: isLine)
      } else {
        scanner.take(.escape, count: 1)
      }
    }
  }

  /// Whether a colon follows the literal at the cursor: then it is a key.
  private func keyFollows(_ scanner: Scanner, _ mark: Int, _ form: StringForm) -> Bool {
    guard form.close.count == 1, !form.spansLines else { return false }
    var index = scanner.position + mark
    while index < scanner.limit, scanner.source[index] != form.close[0] {
      if scanner.source[index] == .lineFeed { return false }
      index += scanner.source[index] == .backslash ? 2 : 1
    }
    return scanner.byte(at: scanner.skipSpaces(from: index + 1)) == ":"
  }
}

extension Scanner {
  /// Whether at least `count` number signs stand at `index`.
  @inline(__always) func hasPounds(_ count: Int, at index: Int) -> Bool {
    if count == 0 { return true }
    for offset in 0..<count where byte(at: index + offset) != "#" { return false }
    return true
  }

  fileprivate func hexEnd(from index: Int, most: Int) -> Int {
    var end = index
    while end < index + most, byte(at: end).isHexDigit { end += 1 }
    return end
  }

  /// The end of the ASCII name at `index`.
  func nameEnd(from index: Int) -> Int {
    var end = index
    while end < limit, source[end].isWord, source[end] < 0x80 { end += 1 }
    return end
  }
}
