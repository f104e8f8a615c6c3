extension CodeGrammar {
  private static let inside: StringForm.Interpolation = [.dollarBrace, .dollarName]

  static let dart = CodeGrammar(
    words: [
      .keyword: """
      abstract as assert async await base break case catch class const continue covariant default deferred do else enum
      export extends extension external factory final finally for get hide if implements import in interface is late
      library mixin new on operator part required rethrow return sealed set show static super switch sync this throw
      try typedef var when while with yield
      """,
      .constant: "true false null", .type: "bool double dynamic int num void Function",
    ],
    declaring: [.type: "class enum extends mixin implements"],
    openers: [
      .line("//"), .line("///", .documentation), .block("/*", "*/", nests: true),
      .block("/**", "*/", nests: true, .documentation), .string("\"", StringForm("\"", interpolation: inside)),
      .string("'", StringForm("'", interpolation: inside)),
      .string("\"\"\"", StringForm("\"\"\"", spansLines: true, interpolation: inside)),
      .string("'''", StringForm("'''", spansLines: true, interpolation: inside)), .rule("@", .attribute),
    ],
    traits: [.capitalizedTypes], prefixes: .dart)
}
