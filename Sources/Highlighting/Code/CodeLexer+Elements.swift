/// Elements in code (JSX): tags, their attributes, text between them, code in braces.
extension CodeLexer {
  /// The whole element at the cursor, its children included; false when `<` is only a sign.
  mutating func element(_ scanner: inout Scanner) -> Bool {
    let nameEnd = scanner.elementNameEnd(from: scanner.position + 1)
    if scanner.peek(1) != ">" {
      guard scanner.peek(1).isWordStart else { return false }
      // `<T,>(x: T) => x` and `<T extends U>` are type parameters.
      let next = scanner.skipSpaces(from: nameEnd)
      if scanner.byte(at: next) == "," || scanner.has(CodeLexer.extendsWord, at: next) { return false }
    }
    guard scanner.depth < Scanner.deepest else { return false }
    var nesting = 0
    repeat {
      switch scanner.peek() {
      case "<": nesting += tag(&scanner)
      case "{": braced(&scanner)
      default:
        var end = scanner.position
        while end < scanner.limit, scanner.source[end] != "<", scanner.source[end] != "{" { end += 1 }
        scanner.take(.plain, to: end)
      }
    } while nesting > 0 && !scanner.isAtEnd
    settle(operand: true)
    return true
  }

  private static let extendsWord = "extends".bytes

  /// One tag. How many elements it opens: 1, 0, or -1 for an end tag.
  private mutating func tag(_ scanner: inout Scanner) -> Int {
    let isEnd = scanner.peek(1) == "/"
    scanner.take(.punctuation, count: isEnd ? 2 : 1)
    scanner.take(.tag, to: scanner.elementNameEnd(from: scanner.position))
    while !scanner.isAtEnd {
      let byte = scanner.peek()
      switch byte {
      case ">":
        scanner.take(.punctuation, count: 1)
        return isEnd ? -1 : 1
      case "/" where scanner.peek(1) == ">":
        scanner.take(.punctuation, count: 2)
        return 0
      case "{": braced(&scanner)
      case "\"", "'": string(&scanner, mark: 1, StringForm(byte == "'" ? "'" : "\"", escape: .none, spansLines: true))
      case "=": scanner.take(.operator, count: 1)
      case "<": return isEnd ? -1 : 1
      case _ where byte.isWordStart: scanner.take(.attribute, to: scanner.elementNameEnd(from: scanner.position))
      default: scanner.take(.plain, count: 1)
      }
    }
    return 0
  }

  /// `{code}`.
  private mutating func braced(_ scanner: inout Scanner) {
    scanner.take(.punctuation, count: 1)
    guard scanner.depth < Scanner.deepest else { return }
    scanner.depth += 1
    var inner = CodeLexer(grammar)
    inner.run(&scanner, until: .of("}"))
    scanner.depth -= 1
    if scanner.peek() == "}" { scanner.take(.punctuation, count: 1) }
  }
}

extension Scanner {
  /// The end of the name of an element or attribute: `a`, `My.Part`, `data-id`, `xlink:href`.
  func elementNameEnd(from index: Int) -> Int {
    var end = index
    while end < limit, source[end].isWord || source[end] == "-" || source[end] == "." || source[end] == ":" { end += 1 }
    return end
  }
}
