extension CodeGrammar {
  static let go = CodeGrammar(
    words: [
      .keyword: """
      break case chan const continue default defer else fallthrough for func go goto if import interface map package
      range return select struct switch type var
      """,
      .constant: "true false nil iota",
      .type: """
      any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint
      uint8 uint16 uint32 uint64 uintptr
      """,
      .function:
        "append cap clear close complex copy delete imag len make max min new panic print println real recover",
    ],
    declaring: [.function: "func", .type: "type"],
    openers: [
      .line("//"), .block("/*", "*/"), .string("\"", StringForm("\"")), .string("'", StringForm("'")),
      .string("`", StringForm("`", escape: .none, spansLines: true)),
    ],
    traits: [.freeAfterDot])
}
