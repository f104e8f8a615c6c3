extension CodeGrammar {
  /// What stands between `<?php` and `?>`.
  static let php = CodeGrammar(
    words: [
      .keyword: """
      abstract and array as break callable case catch class clone const continue declare default die do echo else elseif
      empty enddeclare endfor endforeach endif endswitch endwhile enum eval exit extends final finally fn for foreach
      function global goto if implements include include_once instanceof insteadof interface isset list match namespace
      new or parent print private protected public readonly require require_once return self static switch throw trait
      try unset use var while xor yield
      """,
      .constant: "true false null __CLASS__ __DIR__ __FILE__ __FUNCTION__ __LINE__ __METHOD__ __NAMESPACE__",
      .type: "bool float int iterable mixed never object string void",
    ],
    declaring: [.function: "function", .type: "class interface trait enum extends implements new"],
    openers: [
      .line("//"), .line("#"), .block("/*", "*/"), .block("/**", "*/", .documentation),
      .string("\"", StringForm("\"", spansLines: true, interpolation: [.dollarName, .braceDollar, .dollarBrace])),
      .string("'", StringForm("'", escape: .backslashQuote, spansLines: true)),
      .string("`", StringForm("`", spansLines: true, interpolation: [.dollarName, .braceDollar])),
      .sigil("$", .variable), .rule("#[", .bracketedAttribute), .rule("<<<", .heredoc),
    ],
    traits: [.capitalizedTypes, .upperConstants, .ignoresCase, .freeAfterDot, .arrowAccess])
}
