extension CodeGrammar {
  private static let reserved = """
    abstract as async await break case catch class const constructor continue debugger default delete do else export extends
    finally for from function get if implements import in instanceof interface let new of package private protected
    public return set static super switch this throw try typeof var void while with yield
    """
  private static let constants = "true false null undefined NaN Infinity globalThis"
  private static let builtins = """
    Array ArrayBuffer BigInt Boolean DataView Date Error Function Intl JSON Map Math Number Object Promise Proxy
    RangeError ReferenceError Reflect RegExp Set String Symbol SyntaxError TypeError URIError Uint8Array WeakMap WeakSet
    console document window process module require exports parseInt parseFloat isNaN isFinite
    """
  private static let literals: [Opener] = [
    .line("//"), .line("#!"), .block("/*", "*/"), .block("/**", "*/", .documentation),
    .string("\"", StringForm("\"")), .string("'", StringForm("'")),
    .string("`", StringForm("`", spansLines: true, interpolation: .dollarBrace)),
    .regularExpression(StringForm("/", classes: true, flags: true)), .rule("@", .attribute), .sigil("#", .property),
  ]
  private static let customs: Traits = [.capitalizedTypes, .upperConstants, .keys, .freeAfterDot]

  static let javascript = CodeGrammar(
    words: [.keyword: reserved, .constant: constants, .type: builtins],
    declaring: [.function: "function", .type: "class extends new"],
    openers: literals, traits: customs.union(.elements), letters: "$")

  private static let typed =
    reserved + " asserts declare enum infer is keyof namespace override readonly satisfies type"
  private static let types = "any bigint boolean never number object string symbol unknown void " + builtins

  static let typescript = CodeGrammar(
    words: [.keyword: typed, .constant: constants, .type: types],
    declaring: [.function: "function", .type: "class extends interface enum implements new namespace type"],
    openers: literals, traits: customs, letters: "$")

  /// TypeScript with elements in it (`.tsx`).
  static let typescriptElements = CodeGrammar(
    words: [.keyword: typed, .constant: constants, .type: types],
    declaring: [.function: "function", .type: "class extends interface enum implements new namespace type"],
    openers: literals, traits: customs.union(.elements), letters: "$")
}
