extension CodeGrammar {
  /// What may follow `#`; any other word is a macro.
  static let poundWords = WordTable([
    .preprocessor: "if elseif else endif error warning sourceLocation",
    .keyword: "available unavailable selector keyPath colorLiteral fileLiteral imageLiteral",
    .constant: "file fileID filePath line column function dsohandle",
  ])

  static let swift = CodeGrammar(
    words: [
      .keyword: """
      actor any as associatedtype async await borrowing break case catch class consuming continue convenience
      default defer deinit didSet distributed do dynamic else enum extension fallthrough fileprivate final for func get
      guard if import in indirect infix init inout internal is isolated lazy let macro mutating nonisolated
      nonmutating open operator optional override package postfix precedencegroup prefix private protocol public
      repeat required rethrows return self sending set some static struct subscript super switch throw throws try
      typealias unowned var weak where while willSet
      """,
      .constant: "true false nil",
      .type: """
      Any AnyObject Array Bool Character Dictionary Double Float Int Int8 Int16 Int32 Int64 Never Optional Result Self
      Set String Substring UInt UInt8 UInt16 UInt32 UInt64 Void
      """,
    ],
    declaring: [
      .function: "func macro", .type: "actor associatedtype class enum extension protocol struct typealias",
    ],
    openers: [
      .line("//"), .line("///", .documentation), .block("/*", "*/", nests: true),
      .block("/**", "*/", nests: true, .documentation),
      .string("\"\"\"", StringForm("\"\"\"", spansLines: true, interpolation: .backslashParenthesis)),
      .string("\"", StringForm("\"", interpolation: .backslashParenthesis)),
      .string("`", StringForm("`", .plain, escape: .none)),
      .rule("#", .poundString), .rule("@", .attribute),
      .regularExpression(StringForm("/", classes: true)), .sigil("$", .variable),
    ],
    traits: [.capitalizedTypes, .freeAfterDot, .argumentLabels])
}
