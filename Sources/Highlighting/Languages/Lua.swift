extension CodeGrammar {
  static let lua = CodeGrammar(
    words: [
      .keyword: """
      and break do else elseif end for function goto if in local not or repeat return then until while
      """,
      .constant: "true false nil _G _VERSION",
      .function: """
      assert collectgarbage dofile error getmetatable ipairs load loadfile next pairs pcall print rawequal rawget rawlen
      rawset require select setmetatable tonumber tostring type unpack xpcall
      """,
      .type: "coroutine debug io math os package string table utf8", .variable: "self",
    ],
    declaring: [.function: "function"],
    openers: [
      .line("--"), .line("#!"), .rule("--[", .longBracket(comment: true)), .rule("[", .longBracket(comment: false)),
      .string("\"", StringForm("\"")), .string("'", StringForm("'")),
    ],
    traits: [.freeAfterDot])
}
