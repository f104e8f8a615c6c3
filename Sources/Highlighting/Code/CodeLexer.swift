/// Reads programming languages after the table of one: comments, literals, words, numbers and signs.
///
/// It does not parse; it remembers what stood before (an operand or not, a dot, a word that declares) and looks a few
/// bytes ahead, which is what tells a call from a name and a division from a regular expression.
struct CodeLexer {
  let grammar: CodeGrammar
  /// Whether what was read last can be the left side of an operator.
  var followsOperand = false
  var followsDot = false
  /// The class of the next name, set by a word such as `func`.
  var declares: Token.Class?
  /// The last sign was the `{` of an object or a `,` in it, after which a key may stand.
  var mayBeKey = false
  /// The brackets that are open, the innermost as the lowest bit: 1 for a brace. Forgets what is deeper than 64.
  private var braces: UInt64 = 1
  /// No regular expression closes before this offset: what was looked for once is not looked for again.
  var noRegularExpressionBefore = 0
  /// Terminators of heredocs begun on this line, whose bodies start on the next one.
  var heredocs: [Heredoc] = []

  init(_ grammar: CodeGrammar) { self.grammar = grammar }

  /// Reads to the end of what may be read, or to the unmatched `close` of an interpolation, which it leaves.
  /// `isLine`: a line end ends it too, as inside of a string that spans one line. `hasFormat`: so does a colon outside of
  /// brackets, after which a format follows.
  mutating func run(_ scanner: inout Scanner, until close: UInt8 = 0, isLine: Bool = false, hasFormat: Bool = false) {
    let open: UInt8 = close == ")" ? .of("(") : .of("{")
    var nesting = 0
    var brackets = 0
    mayBeKey = close == 0
    while !scanner.isAtEnd {
      let start = scanner.position
      let byte = scanner.source[start]
      if close != 0 {
        if byte == close {
          if nesting == 0 { return }
          nesting -= 1
        } else if byte == open {
          nesting += 1
        } else if isLine && byte == .lineFeed {
          return
        } else if hasFormat {
          if byte == "(" || byte == "[" { brackets += 1 }
          if byte == ")" || byte == "]" { brackets -= 1 }
          if byte == ":" && nesting == 0 && brackets == 0 { return }
        }
      }
      switch grammar.actions[Int(byte)] {
      case .blank: scanner.take(.plain, to: scanner.skipSpaces(from: start + 1))
      case .lineEnd: lineEnd(&scanner)
      case .word: word(&scanner)
      case .digit: number(&scanner)
      case .opener: if !opened(&scanner, byte) { sign(&scanner, byte) }
      case .open, .close, .punctuation, .operator: sign(&scanner, byte)
      }
      if scanner.position == start { scanner.take(.plain, count: 1) }
    }
  }

  private mutating func lineEnd(_ scanner: inout Scanner) {
    let isFeed = scanner.peek() == .lineFeed
    scanner.take(.plain, count: 1)
    if isFeed && !heredocs.isEmpty { heredocBodies(&scanner) }
  }

  /// One sign, or a run of operator signs.
  mutating func sign(_ scanner: inout Scanner, _ byte: UInt8) {
    switch CodeGrammar.signs[Int(byte)] {
    case .open:
      scanner.take(.punctuation, count: 1)
      settle(operand: false)
      mayBeKey = byte == "{"
      braces = braces << 1 | (byte == "{" ? 1 : 0)
    case .close:
      scanner.take(.punctuation, count: 1)
      settle(operand: true)
      braces >>= 1
    case .punctuation where byte == "." && !followsOperand && scanner.peek(1).isDigit: number(&scanner)
    case .punctuation:
      scanner.take(.punctuation, count: 1)
      let isDot = byte == "."
      settle(operand: false)
      followsDot = isDot && scanner.peek() != "."
      mayBeKey = (byte == "," || byte == ";") && braces & 1 == 1
    default:
      if byte == "<", !followsOperand, grammar.traits.contains(.elements), element(&scanner) { return }
      let isArrow = (byte == "-" && scanner.peek(1) == ">") || (byte == "?" && scanner.peek(1) == ".")
      if byte == "?" && scanner.peek(1) == "." && !scanner.peek(2).isDigit {
        scanner.take(.operator, count: 2)
      } else if isArrow {
        scanner.take(.operator, count: 2)
      } else {
        scanner.take(.operator, count: 1)
      }
      let keepsOperand = (byte == "!" || byte == "?") && followsOperand
      settle(operand: keepsOperand)
      followsDot = isArrow && (byte == "?" || grammar.traits.contains(.arrowAccess))
    }
  }

  /// Notes what was just read, and that nothing special is expected after it.
  mutating func settle(operand: Bool) {
    followsOperand = operand
    followsDot = false
    mayBeKey = false
    declares = nil
  }

  /// Tries the openers that begin with this byte, the longest first.
  private mutating func opened(_ scanner: inout Scanner, _ byte: UInt8) -> Bool {
    var index = Int(grammar.firstOpener[Int(byte)])
    while index < grammar.openers.count {
      let opener = grammar.openers[index]
      guard opener.mark[0] == byte else { return false }
      if scanner.has(opener.mark, at: scanner.position), apply(opener, &scanner) { return true }
      index += 1
    }
    return false
  }

  private mutating func apply(_ opener: Opener, _ scanner: inout Scanner) -> Bool {
    let mark = opener.mark.count
    switch opener.rule {
    case .line(let kind):
      scanner.take(kind, to: scanner.commentLineEnd(from: scanner.position))
      return true
    case .block(let close, let nests, let kind):
      // `/**/` is an empty comment, not the start of documentation.
      if kind == .documentation && mark > 2 && scanner.peek(mark) == "/" { return false }
      blockComment(&scanner, open: opener.mark, close: close, nests: nests, kind)
      return true
    case .string(let form):
      let isKey = mayBeKey && grammar.traits.contains(.keys)
      string(&scanner, mark: mark, form, isKey: isKey)
      return true
    case .regularExpression(let form): return regularExpression(&scanner, form)
    case .character: return character(&scanner)
    case .directive: return directive(&scanner)
    case .lineBlock(let close): return lineBlock(&scanner, close: close)
    case .objectiveCWord:
      guard scanner.peek(1).isWordStart else { return false }
      let end = scanner.wordEnd(from: scanner.position + 1)
      let isConstant = grammar.words.kind(in: scanner.source, from: scanner.position + 1, to: end) == .constant
      scanner.take(isConstant ? .constant : .keyword, to: end)
      settle(operand: isConstant)
      return true
    case .attribute: return attribute(&scanner)
    case .bracketedAttribute: return bracketedAttribute(&scanner, mark: mark)
    case .sigil(let kind): return sigil(&scanner, mark: mark, kind)
    case .poundString: return poundString(&scanner)
    case .heredoc: return heredoc(&scanner, mark: mark)
    case .percentLiteral: return percentLiteral(&scanner)
    case .percentOperator: return percentOperator(&scanner)
    case .longBracket(let isComment): return longBracket(&scanner, mark: mark, isComment: isComment)
    case .attributeList: return attributeList(&scanner)
    }
  }
}
