extension CodeGrammar {
  /// JSON, and with it the comments, single quotes and bare keys of its relatives.
  static let json = CodeGrammar(
    words: [.constant: "true false null NaN Infinity undefined"],
    openers: [
      .line("//"), .block("/*", "*/"), .string("\"", StringForm("\"")), .string("'", StringForm("'")),
    ],
    traits: [.keys])
}
