import Diagnostics

/// One style sheet: that it closes what it opens, that its selectors and rules are of the accepted kind, and that it
/// loads nothing the program cannot have.
///
/// What is accepted is what the official compiler was seen to take (its version of 2019; newer ones may take more).
struct StyleChecker {
  let bytes: FileBytes
  var at = 0
  var findings: FileFindings
  /// What each open brace holds.
  var open: [(place: Int, content: Content)] = []

  enum Content {
    case declarations
    /// Of `@media` and its like.
    case rules
    /// Of `@keyframes`: percentages stand where selectors would.
    case frames
  }

  static func check(_ bytes: FileBytes, _ findings: FileFindings) -> FileFindings {
    var checker = StyleChecker(bytes: bytes, findings: findings)
    checker.run()
    checker.findings.reportData()
    return checker.findings
  }

  private mutating func run() {
    while true {
      skipBlanks()
      guard at < bytes.count else { break }
      if bytes[at] == UInt8(ascii: "}") {
        if open.popLast() == nil { findings.report(.styleSyntax, at..<at + 1, "bracket") }
        at += 1
        continue
      }
      let start = at
      let end = prelude()
      guard at < bytes.count else {
        if end > start { findings.report(.styleSyntax, start..<end, "unfinished") }
        break
      }
      let stop = bytes[at]
      switch stop {
      case UInt8(ascii: "{"):
        at += 1
        opened(start..<end)
      case UInt8(ascii: ";"):
        at += 1
        statement(start..<end)
      default: statement(start..<end)  // A declaration that the brace ends.
      }
    }
    if let last = open.last { findings.report(.styleSyntax, last.place..<last.place + 1, "bracket") }
  }

  private mutating func skipBlanks() {
    while at < bytes.count {
      if bytes[at].isBlank {
        at += 1
      } else if bytes.has("/*", at: at) {
        comment()
      } else {
        return
      }
    }
  }

  private mutating func comment() {
    guard let end = bytes.find("*/", from: at + 2) else {
      findings.report(.styleSyntax, at..<at + 2, "unclosed-comment")
      at = bytes.count
      return
    }
    at = end + 2
  }

  /// Reads to `{`, `;` or `}`; returns where what was read ends.
  private mutating func prelude() -> Int {
    var end = at
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: ";"), UInt8(ascii: "}"): return end
      case UInt8(ascii: "/") where bytes.has("/*", at: at):
        comment()
        continue
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let start = at
        at += 1
        while at < bytes.count, bytes[at] != byte, bytes[at] != 0x0A { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
        if at >= bytes.count || bytes[at] != byte {
          at = min(at, bytes.count)
          findings.report(.styleSyntax, start..<start + 1, "unclosed-string")
        }
      case UInt8(ascii: "u") where bytes.has("url(", at: at):
        address()
      default: break
      }
      if at < bytes.count {
        if !bytes[at].isBlank { end = at + 1 }
        at += 1
      }
    }
    return end
  }

  /// `url(…)`: data only, since local paths compile to dead ones and the network is not there.
  private mutating func address() {
    var start = at + 4
    while start < bytes.count, bytes[start].isBlank || bytes[start] == 0x22 || bytes[start] == 0x27 { start += 1 }
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: ")"), bytes[end] != 0x22, bytes[end] != 0x27 { end += 1 }
    let isData = bytes.has("data:", at: start)
    if bytes.has("http:", at: start) || bytes.has("https:", at: start) || bytes.has("//", at: start) {
      findings.report(.networkAddress, start..<end, bytes.text(start..<end))
    } else if isData {
      findings.facts.dataBytes += end - start
    } else if !bytes.has("#", at: start) {
      findings.report(.styleLocalFile, start..<end, bytes.text(start..<end))
    }
    while end < bytes.count, bytes[end] != UInt8(ascii: ")") { end += 1 }
    if end >= bytes.count { findings.report(.styleSyntax, at..<at + 4, "bracket") }
    at = min(end, bytes.count)
  }

  private mutating func opened(_ prelude: Range<Int>) {
    if prelude.isEmpty {
      findings.report(.styleSyntax, at - 1..<at, "no-selector")
    } else if bytes[prelude.lowerBound] == UInt8(ascii: "@") {
      open.append((at - 1, atRule(prelude)))
      return
    } else if let last = open.last, last.content == .declarations {
      findings.report(.styleSelector, prelude, bytes.text(prelude))
    } else if open.last?.content != .frames {
      selectors(prelude)
    }
    open.append((at - 1, .declarations))
  }

  private mutating func atRule(_ prelude: Range<Int>) -> Content {
    for (word, content) in [
      ("@media", .rules), ("@supports", .rules), ("@keyframes", .frames), ("@-webkit-keyframes", .frames),
      ("@font-face", .declarations),
    ] as [(StaticString, Content)] where bytes.has(word, at: prelude.lowerBound) { return content }
    let name = prelude.lowerBound..<nameEnd(prelude.lowerBound + 1, prelude.upperBound)
    findings.report(.styleAtRule, name, bytes.text(name))
    return .rules
  }

  func nameEnd(_ start: Int, _ limit: Int) -> Int {
    var end = start
    while end < limit, bytes[end].isIdentifier || bytes[end] == UInt8(ascii: "-") { end += 1 }
    return end
  }

  private mutating func statement(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if bytes.has("@import", at: range.lowerBound) {
      var start = range.lowerBound + 7
      while start < range.upperBound, bytes[start].isBlank || bytes[start] == 0x22 || bytes[start] == 0x27 {
        start += 1
      }
      var end = range.upperBound
      while end > start, bytes[end - 1].isBlank || bytes[end - 1] == 0x22 || bytes[end - 1] == 0x27 { end -= 1 }
      if bytes.has("http", at: start) || bytes.has("//", at: start) {
        findings.report(.networkAddress, start..<end, bytes.text(start..<end))
      } else if !bytes.has("url(", at: start) {
        findings.facts.references.append(
          FileReference(kind: .file, target: Mention(bytes.text(start..<end), start..<end)))
      }
    } else if bytes[range.lowerBound] == UInt8(ascii: "@") {
      let name = range.lowerBound..<nameEnd(range.lowerBound + 1, range.upperBound)
      findings.report(.styleAtRule, name, bytes.text(name))
    } else if open.isEmpty || open.last?.content == .rules || !bytes.slice(range).contains(UInt8(ascii: ":")) {
      findings.report(.styleSyntax, range, "declaration")
    }
  }
}
