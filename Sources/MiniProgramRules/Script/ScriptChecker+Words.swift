import Diagnostics

extension ScriptChecker {
  /// An identifier or a keyword.
  mutating func word(_ range: Range<Int>) {
    let isMember = !previous.isEmpty && bytes[previous.lowerBound] == UInt8(ascii: ".") && previous.count == 1
    if isMember {
      member(range)
    } else {
      free(range)
    }
    let isKeyword = !isMember && Self.isOperatorKeyword(bytes, range)
    finish(range.lowerBound, isOperand: !isKeyword)
  }

  private mutating func member(_ range: Range<Int>) {
    if bytes.is("wx", beforePrevious) { interface(range) }
    if nextIs(UInt8(ascii: "=")) { define(range) }
    if bytes.is("constructor", range), nextIs(UInt8(ascii: "(")) {
      findings.report(.forbiddenCode, range, "constructor()")
    }
  }

  private mutating func interface(_ range: Range<Int>) {
    let name = bytes.text(range)
    guard interfaces.isKnown(name) else {
      let near = Suggestion.nearest(to: name, among: interfaces.names.names) ?? ""
      findings.report(.unknownInterface, range, name, near)
      return
    }
    if interfaces.needsNetwork(name) { findings.report(.networkInterface, range, name) }
    if interfaces.needsDeclaration(name) { findings.facts.declarableInterfaces.append(Mention(name, range)) }
    guard let purpose = interfaces.privacyPurpose(name) else { return }
    if !findings.facts.privacyPurposes.contains(purpose) { findings.facts.privacyPurposes.append(purpose) }
    if nextIs(UInt8(ascii: "(")), ignoresRefusal() { findings.report(.unhandledRefusal, range, name) }
  }

  /// Whether the call that follows hands over an object without `fail` or `complete`, and nothing waits for its promise.
  private func ignoresRefusal() -> Bool {
    var index = argumentStart()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "{"), !bytes.is("await", beforeMember) else { return false }
    var depth = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: "}") || byte == UInt8(ascii: ")") { depth -= 1 }
      if depth < 0 { return !bytes.has(".", at: index + 1) }
      if bytes.has("fail", at: index) || bytes.has("complete", at: index) || bytes.has("...", at: index) {
        return false
      }
      index += 1
    }
    return false
  }

  /// The word before `wx` in `wx.member`.
  private var beforeMember: Range<Int> {
    var end = beforePrevious.lowerBound
    while end > 0, bytes[end - 1].isBlank { end -= 1 }
    var start = end
    while start > 0, bytes[start - 1].isIdentifier { start -= 1 }
    return start..<end
  }

  private mutating func free(_ range: Range<Int>) {
    let isCalled = nextIs(UInt8(ascii: "("))
    if nextIs(UInt8(ascii: ":")) || nextIs(UInt8(ascii: ",")) || nextIs(UInt8(ascii: "}")) {
      define(range)
      return
    }
    if bytes.is("eval", range), isCalled { findings.report(.forbiddenCode, range, "eval()") }
    if bytes.is("Function", range), isCalled { findings.report(.forbiddenCode, range, "Function()") }
    if bytes.is("require", range), isCalled { require() }
    if isCalled {
      for word: StaticString in ["Page", "App", "Component", "Behavior"] where bytes.is(word, range) {
        findings.facts.registrations.append(bytes.text(range))
      }
      for word: StaticString in ["setTimeout", "setInterval"] where bytes.is(word, range) {
        let argument = argumentStart()
        if argument < bytes.count, bytes[argument] == UInt8(ascii: "'") || bytes[argument] == UInt8(ascii: "\"") {
          findings.report(.forbiddenCode, range, bytes.text(range) + "('…')")
        }
      }
    }
    browser(range)
  }

  /// Names of browsers that the platform does not have.
  private mutating func browser(_ range: Range<Int>) {
    guard let known = Self.browserNames[bytes.slice(range)] else { return }
    if nextIs(UInt8(ascii: ".")) || nextIs(UInt8(ascii: "(")) || bytes.is("new", previous) {
      // A function of the script's own may bear the name.
      if bytes.is("function", previous) { return }
      findings.report(.browserName, range, Self.browserNames.names[known])
    }
  }

  private static let browserNames = NameTable(
    words: """
      window document localStorage sessionStorage XMLHttpRequest fetch navigator alert WebSocket Image indexedDB location
      history HTMLElement
      """)

  private func argumentStart() -> Int {
    var index = at
    while index < bytes.count, bytes[index].isBlank || bytes[index] == UInt8(ascii: "(") { index += 1 }
    return index
  }

  private mutating func require() {
    let start = argumentStart()
    guard start < bytes.count, bytes[start] == UInt8(ascii: "'") || bytes[start] == UInt8(ascii: "\"") else {
      findings.report(.dynamicRequire, at - 7..<at)
      return
    }
    var end = start + 1
    while end < bytes.count, bytes[end] != bytes[start], bytes[end] != 0x0A { end += 1 }
    let range = start + 1..<end
    var behind = min(end + 1, bytes.count)
    while behind < bytes.count, bytes[behind].isBlank { behind += 1 }
    guard behind < bytes.count, bytes[behind] == UInt8(ascii: ")") else {
      findings.report(.dynamicRequire, at - 7..<at)
      return
    }
    findings.facts.references.append(
      FileReference(kind: .script, target: Mention(bytes.text(range), range)))
  }

  /// Words behind which an operand begins, so that a slash opens a regular expression.
  private static func isOperatorKeyword(_ bytes: FileBytes, _ range: Range<Int>) -> Bool {
    for word: StaticString in [
      "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do", "instanceof", "yield",
      "await",
    ] where bytes.is(word, range) { return true }
    return false
  }
}
