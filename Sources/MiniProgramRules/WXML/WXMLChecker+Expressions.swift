import Diagnostics

extension WXMLChecker {
  /// All expressions of a value.
  mutating func checkExpressions(_ value: Range<Int>) {
    var index = value.lowerBound
    while index + 1 < value.upperBound, let brace = bytes.first(UInt8(ascii: "{"), in: index..<value.upperBound),
      brace + 1 < value.upperBound
    {
      if bytes[brace + 1] == UInt8(ascii: "{") {
        index = expression(brace + 2, limit: value.upperBound)
      } else {
        index = brace + 1
      }
    }
  }

  /// Checks the expression that begins behind its braces; returns the place behind the closing ones.
  mutating func expression(_ start: Int, limit: Int) -> Int {
    // Most are one string.
    if start < limit, bytes[start] == UInt8(ascii: "'") {
      var index = start + 1
      while index < limit {
        index = bytes.place(
          of: UInt8(ascii: "'"), UInt8(ascii: "\\"), UInt8(ascii: "\n"), UInt8(ascii: "}"), in: index..<limit)
        guard index < limit else { break }
        let byte = bytes[index]
        if byte == UInt8(ascii: "'") { break }
        if byte == UInt8(ascii: "\\") { index += 1 }
        if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "}") && bytes.has("}}", at: index)) {
          findings.report(.wxmlExpression, start..<index + 1, "unclosed-string")
          break
        }
        index += 1
      }
      if index + 3 <= limit, bytes.has("'}}", at: index) {
        return index + 3
      }
    }
    var scanner = ExpressionScanner(bytes: bytes, at: start, limit: limit)
    let end = scanner.scan()
    if let problem = scanner.problem {
      findings.report(.wxmlExpression, problem.range, problem.word)
    }
    calls += scanner.calls
    return end
  }
}

/// The tokens of one expression, against the little that the platform understands of JavaScript.
struct ExpressionScanner {
  let bytes: FileBytes
  var at: Int
  let limit: Int
  var problem: (range: Range<Int>, word: String)?
  /// Names whose functions are called: they must be modules.
  var calls: [Mention] = []
  private var brackets: [UInt8] = []
  /// The first name of the path that is being read.
  private var root: Range<Int>?
  private var endsOperand = false

  init(bytes: FileBytes, at: Int, limit: Int) {
    self.bytes = bytes
    self.at = at
    self.limit = limit
  }

  private mutating func fail(_ range: Range<Int>, _ word: String) {
    if problem == nil { problem = (range, word) }
  }

  /// Reads to the closing braces and returns the place behind them.
  mutating func scan() -> Int {
    let start = at
    var isEmpty = true
    while at < limit {
      let byte = bytes[at]
      if byte == UInt8(ascii: "}"), brackets.last != UInt8(ascii: "}"), at + 1 < limit, bytes[at + 1] == byte {
        if isEmpty { fail(start - 2..<at + 2, "empty") }
        if !brackets.isEmpty { fail(start - 2..<at + 2, "bracket") }
        return at + 2
      }
      if byte.isBlank {
        at += 1
        continue
      }
      isEmpty = false
      token(byte)
    }
    fail(max(0, start - 2)..<start, "unclosed")
    return limit
  }

  private mutating func token(_ byte: UInt8) {
    let start = at
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): string(byte)
    case UInt8(ascii: "`"):
      fail(at..<at + 1, "template-literal")
      at += 1
    case UInt8(ascii: "("):
      if endsOperand, let root { calls.append(Mention(bytes.text(root), root)) }
      push(UInt8(ascii: ")"))
    case UInt8(ascii: "["): push(UInt8(ascii: "]"))
    case UInt8(ascii: "{"): push(UInt8(ascii: "}"))
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      if brackets.popLast() != byte { fail(at..<at + 1, "bracket") }
      at += 1
      endsOperand = true
    case _ where byte.isDigit || (byte == UInt8(ascii: ".") && !endsOperand && at + 1 < limit && bytes[at + 1].isDigit):
      while at < limit, bytes[at].isIdentifier || bytes[at] == UInt8(ascii: ".") { at += 1 }
      operand(start, isName: false)
    case _ where byte.isIdentifier:
      while at < limit, bytes[at].isIdentifier { at += 1 }
      let range = start..<at
      for word: StaticString in ["new", "function", "delete", "await", "yield", "class"] where bytes.is(word, range) {
        fail(range, "keyword")
      }
      operand(start, isName: true)
    default: punctuation(byte)
    }
  }

  private mutating func push(_ closing: UInt8) {
    if brackets.count < 200 { brackets.append(closing) } else { fail(at..<at + 1, "bracket") }
    at += 1
    if closing != UInt8(ascii: ")") || !endsOperand { root = nil }
    endsOperand = false
  }

  private mutating func operand(_ start: Int, isName: Bool) {
    if endsOperand, !isOperatorWord(start..<at) { fail(start..<at, "operator") }
    if !isAfterDot(start) { root = isName ? start..<at : nil }
    endsOperand = !isOperatorWord(start..<at)
  }

  private func isOperatorWord(_ range: Range<Int>) -> Bool {
    bytes.is("in", range) || bytes.is("instanceof", range) || bytes.is("typeof", range)
  }

  private func isAfterDot(_ start: Int) -> Bool { start > 0 && bytes[start - 1] == UInt8(ascii: ".") }

  private mutating func string(_ quote: UInt8) {
    let start = at
    at += 1
    while at < limit, bytes[at] != quote {
      if bytes[at] == UInt8(ascii: "\\") { at += 1 }
      at += 1
    }
    if at >= limit {
      at = limit
      fail(start..<start + 1, "unclosed-string")
    } else {
      at += 1
    }
    if endsOperand { fail(start..<at, "operator") }
    root = nil
    endsOperand = true
  }

  private mutating func punctuation(_ byte: UInt8) {
    let start = at
    if bytes.has("=>", at: at) {
      fail(at..<at + 2, "arrow")
      at += 2
    } else if bytes.has("?.", at: at), at + 2 < limit, !bytes[at + 2].isDigit {
      fail(at..<at + 2, "optional-chaining")
      at += 2
    } else if bytes.has("??", at: at) {
      fail(at..<at + 2, "nullish")
      at += 2
    } else if bytes.has("...", at: at) {
      at += 3
    } else if byte == UInt8(ascii: ".") {
      if !endsOperand || (at > 0 && bytes[at - 1] == UInt8(ascii: "}")) { fail(at..<at + 1, "literal-member") }
      at += 1
      endsOperand = false
      return
    } else if bytes.has("===", at: at) || bytes.has("!==", at: at) || bytes.has(">>>", at: at) {
      at += 3
    } else if bytes.has("==", at: at) || bytes.has("!=", at: at) || bytes.has("<=", at: at) || bytes.has(">=", at: at)
      || bytes.has("&&", at: at) || bytes.has("||", at: at) || bytes.has("<<", at: at) || bytes.has(">>", at: at)
    {
      at += 2
    } else if byte == UInt8(ascii: "=") {
      fail(at..<at + 1, "assignment")
      at += 1
    } else {
      switch byte {
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "%"),
        UInt8(ascii: "!"), UInt8(ascii: "~"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"),
        UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ","):
        at += 1
      default:
        fail(start..<start + 1, "operator")
        at += 1
      }
    }
    endsOperand = false
    root = nil
  }
}
