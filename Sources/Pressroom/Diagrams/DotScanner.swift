/// The tokens of Graphviz's DOT language (graphviz.org, "DOT Language"), with their places: enough to tell what a graph
/// would load and where its mistakes are. Judging the graph is Graphviz's own business.
struct DotScanner {
  struct Token: Equatable {
    enum Kind { case word, string, html, sign }
    var kind: Kind
    /// In the source, quotes included.
    var range: Range<Int>
  }

  private let bytes: [UInt8]
  private var index = 0

  /// All tokens; comments and `#` lines are none. What is never closed goes to the end.
  static func tokens(of bytes: [UInt8]) -> [Token] {
    var scanner = DotScanner(bytes)
    var tokens: [Token] = []
    while let token = scanner.next() { tokens.append(token) }
    return tokens
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private func byte(_ offset: Int) -> UInt8? { index + offset < bytes.count ? bytes[index + offset] : nil }

  private mutating func next() -> Token? {
    skipBlanks()
    guard let first = byte(0) else { return nil }
    let start = index
    let kind: Token.Kind
    switch first {
    case UInt8(ascii: "\""):
      kind = .string
      skipString()
    case UInt8(ascii: "<"):
      kind = .html
      skipHTML()
    case _ where Self.isWord(first):
      kind = .word
      while let next = byte(0), Self.isWord(next) { index += 1 }
    case UInt8(ascii: "-") where byte(1) == UInt8(ascii: ">") || byte(1) == UInt8(ascii: "-"):
      kind = .sign
      index += 2
    default:
      kind = .sign
      index += 1
    }
    return Token(kind: kind, range: start..<index)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2E, 0x80...: true
    default: false
    }
  }

  private mutating func skipBlanks() {
    while let first = byte(0) {
      if first <= 0x20 {
        index += 1
      } else if first == UInt8(ascii: "#"), index == 0 || bytes[index - 1] == 10 {
        skipLine()
      } else if first == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "/") {
        skipLine()
      } else if first == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*") {
        index += 2
        while index < bytes.count, !(byte(0) == UInt8(ascii: "*") && byte(1) == UInt8(ascii: "/")) { index += 1 }
        index = min(index + 2, bytes.count)
      } else {
        return
      }
    }
  }

  private mutating func skipLine() {
    while let next = byte(0), next != 10 { index += 1 }
  }

  private mutating func skipString() {
    index += 1
    while let next = byte(0), next != UInt8(ascii: "\"") { index += next == UInt8(ascii: "\\") ? 2 : 1 }
    index = min(index + 1, bytes.count)
  }

  // Angle brackets nest.
  private mutating func skipHTML() {
    var depth = 0
    while let next = byte(0) {
      index += 1
      if next == UInt8(ascii: "<") { depth += 1 }
      if next == UInt8(ascii: ">") {
        depth -= 1
        if depth == 0 { return }
      }
    }
  }
}
