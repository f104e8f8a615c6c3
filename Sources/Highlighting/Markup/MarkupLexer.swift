/// Reads HTML, XML and their relatives: tags, attributes, entities, comments, and what is embedded.
struct MarkupLexer {
  let grammar: MarkupGrammar

  static func lex(_ scanner: inout Scanner, _ grammar: MarkupGrammar) {
    let lexer = MarkupLexer(grammar: grammar)
    while !scanner.isAtEnd { lexer.step(&scanner) }
  }

  private func step(_ scanner: inout Scanner) {
    let start = scanner.position
    switch scanner.peek() {
    case "<":
      switch scanner.peek(1) {
      case "!": declaration(&scanner)
      case "?": instruction(&scanner)
      case "/" where scanner.peek(2).isWordStart: tag(&scanner)
      case let next where next.isWordStart: tag(&scanner)
      default: scanner.take(.plain, count: 1)
      }
    case "&": entity(&scanner, .plain)
    case "{" where grammar.hasMustaches && scanner.peek(1) == "{": mustache(&scanner)
    default:
      var end = start + 1
      while end < scanner.limit, scanner.source[end] != "<", scanner.source[end] != "&",
        !(grammar.hasMustaches && scanner.source[end] == "{")
      {
        end += 1
      }
      scanner.take(.plain, to: end)
    }
  }

  /// `<!-- … -->`, `<!DOCTYPE …>`, `<![CDATA[ … ]]>`.
  private func declaration(_ scanner: inout Scanner) {
    let start = scanner.position
    if scanner.has(MarkupLexer.commentOpen, at: start) {
      let close = scanner.find(MarkupLexer.commentClose, from: start + 4)
      scanner.take(.comment, to: close.map { $0 + 3 } ?? scanner.limit)
    } else if scanner.has(MarkupLexer.dataOpen, at: start) {
      scanner.take(.preprocessor, count: 9)
      let close = scanner.find(MarkupLexer.dataClose, from: scanner.position) ?? scanner.limit
      scanner.take(.preprocessor, to: close + 3)
    } else {
      // A document type may hold declarations of its own in brackets.
      var end = start + 2
      var nesting = 0
      while end < scanner.limit, nesting > 0 || scanner.source[end] != ">" {
        if scanner.source[end] == "[" { nesting += 1 }
        if scanner.source[end] == "]" { nesting -= 1 }
        end += 1
      }
      scanner.take(.preprocessor, to: end + 1)
    }
  }

  /// `<?xml … ?>`, `<?php … ?>`.
  private func instruction(_ scanner: inout Scanner) {
    let start = scanner.position
    let isEcho = scanner.peek(2) == "="
    if grammar.hasPHP, isEcho || scanner.hasFolded("<?php".bytes, at: start) {
      scanner.take(.preprocessor, count: isEcho ? 3 : 5)
      scanner.within(scanner.find(MarkupLexer.instructionClose, from: scanner.position) ?? scanner.limit) { inner in
        var lexer = CodeLexer(.php)
        lexer.run(&inner)
      }
      scanner.take(.preprocessor, count: 2)
      return
    }
    let close = scanner.find(MarkupLexer.instructionClose, from: start + 2)
    scanner.take(.preprocessor, to: close.map { $0 + 2 } ?? scanner.limit)
  }

  /// `&name;`, `&#9;`, `&#xA0;`; an ampersand that begins none is text.
  func entity(_ scanner: inout Scanner, _ kind: Token.Class) {
    var end = scanner.position + 1
    while end < scanner.limit, end - scanner.position < 32,
      scanner.source[end].isLetter || scanner.source[end].isDigit || scanner.source[end] == "#"
    { end += 1 }
    let isEntity = scanner.byte(at: end) == ";" && end > scanner.position + 1
    scanner.take(isEntity ? .escape : kind, to: isEntity ? end + 1 : scanner.position + 1)
  }

  /// `{{ expression }}`.
  func mustache(_ scanner: inout Scanner) {
    let close = scanner.find(MarkupLexer.mustacheClose, from: scanner.position + 2) ?? scanner.limit
    scanner.take(.escape, count: 2)
    scanner.within(close) { inner in
      var lexer = CodeLexer(.javascript)
      lexer.run(&inner)
    }
    scanner.take(.escape, count: 2)
  }

  private static let commentOpen = "<!--".bytes
  private static let commentClose = "-->".bytes
  private static let dataOpen = "<![CDATA[".bytes
  private static let dataClose = "]]>".bytes
  private static let instructionClose = "?>".bytes
  private static let mustacheClose = "}}".bytes
}
