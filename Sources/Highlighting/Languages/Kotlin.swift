extension CodeGrammar {
  static let kotlin = CodeGrammar(
    words: [
      .keyword: """
      abstract actual annotation as break by catch class companion const constructor continue crossinline data do dynamic
      else enum expect external final finally for fun get if import in infix init inline inner interface internal is
      lateinit noinline object open operator out override package private protected public reified return sealed set
      super suspend tailrec this throw try typealias val value var vararg when where while
      """,
      .constant: "true false null",
      .type: """
      Any Array Boolean Byte Char Double Float Int Long Nothing Short String UByte UInt ULong UShort Unit
      """,
    ],
    declaring: [.function: "fun", .type: "class interface object typealias"],
    openers: [
      .line("//"), .line("#!"), .block("/*", "*/", nests: true), .block("/**", "*/", nests: true, .documentation),
      .string("\"", StringForm("\"", interpolation: [.dollarBrace, .dollarName])),
      .string(
        "\"\"\"", StringForm("\"\"\"", escape: .none, spansLines: true, interpolation: [.dollarBrace, .dollarName])),
      .string("'", StringForm("'")), .string("`", StringForm("`", .plain, escape: .none)), .rule("@", .attribute),
    ],
    traits: [.capitalizedTypes, .upperConstants, .freeAfterDot])
}
