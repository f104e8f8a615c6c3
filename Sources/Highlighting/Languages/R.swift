extension CodeGrammar {
  static let r = CodeGrammar(
    words: [
      .keyword: "break else for function if in next repeat return while",
      .constant: """
      TRUE FALSE NULL NA Inf NaN NA_integer_ NA_real_ NA_character_ NA_complex_ T F LETTERS letters month.name pi
      """,
      .function: "library require source setwd suppressPackageStartupMessages",
    ],
    openers: [
      .line("#"), .string("\"", StringForm("\"", spansLines: true)), .string("'", StringForm("'", spansLines: true)),
      .string("`", StringForm("`", .plain, escape: .none)), .rule("%", .percentOperator),
    ],
    // A dot is a letter: `read.csv`.
    letters: ".")
}
