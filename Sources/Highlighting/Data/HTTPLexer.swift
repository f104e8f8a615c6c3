/// Reads requests and responses: the first line, headers, and a body after its type.
struct HTTPLexer {
  static func lex(_ scanner: inout Scanner) {
    firstLine(&scanner)
    var body = Grammar.text
    while !scanner.isAtEnd {
      let start = scanner.position
      let end = scanner.lineEnd(from: start)
      if scanner.skipBlanks(from: start) > end || scanner.skipSpaces(from: start) >= end || scanner.peek() == 0x0D {
        scanner.take(.plain, to: end + 1)
        break
      }
      header(&scanner, end, &body)
    }
    body.lex(&scanner)
  }

  /// `GET /path HTTP/1.1`, `HTTP/2 200 OK`.
  private static func firstLine(_ scanner: inout Scanner) {
    let end = scanner.lineEnd(from: scanner.position)
    var isFirst = true
    while scanner.position < end {
      let start = scanner.position
      let stop = wordEnd(scanner, start, end)
      if stop == start {
        scanner.take(.plain, count: 1)
      } else if scanner.has(protocolName, at: start) {
        scanner.take(.keyword, count: 4)
        scanner.take(.operator, to: min(start + 5, stop))
        scanner.take(.number, to: stop)
      } else if scanner.source[start].isDigit {
        scanner.take(.number, to: stop)
      } else {
        scanner.take(isFirst ? .function : .plain, to: stop)
      }
      if stop > start { isFirst = false }
    }
    scanner.take(.plain, to: end + 1)
  }

  private static let protocolName = "HTTP/".bytes
  private static let typeName = "content-type:".bytes

  private static func wordEnd(_ scanner: Scanner, _ start: Int, _ end: Int) -> Int {
    var stop = start
    while stop < end, !scanner.source[stop].isBlank, !scanner.source[stop].isLineEnd { stop += 1 }
    return stop
  }

  private static func header(_ scanner: inout Scanner, _ end: Int, _ body: inout Grammar) {
    let start = scanner.position
    var colon = start
    while colon < end, scanner.source[colon] != ":" { colon += 1 }
    guard colon < end, colon > start else { return scanner.take(.string, to: end + 1) }
    if scanner.hasFolded(typeName, at: start) { body = grammar(scanner, colon, end) }
    scanner.take(.attribute, to: colon)
    scanner.take(.operator, count: 1)
    scanner.take(.plain, to: scanner.skipSpaces(from: colon + 1))
    scanner.take(.string, to: end)
    scanner.take(.plain, to: end + 1)
  }

  private static func grammar(_ scanner: Scanner, _ start: Int, _ end: Int) -> Grammar {
    func names(_ word: String) -> Bool {
      (start..<end).contains { scanner.hasFolded(word.bytes, at: $0) }
    }
    if names("json") { return .code(.json) }
    if names("html") { return .markup(.html) }
    if names("xml") { return .markup(.xml) }
    return .text
  }
}
