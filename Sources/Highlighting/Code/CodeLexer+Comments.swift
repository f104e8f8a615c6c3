/// Comments, directives and attributes.
extension CodeLexer {
  private static let slashStar = "/*".bytes
  private static let starSlash = "*/".bytes

  func blockComment(
    _ scanner: inout Scanner, open: [UInt8], close: [UInt8], nests: Bool, _ kind: Token.Class
  ) {
    let inner = nests ? Array(open.prefix(close.count)) : []
    var index = scanner.position + open.count
    var nesting = 1
    while index < scanner.limit {
      if scanner.has(close, at: index) {
        index += close.count
        nesting -= 1
        if nesting == 0 { break }
      } else if nests, scanner.has(inner, at: index) {
        index += inner.count
        nesting += 1
      } else {
        index += 1
      }
    }
    scanner.take(kind, to: index)
  }

  /// A comment of whole lines.
  func lineBlock(_ scanner: inout Scanner, close: [UInt8]) -> Bool {
    let start = scanner.position
    guard start == 0 || scanner.source[start - 1].isLineEnd else { return false }
    var line = scanner.lineEnd(from: start) + 1
    while line < scanner.limit, !scanner.has(close, at: line) { line = scanner.lineEnd(from: line) + 1 }
    scanner.take(.comment, to: scanner.lineEnd(from: line))
    return true
  }

  /// A line that begins with `#`: its words are of the preprocessor, its strings and comments what they are.
  mutating func directive(_ scanner: inout Scanner) -> Bool {
    guard scanner.isFirstOnLine(scanner.position) else { return false }
    let nameEnd = scanner.wordEnd(from: scanner.skipSpaces(from: scanner.position + 1))
    let isInclude = scanner.directiveIsInclude
    scanner.take(.preprocessor, to: nameEnd)
    while !scanner.isAtEnd, scanner.peek() != .lineFeed {
      switch scanner.peek() {
      case .backslash where scanner.peek(1) == .lineFeed: scanner.take(.preprocessor, count: 2)
      case .backslash where scanner.peek(1) == 0x0D && scanner.peek(2) == .lineFeed:
        scanner.take(.preprocessor, count: 3)
      case "/" where scanner.peek(1) == "/":
        scanner.take(.comment, to: scanner.commentLineEnd(from: scanner.position))
      case "/" where scanner.peek(1) == "*":
        blockComment(&scanner, open: CodeLexer.slashStar, close: CodeLexer.starSlash, nests: false, .comment)
      case "\"": string(&scanner, mark: 1, StringForm("\""))
      case "<" where isInclude:
        var end = scanner.position
        while end < scanner.limit, scanner.source[end] != ">", !scanner.source[end].isLineEnd { end += 1 }
        scanner.take(.string, to: scanner.byte(at: end) == ">" ? end + 1 : end)
      case 0x0D: scanner.take(.plain, count: 1)
      default: scanner.take(.preprocessor, count: 1)
      }
    }
    settle(operand: false)
    return true
  }

  /// `@name`, `@a.b.c`; what stands in parentheses behind it is code.
  mutating func attribute(_ scanner: inout Scanner) -> Bool {
    guard scanner.peek(1).isWordStart else { return false }
    var end = scanner.wordEnd(from: scanner.position + 1)
    while scanner.byte(at: end) == ".", scanner.byte(at: end + 1).isWordStart { end = scanner.wordEnd(from: end + 1) }
    scanner.take(.attribute, to: end)
    settle(operand: false)
    return true
  }

  /// `#[derive(Debug)]`, `#![no_std]`: one attribute up to the bracket that closes it, strings apart.
  mutating func bracketedAttribute(_ scanner: inout Scanner, mark: Int) -> Bool {
    scanner.take(.attribute, count: mark)
    var nesting = 1
    while !scanner.isAtEnd, nesting > 0 {
      switch scanner.peek() {
      case "[": nesting += 1
      case "]": nesting -= 1
      case "\"":
        string(&scanner, mark: 1, StringForm("\"", spansLines: true))
        continue
      default: break
      }
      scanner.take(.attribute, count: 1)
    }
    settle(operand: false)
    return true
  }

  /// `[[nodiscard]]` anywhere; `[Name…]` as the first thing on a line.
  mutating func attributeList(_ scanner: inout Scanner) -> Bool {
    let isDouble = scanner.peek(1) == "["
    guard isDouble || (scanner.peek(1).isUpper && scanner.isFirstOnLine(scanner.position)) else { return false }
    if isDouble && followsOperand { return false }
    return bracketedAttribute(&scanner, mark: 1)
  }

  mutating func sigil(_ scanner: inout Scanner, mark: Int, _ kind: Token.Class) -> Bool {
    // `$0` is a variable too, `@0` is not.
    guard scanner.peek(mark).isWordStart || (scanner.peek() == "$" && scanner.peek(mark).isDigit) else { return false }
    // Neither the second colon of `A::B` nor the one of `a ? b : c` begins a symbol.
    if kind == .constant, scanner.byte(at: scanner.position - 1) == scanner.peek() { return false }
    scanner.take(kind, to: scanner.wordEnd(from: scanner.position + mark))
    settle(operand: true)
    return true
  }
}

extension Scanner {
  /// The end of the line without its carriage return.
  func commentLineEnd(from index: Int) -> Int {
    let end = lineEnd(from: index)
    return end > index && end > position && source[end - 1] == 0x0D ? end - 1 : end
  }

  fileprivate var directiveIsInclude: Bool {
    let name = skipSpaces(from: position + 1)
    return has("include".bytes, at: name) || has("import".bytes, at: name)
  }
}
