/// What one programming language is made of: the table that drives `CodeLexer`.
///
/// A class only so that a grammar is passed around by reference; it never changes.
final class CodeGrammar: Sendable {
  let words: WordTable
  /// Marks that begin a comment, a literal or something else that is not read byte by byte, by their first byte and
  /// there the longest first.
  let openers: [Opener]
  let traits: Traits
  /// Which strings may follow a word without a blank (`r"…"`, `f'…'`, `R"(…)"`).
  let prefixes: Prefixes
  /// For each byte, what the main loop does with it.
  let actions: [Action]
  /// For each byte, the first of `openers` that begins with it.
  let firstOpener: [UInt8]

  init(
    words: KeyValuePairs<Token.Class, String>, declaring: KeyValuePairs<Token.Class, String> = [:],
    openers: [Opener], traits: Traits = [], prefixes: Prefixes = .none, letters: String = ""
  ) {
    self.words = WordTable(words, declaring: declaring, ignoresCase: traits.contains(.ignoresCase))
    let ordered = openers.filter { !$0.mark.isEmpty }.enumerated().sorted { left, right in
      let (a, b) = (left.element.mark, right.element.mark)
      return (a[0], -a.count, left.offset) < (b[0], -b.count, right.offset)
    }
    self.openers = ordered.map(\.element)
    self.traits = traits
    self.prefixes = prefixes
    var actions = CodeGrammar.signs
    for byte in letters.utf8 { actions[Int(byte)] = .word }
    var first = [UInt8](repeating: 0, count: 256)
    for (index, opener) in self.openers.enumerated().reversed() {
      actions[Int(opener.mark[0])] = .opener
      first[Int(opener.mark[0])] = UInt8(index)
    }
    self.actions = actions
    firstOpener = first
  }

  /// What a byte is when no opener begins with it.
  static let signs = (0...255).map { Action(byte: UInt8($0)) }

  enum Action: UInt8, Sendable {
    case blank, lineEnd, word, digit, opener, open, close, punctuation, `operator`

    init(byte: UInt8) {
      switch byte {
      case _ where byte.isWordStart: self = .word
      case _ where byte.isDigit: self = .digit
      case _ where byte.isBlank: self = .blank
      case _ where byte.isLineEnd: self = .lineEnd
      case "(", "[", "{": self = .open
      case ")", "]", "}": self = .close
      case ",", ";", ":", ".": self = .punctuation
      case 0x21...0x7E: self = .operator
      default: self = .blank
      }
    }
  }

  /// Customs that a language either has or has not.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt32
    /// A name with a capital first letter is a type.
    static let capitalizedTypes = Traits(rawValue: 1 << 0)
    /// A name of capitals, digits and underscores is a constant.
    static let upperConstants = Traits(rawValue: 1 << 1)
    /// `SELECT` is `select`.
    static let ignoresCase = Traits(rawValue: 1 << 2)
    /// A name or string before a colon, after `{` or `,`, is a key.
    static let keys = Traits(rawValue: 1 << 3)
    /// Elements may stand where an operand is expected (JSX).
    static let elements = Traits(rawValue: 1 << 4)
    /// `name!` calls a macro (Rust).
    static let macros = Traits(rawValue: 1 << 5)
    /// `'` separates digits (C++).
    static let quotedDigits = Traits(rawValue: 1 << 6)
    /// `?` and `!` may end a name (Ruby).
    static let markedNames = Traits(rawValue: 1 << 7)
    /// A name that begins a line and ends in a colon is a label (C).
    static let labels = Traits(rawValue: 1 << 8)
    /// After a dot a reserved word is an ordinary name.
    static let freeAfterDot = Traits(rawValue: 1 << 9)
    /// `name:` is a key wherever it stands (Ruby's hashes, Swift's labels are not).
    static let colonKeys = Traits(rawValue: 1 << 10)
    /// `->` reaches into a value, as a dot does (C, PHP).
    static let arrowAccess = Traits(rawValue: 1 << 11)
    /// A reserved word before a colon is a label of an argument (Swift).
    static let argumentLabels = Traits(rawValue: 1 << 13)
    /// A dash may stand inside a name.
    static let dashedNames = Traits(rawValue: 1 << 12)
  }

  /// The letters a language puts before a quote.
  enum Prefixes: Sendable { case none, python, c, rust, sql, dart }
}
