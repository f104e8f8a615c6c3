import Diagnostics

/// The tokens of one script: what can be said of JavaScript without parsing it.
///
/// Strings, templates, comments and regular expressions are told apart as the language does; brackets must match. From
/// the tokens come the modules that are required, the members of `wx` that are used, and every key and method name, so
/// that handlers can be looked for.
struct ScriptChecker {
  let bytes: FileBytes
  var at = 0
  var findings: FileFindings
  let interfaces = InterfaceTable.shared
  /// The token before, or an empty range.
  var previous = 0..<0
  var beforePrevious = 0..<0
  /// Whether a `/` would divide.
  var endsOperand = false
  var brackets: [Bracket] = []
  /// The name before the parenthesis that closed last: a method when `{` follows.
  var closedName: Range<Int>?
  /// Names that were noted.
  var seen: Set<String> = []
  struct Bracket {
    var closing: UInt8
    var place: Int
    var name: Range<Int>?
    /// A template's `${`.
    var isTemplate = false
  }

  static func check(_ bytes: FileBytes, _ findings: consuming FileFindings) -> FileFindings {
    var checker = ScriptChecker(bytes: bytes, findings: findings)
    while checker.at < bytes.count { checker.token() }
    if let open = checker.brackets.last {
      checker.findings.report(.scriptSyntax, open.place..<open.place + 1, "bracket")
    }
    return checker.findings
  }

  private mutating func token() {
    let byte = bytes[at]
    if byte.isBlank {
      at += 1
      return
    }
    let start = at
    switch byte {
    case UInt8(ascii: "/") where bytes.has("//", at: at):
      while at < bytes.count, bytes[at] != 0x0A { at += 1 }
      return
    case UInt8(ascii: "/") where bytes.has("/*", at: at):
      guard let end = bytes.find("*/", from: at + 2) else {
        findings.report(.scriptSyntax, at..<at + 2, "unclosed-comment")
        at = bytes.count
        return
      }
      at = end + 2
      return
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      string(byte)
      finish(start, isOperand: true)
    case UInt8(ascii: "`"):
      at += 1
      template(start)
    case UInt8(ascii: "/") where !endsOperand:
      regularExpression()
      finish(start, isOperand: true)
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): opening(byte)
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): closing(byte)
    case _ where byte.isDigit:
      while at < bytes.count, bytes[at].isIdentifier || bytes[at] == UInt8(ascii: ".") { at += 1 }
      finish(start, isOperand: true)
    case _ where byte.isIdentifier || byte == UInt8(ascii: "#"):
      at += 1
      while at < bytes.count, bytes[at].isIdentifier { at += 1 }
      word(start..<at)
    default: punctuation(byte)
    }
  }

  mutating func finish(_ start: Int, isOperand: Bool) {
    beforePrevious = previous
    previous = start..<at
    endsOperand = isOperand
  }

  private mutating func string(_ quote: UInt8) {
    let start = at
    at += 1
    while at < bytes.count {
      at = bytes.place(of: quote, 0x0A, UInt8(ascii: "\\"), quote, in: at..<bytes.count)
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\\") else { break }
      at += 2
    }
    guard at < bytes.count, bytes[at] == quote else {
      at = min(at, bytes.count)
      findings.report(.scriptSyntax, start..<start + 1, "unclosed-string")
      return
    }
    at += 1
    if nextIs(UInt8(ascii: ":")) { define(start + 1..<at - 1) }
  }

  /// Goes on behind the opening quote or behind a `}` that ended an expression in it.
  private mutating func template(_ start: Int) {
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\\"): at += 2
      case UInt8(ascii: "`"):
        at += 1
        return finish(start, isOperand: true)
      case UInt8(ascii: "$") where bytes.has("${", at: at):
        brackets.append(Bracket(closing: UInt8(ascii: "}"), place: at, isTemplate: true))
        at += 2
        return finish(at - 1, isOperand: false)
      default: at += 1
      }
    }
    at = bytes.count
    findings.report(.scriptSyntax, start..<start + 1, "unclosed-string")
  }

  private mutating func regularExpression() {
    let start = at
    var isInClass = false
    at += 1
    while at < bytes.count, bytes[at] != 0x0A {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\\") {
        at += 1
      } else if byte == UInt8(ascii: "[") {
        isInClass = true
      } else if byte == UInt8(ascii: "]") {
        isInClass = false
      } else if byte == UInt8(ascii: "/"), !isInClass {
        at += 1
        while at < bytes.count, bytes[at].isLetter { at += 1 }
        return
      }
      at += 1
    }
    at = min(at, bytes.count)
    findings.report(.scriptSyntax, start..<start + 1, "unclosed-string")
  }

  private mutating func opening(_ byte: UInt8) {
    let start = at
    at += 1
    let closing: UInt8 =
      byte == UInt8(ascii: "(") ? UInt8(ascii: ")") : byte == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: "}")
    var name: Range<Int>?
    if byte == UInt8(ascii: "("), !previous.isEmpty, bytes[previous.lowerBound].isIdentifier { name = previous }
    if byte == UInt8(ascii: "{"), let method = closedName, isBehindParenthesis { define(method) }
    brackets.append(Bracket(closing: closing, place: start, name: name))
    finish(start, isOperand: false)
  }

  private var isBehindParenthesis: Bool { !previous.isEmpty && bytes[previous.lowerBound] == UInt8(ascii: ")") }

  private mutating func closing(_ byte: UInt8) {
    let start = at
    guard let open = brackets.popLast(), open.closing == byte else {
      findings.report(.scriptSyntax, at..<at + 1, "bracket")
      brackets.removeAll()
      at += 1
      return finish(start, isOperand: true)
    }
    at += 1
    closedName = byte == UInt8(ascii: ")") ? open.name : nil
    if open.isTemplate { return template(start) }
    // A block's end begins a statement; an object's an operator. Division behind an object is rarer than a regular
    // expression behind a block is in what reaches this: both are.
    finish(start, isOperand: byte != UInt8(ascii: "}"))
  }

  private mutating func punctuation(_ byte: UInt8) {
    let start = at
    at += 1
    if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"), at < bytes.count, bytes[at] == byte {
      at += 1
      return finish(start, isOperand: endsOperand)
    }
    finish(start, isOperand: false)
  }

  /// The next byte that is no blank.
  func nextIs(_ byte: UInt8) -> Bool {
    var index = at
    while index < bytes.count, bytes[index].isBlank { index += 1 }
    return index < bytes.count && bytes[index] == byte
  }

  mutating func define(_ name: Range<Int>) {
    let text = bytes.text(name)
    if seen.insert(text).inserted { findings.facts.definedNames.append(text) }
  }
}
