extension CodeGrammar {
  private static let openers: [Opener] = [
    .line("//"), .block("/*", "*/"), .block("/**", "*/", .documentation), .string("\"", StringForm("\"")),
    .string("\"\"\"", StringForm("\"\"\"", spansLines: true)), .string("'", StringForm("'")), .rule("@", .attribute),
  ]
  private static let types = "boolean byte char double float int long short var void"

  static let java = CodeGrammar(
    words: [
      .keyword: """
      abstract assert break case catch class const continue default do else enum exports extends final finally for goto
      if implements import instanceof interface module native new non-sealed opens package permits private protected
      provides public record requires return sealed static strictfp super switch synchronized this throw throws
      transient transitive try uses volatile when while with yield
      """,
      .constant: "true false null", .type: types,
    ],
    declaring: [.type: "class interface enum record extends new"],
    openers: openers, traits: [.capitalizedTypes, .upperConstants], letters: "$")

  static let groovy = CodeGrammar(
    words: [
      .keyword: """
      abstract as assert break case catch class const continue def default do else enum extends final finally for goto
      if implements import in instanceof interface native new package private protected public return static super
      switch synchronized this throw throws trait transient try volatile while
      """,
      .constant: "true false null", .type: types,
    ],
    declaring: [.type: "class interface enum trait extends new"],
    openers: [
      .line("//"), .line("#!"), .block("/*", "*/"), .block("/**", "*/", .documentation),
      .string("\"", StringForm("\"", interpolation: [.dollarBrace, .dollarName])),
      .string("\"\"\"", StringForm("\"\"\"", spansLines: true, interpolation: [.dollarBrace, .dollarName])),
      .string("'''", StringForm("'''", spansLines: true)), .string("'", StringForm("'")), .rule("@", .attribute),
      .regularExpression(StringForm("/", classes: true)),
    ],
    traits: [.capitalizedTypes, .upperConstants, .colonKeys])

  static let scala = CodeGrammar(
    words: [
      .keyword: """
      abstract case catch class def do else end enum export extends extension final finally for forSome given if
      implicit import inline lazy macro match new object opaque open override package private protected return sealed
      super then this throw trait transparent try type using val var while with yield
      """,
      .constant: "true false null",
    ],
    declaring: [.function: "def", .type: "class object trait enum type extends"],
    openers: [
      .line("//"), .block("/*", "*/", nests: true), .block("/**", "*/", nests: true, .documentation),
      .string("\"", StringForm("\"")), .string("\"\"\"", StringForm("\"\"\"", escape: .none, spansLines: true)),
      .string("s\"", StringForm("\"", interpolation: [.dollarBrace, .dollarName])),
      .string("s\"\"\"", StringForm("\"\"\"", spansLines: true, interpolation: [.dollarBrace, .dollarName])),
      .rule("'", .character), .rule("@", .attribute), .string("`", StringForm("`", .plain, escape: .none)),
    ],
    traits: [.capitalizedTypes, .freeAfterDot])
}
