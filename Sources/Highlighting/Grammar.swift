/// How a language is read: which family of lexers, with which table.
enum Grammar: Sendable {
  /// No classes at all: plain text.
  case text
  case code(CodeGrammar)

  func lex(_ scanner: inout Scanner) {
    switch self {
    case .text: break
    case .code(let grammar):
      var lexer = CodeLexer(grammar)
      lexer.run(&scanner)
    }
    scanner.take(.plain, to: scanner.limit)
  }
}
