/// How a language is read: which family of lexers, with which table.
enum Grammar: Sendable {
  /// No classes at all: plain text.
  case text
  case code(CodeGrammar)
  case shell
  case console
  case dockerfile
  case makefile
  case nginx
  case powerShell
  case cmake
  case http
  case markup(MarkupGrammar)
  /// PHP: markup around code, or the code alone.
  case php
  case style(StyleGrammar)
  case yaml
  case toml
  case settings
  case diff
  case markdown

  /// Reads to the end of what may be read.
  func lex(_ scanner: inout Scanner) {
    switch self {
    case .text: break
    case .code(let grammar):
      var lexer = CodeLexer(grammar)
      lexer.run(&scanner)
    case .shell:
      var lexer = ShellLexer()
      lexer.run(&scanner)
    case .console: ConsoleLexer.lex(&scanner)
    case .dockerfile: DockerfileLexer.lex(&scanner)
    case .makefile: MakefileLexer.lex(&scanner)
    case .nginx: NginxLexer.lex(&scanner)
    case .powerShell: PowerShellLexer.lex(&scanner)
    case .cmake: CMakeLexer.lex(&scanner)
    case .http: HTTPLexer.lex(&scanner)
    case .markup(let grammar): MarkupLexer.lex(&scanner, grammar)
    case .php:
      // Snippets often leave the opening mark out.
      if scanner.find("<?".bytes, from: scanner.position) != nil {
        MarkupLexer.lex(&scanner, .php)
      } else {
        Grammar.code(.php).lex(&scanner)
      }
    case .style(let grammar): StyleLexer.lex(&scanner, grammar)
    case .yaml: YAMLLexer.lex(&scanner)
    case .toml: SettingsLexer.lex(&scanner, isTOML: true)
    case .settings: SettingsLexer.lex(&scanner, isTOML: false)
    case .diff: DiffLexer.lex(&scanner)
    case .markdown: MarkdownLexer.lex(&scanner)
    }
    scanner.take(.plain, to: scanner.limit)
  }
}
