/// Reads CSS, SCSS, Less and WXSS statement by statement: what ends in `{` is a selector, all else a declaration.
struct StyleLexer {
  let grammar: StyleGrammar

  static func lex(_ scanner: inout Scanner, _ grammar: StyleGrammar) {
    let lexer = StyleLexer(grammar: grammar)
    while !scanner.isAtEnd { lexer.statement(&scanner) }
  }

  private func statement(_ scanner: inout Scanner) {
    let byte = scanner.peek()
    switch byte {
    case _ where byte.isBlank || byte.isLineEnd: scanner.takeBlanks()
    case "/" where isComment(scanner, scanner.position): comment(&scanner)
    case "{", "}", ";": scanner.take(.punctuation, count: 1)
    case "@": atRule(&scanner)
    default:
      let (end, isSelector) = statementEnd(scanner)
      scanner.within(end) { inner in
        if isSelector { selector(&inner) } else { declaration(&inner) }
      }
    }
  }

  func isComment(_ scanner: Scanner, _ index: Int) -> Bool {
    guard scanner.byte(at: index) == "/" else { return false }
    return scanner.byte(at: index + 1) == "*" || (grammar.isNested && scanner.byte(at: index + 1) == "/")
  }

  func comment(_ scanner: inout Scanner) { scanner.take(.comment, to: commentEnd(scanner, scanner.position)) }

  private func commentEnd(_ scanner: Scanner, _ index: Int) -> Int {
    if scanner.byte(at: index + 1) == "/" { return scanner.commentLineEnd(from: index) }
    return scanner.find(StyleLexer.commentClose, from: index + 2).map { $0 + 2 } ?? scanner.limit
  }

  /// Where the statement at the cursor ends, and whether a block follows. The statement is read to that end, so nothing
  /// is looked at twice more than once.
  private func statementEnd(_ scanner: Scanner) -> (Int, isSelector: Bool) {
    var index = scanner.position
    var parentheses = 0
    while index < scanner.limit {
      let byte = scanner.source[index]
      switch byte {
      case "\"", "'":
        index = scanner.styleStringEnd(from: index)
        continue
      case "/" where isComment(scanner, index) && parentheses == 0:
        index = commentEnd(scanner, index)
        continue
      case "#" where scanner.byte(at: index + 1) == "{", "@" where scanner.byte(at: index + 1) == "{":
        while index < scanner.limit, scanner.source[index] != "}" { index += 1 }
      case "(": parentheses += 1
      case ")": parentheses -= 1
      case "{": return (index, !scanner.isCustomProperty)
      case "}": return (index, false)
      case ";" where parentheses <= 0: return (index, false)
      default: break
      }
      index += 1
    }
    return (index, false)
  }

  private static let commentClose = "*/".bytes

  /// `@media (…) {`, `@include name($x);`: the word, then its prelude up to the block or semicolon.
  private func atRule(_ scanner: inout Scanner) {
    let nameEnd = scanner.styleNameEnd(from: scanner.position + 1)
    if scanner.byte(at: scanner.skipSpaces(from: nameEnd)) == ":" {
      // Less: `@name: value`.
      scanner.take(.variable, to: nameEnd)
    } else {
      scanner.take(.keyword, to: nameEnd)
    }
    while !scanner.isAtEnd {
      switch scanner.peek() {
      case "{", "}", ";": return
      default: value(&scanner, isPrelude: true)
      }
    }
  }

  /// `name: value`.
  private func declaration(_ scanner: inout Scanner) {
    let byte = scanner.peek()
    if byte == "$" || (byte == "-" && scanner.peek(1) == "-") {
      scanner.take(.variable, to: scanner.styleNameEnd(from: scanner.position + 1))
    } else if byte.isWordStart || byte == "-" || byte == "*" {
      scanner.take(.property, to: scanner.styleNameEnd(from: scanner.position + 1))
    }
    while !scanner.isAtEnd { value(&scanner, isPrelude: false) }
  }
}
