/// A mark that begins something read as a whole.
struct Opener: Sendable {
  let mark: [UInt8]
  let rule: Rule

  enum Rule: Sendable {
    case line(Token.Class)
    /// `nests`: an inner opening mark needs a closing mark of its own.
    case block(close: [UInt8], nests: Bool, Token.Class)
    case string(StringForm)
    /// `/…/flags` where an operand is expected, else an operator.
    case regularExpression(StringForm)
    /// A single character between quotes, or Rust's lifetime (`'a`), or nothing.
    case character
    /// A directive that fills the line, backslashes continuing it (C, C#).
    case directive
    /// A comment from a mark at a line start to the end of the line that begins with `close` (Ruby's `=begin`).
    case lineBlock(close: [UInt8])
    /// `@interface`, `@property`, and the signs of literals (`@{`, `@[`).
    case objectiveCWord
    /// `@name`, dots included.
    case attribute
    /// Rust's `#[…]` and PHP's: brackets balanced.
    case bracketedAttribute
    /// The mark and the word after it: `$name`, `@name`, `:name`, `#if`; without a word, an operator.
    case sigil(Token.Class)
    /// Swift's `#"…"#`, with any number of signs; else `#word`.
    case poundString
    /// `<<NAME` up to a line that is NAME (PHP's `<<<`, Ruby's `<<~`).
    case heredoc
    /// Ruby's `%w[…]` and `%(…)`.
    case percentLiteral
    /// R's `%in%`, `%%`.
    case percentOperator
    /// Lua's `[[…]]`, `[==[…]==]`, as a comment after `--`.
    case longBracket(comment: Bool)
    /// C++'s `[[…]]`, C#'s `[Name(…)]` at a line start.
    case attributeList
  }

  private init(_ mark: String, _ rule: Rule) {
    self.mark = mark.bytes
    self.rule = rule
  }

  static func line(_ mark: String, _ kind: Token.Class = .comment) -> Opener { Opener(mark, .line(kind)) }
  static func block(_ open: String, _ close: String, nests: Bool = false, _ kind: Token.Class = .comment) -> Opener {
    Opener(open, .block(close: close.bytes, nests: nests, kind))
  }
  static func string(_ open: String, _ form: StringForm) -> Opener { Opener(open, .string(form)) }
  static func regularExpression(_ form: StringForm) -> Opener { Opener("/", .regularExpression(form)) }
  static func sigil(_ mark: String, _ kind: Token.Class) -> Opener { Opener(mark, .sigil(kind)) }
  static func rule(_ mark: String, _ rule: Rule) -> Opener { Opener(mark, rule) }
}

/// How a string literal goes on after its opening mark.
struct StringForm: Sendable {
  var close: [UInt8]
  var kind: Token.Class = .string
  var escape: Escape = .backslash
  var spansLines = false
  var interpolation: Interpolation = []
  /// Inside of brackets a slash does not close (regular expressions).
  var classes = false
  /// Letters that belong to the literal after its closing mark.
  var flags = false

  enum Escape: Sendable {
    case none, backslash
    /// The closing mark twice stands for itself.
    case doubled
    /// Only the backslash and the quote can be escaped (PHP, Ruby, Perl).
    case backslashQuote
  }

  /// What in a string is code again.
  struct Interpolation: OptionSet, Sendable {
    let rawValue: UInt8
    static let dollarBrace = Interpolation(rawValue: 1)
    static let backslashParenthesis = Interpolation(rawValue: 2)
    /// `{…}`; `{{` is a brace.
    static let brace = Interpolation(rawValue: 4)
    static let poundBrace = Interpolation(rawValue: 8)
    /// `$name`.
    static let dollarName = Interpolation(rawValue: 16)
    /// `{$…}`.
    static let braceDollar = Interpolation(rawValue: 32)
  }

  init(
    _ close: String, _ kind: Token.Class = .string, escape: Escape = .backslash, spansLines: Bool = false,
    interpolation: Interpolation = [], classes: Bool = false, flags: Bool = false
  ) {
    self.close = close.bytes
    self.kind = kind
    self.escape = escape
    self.spansLines = spansLines
    self.interpolation = interpolation
    self.classes = classes
    self.flags = flags
  }
}
