/// Emphasis, code, links and HTML within a line of Markdown.
extension MarkdownLexer {
  /// Reads to the end of what may be read, which is a line.
  static func inlines(_ scanner: inout Scanner) {
    var unclosed = Unclosed()
    while !scanner.isAtEnd {
      let start = scanner.position
      let byte = scanner.source[start]
      switch byte {
      case .backslash: scanner.take(.escape, count: 2)
      case "`":
        if !code(&scanner, &unclosed) { scanner.take(.plain, to: scanner.runEnd(from: start)) }
      case "*", "_", "~":
        if !emphasis(&scanner, byte, &unclosed) { scanner.take(.plain, to: scanner.runEnd(from: start)) }
      case "!" where scanner.peek(1) != "[": scanner.take(.plain, count: 1)
      case "[", "!":
        if !link(&scanner, byte == "!", &unclosed) { scanner.take(.plain, count: 1) }
      case "<": angle(&scanner)
      case "&": MarkupLexer(grammar: .html).entity(&scanner, .plain)
      default:
        var end = start + 1
        while end < scanner.limit, !"\\`*_~[!<&".utf8.contains(scanner.source[end]) { end += 1 }
        scanner.take(.plain, to: end)
      }
    }
  }

  /// `` `code` `` with any number of marks.
  private static func code(_ scanner: inout Scanner, _ unclosed: inout Unclosed) -> Bool {
    let start = scanner.position
    let open = scanner.runEnd(from: start)
    if unclosed.has(.of("`"), open - start) { return false }
    var index = open
    while index < scanner.limit {
      if scanner.source[index] == "`" {
        let end = scanner.runEnd(from: index)
        if end - index == open - start {
          scanner.take(.string, to: end)
          return true
        }
        index = end
      } else {
        index += 1
      }
    }
    unclosed.note(.of("`"), open - start)
    return false
  }

  /// `*x*`, `**x**`, `~~x~~`: up to the same run on the same line.
  private static func emphasis(_ scanner: inout Scanner, _ mark: UInt8, _ unclosed: inout Unclosed) -> Bool {
    let start = scanner.position
    let open = scanner.runEnd(from: start)
    guard open < scanner.limit, !scanner.source[open].isBlank, open - start <= 3 else { return false }
    if mark == "_", start > 0, scanner.source[start - 1].isWord { return false }
    if unclosed.has(mark, open - start) { return false }
    var index = open
    while index < scanner.limit {
      if scanner.source[index] == mark, !scanner.source[index - 1].isBlank {
        let end = scanner.runEnd(from: index)
        if end - index == open - start {
          scanner.take(mark == "~" ? .deleted : .emphasis, to: end)
          return true
        }
        index = end
      } else {
        index += scanner.source[index] == .backslash ? 2 : 1
      }
    }
    unclosed.note(mark, open - start)
    return false
  }

  /// `[text](address "title")`, `[text][name]`, `[name]: address`, `![alt](address)`.
  private static func link(_ scanner: inout Scanner, _ isImage: Bool, _ unclosed: inout Unclosed) -> Bool {
    if unclosed.has(.of("["), 1) { return false }
    let start = scanner.position
    let textStart = start + (isImage ? 2 : 1)
    var index = textStart
    var nesting = 1
    while index < scanner.limit {
      if scanner.source[index] == "[" { nesting += 1 }
      if scanner.source[index] == "]" {
        nesting -= 1
        if nesting == 0 { break }
      }
      index += scanner.source[index] == .backslash ? 2 : 1
    }
    guard index < scanner.limit else {
      unclosed.note(.of("["), 1)
      return false
    }
    scanner.take(.punctuation, to: textStart)
    scanner.take(.tag, to: index)
    scanner.take(.punctuation, count: 1)
    switch scanner.peek() {
    case "(": target(&scanner, .string, close: .of(")"))
    case "[": target(&scanner, .tag, close: .of("]"))
    case ":" where scanner.isFirstOnLine(start):
      scanner.take(.punctuation, count: 1)
      scanner.take(.plain, to: scanner.skipSpaces(from: scanner.position))
      scanner.take(.string, to: scanner.limit)
    default: break
    }
    return true
  }

  private static func target(_ scanner: inout Scanner, _ kind: Token.Class, close: UInt8) {
    var end = scanner.position + 1
    while end < scanner.limit, scanner.source[end] != close { end += 1 }
    scanner.take(.punctuation, count: 1)
    scanner.take(kind, to: end)
    scanner.take(.punctuation, count: 1)
  }

  /// A tag, an address in angle brackets, or only the sign.
  private static func angle(_ scanner: inout Scanner) {
    let start = scanner.position
    let next = scanner.peek(1)
    if next == "!" {
      let close = scanner.find("-->".bytes, from: start)
      scanner.take(.comment, to: close.map { $0 + 3 } ?? scanner.limit)
      return
    }
    guard next.isLetter || next == "/" else {
      scanner.take(.plain, count: 1)
      return
    }
    var end = start + 1
    while end < scanner.limit, !">:< ".utf8.contains(scanner.source[end]) { end += 1 }
    if scanner.byte(at: end) == ":" {
      while end < scanner.limit, scanner.source[end] != ">" { end += 1 }
      scanner.take(.string, to: end + 1)
    } else {
      MarkupLexer(grammar: .html).tag(&scanner)
    }
  }
}

/// The opening marks that the rest of the line does not close: what was looked for once is not looked for again.
private struct Unclosed {
  private var marks: UInt64 = 0

  func has(_ mark: UInt8, _ count: Int) -> Bool { marks & Unclosed.bit(mark, count) != 0 }
  mutating func note(_ mark: UInt8, _ count: Int) { marks |= Unclosed.bit(mark, count) }

  /// A bit for each of the five marks and each length of its run; lengths from 12 on share one.
  private static func bit(_ mark: UInt8, _ count: Int) -> UInt64 {
    let row: Int
    switch mark {
    case "`": row = 0
    case "*": row = 1
    case "_": row = 2
    case "~": row = 3
    default: row = 4
    }
    return 1 << UInt64(row * 12 + min(count, 12) - 1)
  }
}

extension Scanner {
  /// The end of the run of one byte that starts at `index`.
  func runEnd(from index: Int) -> Int {
    var end = index
    while end < limit, source[end] == source[index] { end += 1 }
    return end
  }

  /// Whether the line is made of one of `-*=` alone, three or more.
  func isRule(from start: Int, to end: Int) -> Bool {
    guard end - start >= 3 else { return false }
    var count = 0
    for index in start..<end {
      if source[index] == source[start] { count += 1 } else if !source[index].isBlank { return false }
    }
    return count >= 3
  }
}
