extension CodeGrammar {
  private static let inside: StringForm.Interpolation = .poundBrace

  static let ruby = CodeGrammar(
    words: [
      .keyword: """
      BEGIN END alias and attr_accessor attr_reader attr_writer begin break case class def defined? do else elsif end
      ensure extend for if in include module next not or prepend private protected public raise redo rescue retry return
      super then undef unless until when while yield
      """,
      .variable: "self",
      .constant: "true false nil __FILE__ __LINE__ __method__",
      .function: """
      catch format gets lambda loop p print printf proc puts require require_relative sprintf throw
      """,
    ],
    declaring: [.function: "def", .type: "class module"],
    openers: [
      .line("#"), .rule("=begin", .lineBlock(close: "=end".bytes)),
      .string("\"", StringForm("\"", spansLines: true, interpolation: inside)),
      .string("'", StringForm("'", escape: .backslashQuote, spansLines: true)),
      .string("`", StringForm("`", spansLines: true, interpolation: inside)),
      .regularExpression(StringForm("/", interpolation: inside, classes: true, flags: true)),
      .string(":\"", StringForm("\"", .constant, interpolation: inside)), .sigil(":", .constant),
      .sigil("@", .variable), .sigil("@@", .variable), .sigil("$", .variable), .rule("<<", .heredoc),
      .rule("%", .percentLiteral),
    ],
    traits: [.capitalizedTypes, .upperConstants, .markedNames, .freeAfterDot, .colonKeys])
}
