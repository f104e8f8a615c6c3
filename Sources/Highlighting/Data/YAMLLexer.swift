/// Reads YAML line by line: what stands before a colon is a key, what stands behind it a scalar or a flow collection.
struct YAMLLexer {
  /// Open `{` and `[`; line ends mean nothing inside of them.
  private var flow = 0
  /// Blanks before the first sign of the current line: block scalars are indented more.
  private var indent = 0

  static func lex(_ scanner: inout Scanner) {
    var lexer = YAMLLexer()
    lexer.run(&scanner)
  }

  private mutating func run(_ scanner: inout Scanner) {
    var isLineStart = true
    while !scanner.isAtEnd {
      let start = scanner.position
      let byte = scanner.source[start]
      if isLineStart {
        isLineStart = false
        indent = scanner.skipSpaces(from: start) - start
        if marker(&scanner) { continue }
      }
      switch byte {
      case .lineFeed, 0x0D:
        scanner.take(.plain, count: 1)
        isLineStart = byte == .lineFeed
      case _ where byte.isBlank: scanner.take(.plain, to: scanner.skipSpaces(from: start))
      case "#" where start == 0 || scanner.source[start - 1] <= 0x20:
        scanner.take(.comment, to: scanner.commentLineEnd(from: start))
      case _ where (byte == "-" || byte == "?") && flow == 0 && scanner.endsIndicator(start + 1):
        scanner.take(.punctuation, count: 1)
      case ":" where scanner.endsIndicator(start + 1) || flow > 0: scanner.take(.punctuation, count: 1)
      case "{", "[":
        flow += 1
        scanner.take(.punctuation, count: 1)
      case _ where (byte == "}" || byte == "]") && flow > 0:
        flow -= 1
        scanner.take(.punctuation, count: 1)
      case "," where flow > 0: scanner.take(.punctuation, count: 1)
      case "&": scanner.take(.attribute, to: scanner.yamlNameEnd(from: start + 1))
      case "*" where !scanner.endsIndicator(start + 1):
        scanner.take(.variable, to: scanner.yamlNameEnd(from: start + 1))
      case "!": scanner.take(.type, to: scanner.yamlNameEnd(from: start + 1))
      case _ where (byte == "|" || byte == ">") && flow == 0: blockScalar(&scanner)
      case "\"", "'": quoted(&scanner, byte)
      default: plain(&scanner)
      }
      if scanner.position == start { scanner.take(.plain, count: 1) }
    }
  }

  /// `---`, `...`, `%YAML 1.2` at a line start.
  private func marker(_ scanner: inout Scanner) -> Bool {
    if scanner.peek() == "%" {
      scanner.take(.preprocessor, to: scanner.commentLineEnd(from: scanner.position))
      return true
    }
    let byte = scanner.peek()
    guard byte == "-" || byte == ".", scanner.peek(1) == byte, scanner.peek(2) == byte,
      scanner.endsIndicator(scanner.position + 3)
    else { return false }
    scanner.take(.punctuation, count: 3)
    return true
  }

  /// `|-`, `>+2` and the lines below that are indented more than this one.
  private func blockScalar(_ scanner: inout Scanner) {
    var end = scanner.position + 1
    while scanner.byte(at: end) == "-" || scanner.byte(at: end) == "+" || scanner.byte(at: end).isDigit { end += 1 }
    let rest = scanner.skipSpaces(from: end)
    guard rest >= scanner.limit || scanner.source[rest].isLineEnd || scanner.source[rest] == "#" else {
      plain(&scanner)
      return
    }
    scanner.take(.operator, to: end)
    scanner.take(.plain, to: rest)
    if scanner.peek() == "#" { scanner.take(.comment, to: scanner.commentLineEnd(from: rest)) }
    var line = scanner.lineEnd(from: scanner.position) + 1
    var last = scanner.position
    while line < scanner.limit {
      let end = scanner.lineEnd(from: line)
      let first = scanner.skipSpaces(from: line)
      let isEmpty = first >= end || (scanner.source[first] == 0x0D && first + 1 >= end)
      if !isEmpty {
        if first - line <= indent { break }
        last = end
      }
      line = end + 1
    }
    guard last > scanner.position else { return }
    scanner.takeBlanks()
    scanner.take(.string, to: last)
  }

  /// A quoted scalar, over several lines if need be; a key when a colon follows.
  private func quoted(_ scanner: inout Scanner, _ quote: UInt8) {
    var end = scanner.position + 1
    var line = false
    while end < scanner.limit {
      let byte = scanner.source[end]
      if byte == .lineFeed { line = true }
      if byte == .backslash && quote == "\"" {
        end += 2
        continue
      }
      if byte == quote {
        if quote == "'", scanner.byte(at: end + 1) == "'" {
          end += 2
          continue
        }
        break
      }
      end += 1
    }
    let after = scanner.skipSpaces(from: end + 1)
    let isKey = !line && scanner.byte(at: after) == ":" && (flow > 0 || scanner.endsIndicator(after + 1))
    let kind: Token.Class = isKey ? .property : .string
    if quote == "'" || isKey {
      scanner.take(kind, to: end + 1)
      return
    }
    while scanner.position < end {
      if scanner.peek() == .backslash {
        scanner.take(.escape, count: 2)
      } else {
        var next = scanner.position
        while next < end, next < scanner.limit, scanner.source[next] != .backslash { next += 1 }
        guard next > scanner.position else { break }
        scanner.take(kind, to: next)
      }
    }
    scanner.take(kind, to: end + 1)
  }

  /// An unquoted scalar: a key up to its colon, else a constant, a number or a string.
  private func plain(_ scanner: inout Scanner) {
    let start = scanner.position
    var end = start
    var last = start
    scan: while end < scanner.limit {
      let byte = scanner.source[end]
      switch byte {
      case 0x0A, 0x0D: break scan
      case ":" where scanner.endsIndicator(end + 1) || (flow > 0 && ",[]{}".utf8.contains(scanner.byte(at: end + 1))):
        scanner.take(.property, to: last)
        return
      case "#" where end > start && scanner.source[end - 1].isBlank: break scan
      case _ where flow > 0 && ",[]{}".utf8.contains(byte): break scan
      default: break
      }
      end += 1
      if !byte.isBlank { last = end }
    }
    scanner.take(scanner.scalarClass(from: start, to: last), to: last)
  }
}

extension Scanner {
  /// Whether a blank or the end stands at `index`: only then is `-`, `:` or `?` before it a sign.
  fileprivate func endsIndicator(_ index: Int) -> Bool {
    index >= limit || source[index].isBlank || source[index].isLineEnd
  }

  fileprivate func yamlNameEnd(from index: Int) -> Int {
    var end = index
    while end < limit, source[end] > 0x20, !",[]{}".utf8.contains(source[end]) { end += 1 }
    return end
  }
}
