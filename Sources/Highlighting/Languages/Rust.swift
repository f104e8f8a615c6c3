extension CodeGrammar {
  static let rust = CodeGrammar(
    words: [
      .keyword: """
      Self as async await box break const continue crate dyn else enum extern final fn for if impl in let loop macro
      match mod move mut override priv pub ref return self static struct super trait type typeof union unsafe unsized
      use virtual where while yield
      """,
      .constant: "true false None Some Ok Err",
      .type: """
      bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize String Vec Option Result Box
      """,
    ],
    declaring: [.function: "fn", .type: "struct enum trait type union"],
    openers: [
      .line("//"), .line("///", .documentation), .line("//!", .documentation), .block("/*", "*/", nests: true),
      .block("/**", "*/", nests: true, .documentation), .block("/*!", "*/", nests: true, .documentation),
      .string("\"", StringForm("\"", spansLines: true)), .rule("'", .character),
      .rule("#[", .bracketedAttribute), .rule("#![", .bracketedAttribute),
    ],
    traits: [.capitalizedTypes, .upperConstants, .macros], prefixes: .rust)
}
