/// Languages that describe data.
extension CodeGrammar {
  static let protobuf = CodeGrammar(
    words: [
      .keyword: """
      edition enum extend extensions group import map message oneof option optional package public repeated required
      reserved returns rpc service stream syntax to weak
      """,
      .constant: "true false",
      .type: """
      bool bytes double fixed32 fixed64 float int32 int64 sfixed32 sfixed64 sint32 sint64 string uint32 uint64
      """,
    ],
    declaring: [.type: "message enum service", .function: "rpc"],
    openers: [
      .line("//"), .block("/*", "*/"), .string("\"", StringForm("\"")), .string("'", StringForm("'")),
    ],
    traits: [.capitalizedTypes, .upperConstants])

  /// Graphviz's graphs.
  static let dot = CodeGrammar(
    words: [.keyword: "strict graph digraph subgraph node edge", .constant: "true false"],
    openers: [
      .line("//"), .line("#"), .block("/*", "*/"), .string("\"", StringForm("\"", spansLines: true)),
    ],
    traits: [.ignoresCase])

  static let graphQL = CodeGrammar(
    words: [
      .keyword: """
      directive enum extend fragment implements input interface mutation on query repeatable scalar schema subscription
      type union
      """,
      .constant: "true false null", .type: "Boolean Float ID Int String",
    ],
    declaring: [.type: "type enum interface input union scalar on", .function: "query mutation subscription fragment"],
    openers: [
      .line("#"), .string("\"", StringForm("\"")),
      .string("\"\"\"", StringForm("\"\"\"", .documentation, spansLines: true)), .sigil("$", .variable),
      .rule("@", .attribute),
    ],
    traits: [.capitalizedTypes, .keys])
}
