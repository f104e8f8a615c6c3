/// A cursor over the source and the tokens made so far; every lexer of this module reads and writes through it.
///
/// It alone keeps the promises of `Token`: tokens touch, none is empty, neighbours differ in class, and none ends inside a
/// UTF-8 character. Reads beyond `limit` give 0, so a lexer may look ahead without checking.
struct Scanner {
  let source: [UInt8]
  /// The end of what may be read now: the end of the source, or of the part in an embedded language.
  var limit: Int
  private(set) var position = 0
  private var finished: [Token] = []
  /// The token that may still grow; of no bytes at the start.
  private var last = Token(.plain, count: 0)
  /// How many languages or interpolations stand around the cursor.
  var depth = 0

  /// Interpolations and embedded languages nested deeper than this are taken as plain text of their surroundings, which
  /// bounds the stack.
  static let deepest = 24

  init(_ source: [UInt8]) {
    self.source = source
    limit = source.count
    finished.reserveCapacity(source.count / 4 + 8)
  }

  @inline(__always) var isAtEnd: Bool { position >= limit }

  /// The byte at an offset from the start of the source; 0 outside of what may be read.
  @inline(__always) func byte(at index: Int) -> UInt8 { index < limit && index >= 0 ? source[index] : 0 }

  /// The byte at a distance from the cursor.
  @inline(__always) func peek(_ distance: Int = 0) -> UInt8 { byte(at: position + distance) }

  /// Makes everything from the cursor to `end` a token (or part of the last one) and moves the cursor there.
  mutating func take(_ kind: Token.Class, to end: Int) {
    var end = Swift.min(end, limit)
    while end < limit, source[end] & 0xC0 == 0x80 { end += 1 }
    guard end > position else { return }
    let count = UInt32(truncatingIfNeeded: end - position)
    position = end
    if last.kind == kind {
      last.count += count
    } else {
      if last.count > 0 { finished.append(last) }
      last = Token(kind, count: count)
    }
  }

  /// All that was read; nothing can be read afterwards.
  mutating func finish() -> [Token] {
    if last.count > 0 { finished.append(last) }
    var tokens: [Token] = []
    swap(&tokens, &finished)
    return tokens
  }

  @inline(__always) mutating func take(_ kind: Token.Class, count: Int) { take(kind, to: position + count) }

  /// Makes the blanks and line ends at the cursor plain.
  mutating func takeBlanks() { take(.plain, to: skipBlanks(from: position)) }

  /// Runs `lex` with the end of what may be read moved to `end`; whatever it leaves becomes plain.
  mutating func within(_ end: Int, _ lex: (inout Scanner) -> Void) {
    let outer = limit
    limit = Swift.min(end, outer)
    depth += 1
    if depth <= Scanner.deepest { lex(&self) }
    take(.plain, to: limit)
    depth -= 1
    limit = outer
  }
}
