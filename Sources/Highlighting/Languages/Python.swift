extension CodeGrammar {
  static let python = CodeGrammar(
    words: [
      .keyword: """
      and as assert async await break case class continue def del elif else except finally for from global if import
      in is lambda match nonlocal not or pass raise return try while with yield
      """,
      .constant: "True False None Ellipsis NotImplemented __debug__ __name__ __file__",
      .variable: "self cls",
      .function: """
      __import__ abs aiter all anext any ascii bin breakpoint callable chr classmethod compile delattr dir divmod
      enumerate eval exec filter format getattr globals hasattr hash help hex id input isinstance issubclass iter len
      locals map max min next oct open ord pow print property range repr reversed round setattr slice sorted
      staticmethod sum super vars zip
      """,
      .type: "bool bytearray bytes complex dict float frozenset int list memoryview object set str tuple type",
    ],
    declaring: [.function: "def", .type: "class"],
    openers: [
      .line("#"), .string("\"\"\"", StringForm("\"\"\"", spansLines: true)),
      .string("'''", StringForm("'''", spansLines: true)), .string("\"", StringForm("\"")),
      .string("'", StringForm("'")), .rule("@", .attribute),
    ],
    traits: [.capitalizedTypes, .upperConstants, .freeAfterDot], prefixes: .python)
}
