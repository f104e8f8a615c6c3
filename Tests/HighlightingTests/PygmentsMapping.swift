import Highlighting

/// Which of our classes say the same as a token type of Pygments.
///
/// Pygments classes by grammar, we by what is worth a colour, so a type stands for a family of classes: all that is a
/// name (whether it is a call, a type by its capital or a key is a refinement of ours), all that is reserved, signs,
/// strings, comments. Classes of different families never stand for each other.
enum PygmentsMapping {
  private static let names: Set<Token.Class> = [
    .plain, .function, .variable, .property, .type, .constant, .attribute, .tag,
  ]
  private static let reserved: Set<Token.Class> = [.keyword, .type, .constant]
  private static let signs: Set<Token.Class> = [.operator, .punctuation]
  private static let strings: Set<Token.Class> = [.string, .escape]

  /// The longest prefix of a type decides.
  private static let families: [String: Set<Token.Class>] = [
    "Text": names,
    "Name": names,
    // Predefined names: some are words to one lexer and names to the other (`self`, `print`, `int`).
    "Name.Builtin": names.union([.keyword]),
    "Name.Function.Magic": names.union([.keyword]),
    "Name.Variable.Magic": names.union([.keyword]),
    "Name.Entity": [.escape],
    "Keyword": reserved,
    // `a.b.c` and `name:` as one token.
    "Name.Namespace": names.union(signs),
    "Name.Label": names.union(signs),
    "Literal.String": strings,
    "Literal.String.Interpol": strings.union(signs),
    "Literal.String.Doc": [.string, .documentation, .comment],
    // Symbols and keys written as strings.
    "Literal.String.Symbol": [.constant, .string, .property, .variable],
    "Literal.String.Affix": strings,
    "Literal.Number": [.number],
    "Literal.Date": [.number],
    "Literal.Scalar.Plain": [.string, .number, .constant],
    "Operator": signs,
    "Operator.Word": [.keyword, .operator],
    "Punctuation": signs,
    "Comment": [.comment, .documentation],
    "Comment.Preproc": [.preprocessor, .attribute],
    "Comment.PreprocFile": [.string],
    "Generic.Inserted": [.inserted],
    "Generic.Deleted": [.deleted],
    "Generic.Heading": [.heading],
    "Generic.Subheading": [.heading],
    "Generic.Emph": [.emphasis],
    "Generic.Strong": [.emphasis],
    "Generic.Prompt": [.preprocessor],
    "Generic.Output": [.plain],
  ]

  /// Where one language's lexer of Pygments uses a type in a way of its own.
  private static let exceptions: [String: [String: Set<Token.Class>]] = [
    "css": style, "wxss": style, "scss": style.merging(nestedStyle) { $1 },
    // Embedded style sheets; `</name>` is one token.
    "html": style.merging(tags) { $1 }, "vue": style.merging(tags) { $1 }, "xml": tags,
    // What stands behind a colon is a type to it, a value of an object too.
    "javascript": script, "jsx": script,
    "typescript": script.merging(["Keyword.Type": names.union(reserved)]) { $1 },
    "tsx": script.merging(["Keyword.Type": names.union(reserved)]) { $1 },
    // The quote of a lifetime and the `&` of a reference.
    "rust": ["Operator": signs.union([.attribute]), "Keyword.Pseudo": reserved.union(signs)],
    // Types come with their brackets; numbers and parameters are names, attributes and operators with a dash words.
    "powershell": [
      "Name.Constant": names.union(signs), "Name": names.union([.number, .operator]), "Comment": [.comment],
      "Keyword": reserved.union([.attribute, .function, .plain]),
    ],
    // Every bare argument is a string, marks of references are operators.
    "cmake": [
      "Literal.String": strings.union([.plain, .constant, .number]), "Operator": signs.union([.variable]),
      "Name.Variable": names,
    ],
    // So is every bare value; the tags of a label are names.
    "dot": ["Literal.String": strings.union([.plain, .constant, .number]), "Name.Tag": names.union(signs)],
    "http": ["Literal": [.string], "Name.Tag": names],
    "bash": shell, "console": shell, "dockerfile": shell,
    // `$(` and `)` around a name are keywords, conditionals are of a preprocessor.
    "makefile": shell.merging([
      "Keyword": [.keyword, .variable], "Comment.Preproc": names.union(reserved).union(signs),
    ]) { $1 },
    // `[section]`.
    "ini": ["Keyword": [.heading], "Literal.String": [.string, .constant, .number]],
    "toml": [
      "Keyword": [.heading], "Keyword.Constant": [.constant], "Literal.String.Double": [.string, .property, .escape],
    ],
    // Literals in a block or a flow are names.
    "yaml": [
      "Name.Constant": [.string], "Name.Variable": [.string, .number, .constant, .variable],
      "Name.Namespace": [.punctuation],
    ],
    // Aggregates are reserved.
    "sql": ["Keyword": reserved.union([.function])],
    "diff": ["Text": [.plain, .comment]],
    // The address of a link; brackets around it are text.
    "markdown": [
      "Name.Attribute": [.string], "Text": names.union(signs), "Generic.Deleted": [.deleted],
      "Literal.String.Backtick": [.string, .type, .punctuation],
    ],
    // The file of an `#import` is not told from the line.
    "objective-c": ["Comment.Preproc": [.preprocessor, .string]],
  ]

  /// Properties are keywords and units types, the dot of `.name` and the sign of `@name` stand alone, `!important` is of a
  /// preprocessor.
  private static let style: [String: Set<Token.Class>] = [
    "Keyword": reserved.union([.property]), "Keyword.Type": [.number],
    "Comment.Preproc": [.keyword, .preprocessor, .escape],
    "Punctuation": signs.union([.type, .attribute, .constant, .keyword]), "Name.Decorator": names.union(signs),
  ]
  /// The SCSS lexer of Pygments takes what stands in a block for selectors: names, numbers and words are all tags to it.
  private static let nestedStyle: [String: Set<Token.Class>] = [
    "Name.Tag": names.union([.keyword, .number]), "Name.Namespace": names.union([.number]),
    "Name.Class": names.union([.number]), "Name.Variable": names.union([.keyword]),
  ]
  private static let tags: [String: Set<Token.Class>] = ["Name.Tag": names.union([.punctuation])]
  /// Quoted keys are strings, decorators are declarations.
  private static let script: [String: Set<Token.Class>] = [
    "Literal.String": strings.union([.property]), "Keyword.Declaration": reserved.union([.attribute]),
  ]
  /// Marks of substitutions are keywords, those of redirections are text.
  private static let shell: [String: Set<Token.Class>] = [
    "Keyword": reserved.union([.escape]), "Text": names.union(signs),
  ]

  /// nil: Pygments did not understand the place, so it says nothing.
  static func classes(_ type: String, language: String) -> Set<Token.Class>? {
    if type == "Error" { return nil }
    var prefix = Substring(type)
    while !prefix.isEmpty {
      if let set = exceptions[language]?[String(prefix)] ?? families[String(prefix)] { return set }
      prefix = prefix.lastIndex(of: ".").map { prefix[..<$0] } ?? ""
    }
    return []
  }
}
