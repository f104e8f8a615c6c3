import Diagnostics

/// Strict JSON: no comments, no trailing commas, no doubled keys (the upload tool's error 10006, and more).
struct JSONChecker {
  private let bytes: FileBytes
  private var at = 0
  private var findings: FileFindings
  private var depth = 0
  private struct Failure: Error {}

  /// Keeps the tree of a file that may hold settings; of others only their form is checked.
  static func check(_ bytes: FileBytes, keepsTree: Bool, _ findings: consuming FileFindings) -> FileFindings {
    var checker = JSONChecker(bytes: bytes, findings: findings)
    do {
      checker.skipBlanks()
      // Settings are members: what an array holds are none, as in the many small files of a search.
      let isObject = checker.at < bytes.count && bytes[checker.at] == UInt8(ascii: "{")
      let node = try checker.value(keepsTree && isObject)
      checker.skipBlanks()
      if checker.at < bytes.count { checker.fail("json-trailing") }
      if keepsTree { checker.findings.facts.settings = node }
    } catch {
      // Reported where it was found.
    }
    return checker.findings
  }

  private init(bytes: FileBytes, findings: consuming FileFindings) {
    self.bytes = bytes
    self.findings = findings
  }

  private mutating func fail(_ word: String) {
    findings.report(.jsonSyntax, at..<min(at + 1, bytes.count), word)
  }

  private mutating func stop(_ word: String) -> Failure {
    let isComment = bytes.has("//", at: at) || bytes.has("/*", at: at)
    fail(isComment ? "json-comment" : word)
    return Failure()
  }

  private mutating func skipBlanks() {
    while at < bytes.count, bytes[at].isBlank { at += 1 }
  }

  private mutating func value(_ keeps: Bool) throws(Failure) -> JSONNode {
    skipBlanks()
    let start = at
    guard at < bytes.count else { throw stop("json-value") }
    let value: JSONValue
    switch bytes[at] {
    case UInt8(ascii: "{"): value = .object(try object(keeps))
    case UInt8(ascii: "["): value = .array(try array(keeps))
    case UInt8(ascii: "\""): value = .string(try string(keeps))
    case UInt8(ascii: "t") where bytes.has("true", at: at):
      at += 4
      value = .boolean(true)
    case UInt8(ascii: "f") where bytes.has("false", at: at):
      at += 5
      value = .boolean(false)
    case UInt8(ascii: "n") where bytes.has("null", at: at):
      at += 4
      value = .null
    default: value = .number(try number())
    }
    return JSONNode(value: value, range: start..<at)
  }

  private mutating func number() throws(Failure) -> Double {
    let start = at
    if at < bytes.count, bytes[at] == UInt8(ascii: "-") { at += 1 }
    while at < bytes.count, bytes[at].isDigit || bytes[at].isLetter || ".+-".utf8.contains(bytes[at]) { at += 1 }
    let text = bytes.text(start..<at)
    let first = text.utf8.first { $0 != UInt8(ascii: "-") }
    guard first?.isDigit == true, !(text.hasPrefix("0") && text.utf8.dropFirst().first?.isDigit == true),
      !text.hasSuffix("."), !text.contains("x"), let value = Double(text)
    else {
      at = start
      throw stop("json-value")
    }
    return value
  }

  private mutating func object(_ keeps: Bool) throws(Failure) -> [JSONMember] {
    var members: [JSONMember] = []
    var seen = SeenKeys()
    try enter()
    skipBlanks()
    if take(UInt8(ascii: "}")) {
      depth -= 1
      return []
    }
    while true {
      skipBlanks()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { throw stop("json-key") }
      let start = at
      let key = try string(true)
      let range = start..<at
      if !seen.insert(key) { findings.report(.jsonDoubledKey, range, key) }
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { throw stop("json-colon") }
      let node = try value(keeps)
      if keeps { members.append(JSONMember(key: key, keyRange: range, node: node)) }
      skipBlanks()
      if take(UInt8(ascii: ",")) { continue }
      guard take(UInt8(ascii: "}")) else { throw stop("json-comma") }
      depth -= 1
      return members
    }
  }

  private mutating func array(_ keeps: Bool) throws(Failure) -> [JSONNode] {
    var elements: [JSONNode] = []
    try enter()
    skipBlanks()
    if take(UInt8(ascii: "]")) {
      depth -= 1
      return []
    }
    while true {
      let node = try value(keeps)
      if keeps { elements.append(node) }
      skipBlanks()
      if take(UInt8(ascii: ",")) { continue }
      guard take(UInt8(ascii: "]")) else { throw stop("json-comma") }
      depth -= 1
      return elements
    }
  }

  private mutating func enter() throws(Failure) {
    depth += 1
    if depth > 100 { throw stop("data-too-deep") }
    at += 1
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func string(_ keeps: Bool) throws(Failure) -> String {
    let start = at
    at += 1
    let content = at
    var hasEscapes = false
    while true {
      at = bytes.endOfRun(in: at..<bytes.count)
      guard at < bytes.count else {
        at = start
        throw stop("json-string")
      }
      if bytes[at] == UInt8(ascii: "\"") { break }
      if bytes[at] != UInt8(ascii: "\\") { throw stop("json-string") }
      hasEscapes = true
      at += 1
      guard at < bytes.count, Self.mayFollowBackslash(bytes[at]) else { throw stop("json-string") }
      at += 1
    }
    at += 1
    guard keeps else { return "" }
    // Settings are names and words: an escape matters only for comparing keys, which stay different as written.
    guard hasEscapes else { return bytes.text(content..<at - 1) }
    return String(decoding: bytes[content..<at - 1].filter { $0 != UInt8(ascii: "\\") }, as: UTF8.self)
  }

  private static func mayFollowBackslash(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "u"):
      true
    default: false
    }
  }
}
