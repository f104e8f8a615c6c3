extension CodeGrammar {
  static let cSharp = CodeGrammar(
    words: [
      .keyword: """
      abstract add alias as ascending async await base break by case catch checked class const continue default
      delegate descending do else enum equals event explicit extern file finally fixed for foreach from get global goto
      group if implicit in init interface internal into is join let lock nameof namespace new not notnull on operator
      or and orderby out override params partial private protected public readonly record ref remove required return
      sealed select set sizeof stackalloc static struct switch this throw try typeof unchecked unmanaged unsafe using
      value virtual volatile when where while with yield
      """,
      .constant: "true false null",
      .type: """
      bool byte char decimal double dynamic float int long nint nuint object sbyte short string uint ulong ushort var
      void
      """,
    ],
    declaring: [.type: "class struct interface enum record new"],
    openers: [
      .line("//"), .line("///", .documentation), .block("/*", "*/"), .block("/**", "*/", .documentation),
      .string("\"", StringForm("\"")), .string("\"\"\"", StringForm("\"\"\"", escape: .none, spansLines: true)),
      .string("@\"", StringForm("\"", escape: .doubled, spansLines: true)),
      .string("$\"", StringForm("\"", interpolation: .brace)),
      .string("$\"\"\"", StringForm("\"\"\"", escape: .none, spansLines: true, interpolation: .brace)),
      .string("$@\"", StringForm("\"", escape: .doubled, spansLines: true, interpolation: .brace)),
      .string("@$\"", StringForm("\"", escape: .doubled, spansLines: true, interpolation: .brace)),
      .string("'", StringForm("'")), .rule("#", .directive), .rule("[", .attributeList),
    ],
    traits: [.capitalizedTypes, .upperConstants])
}
