/// Reads CMake: commands, their arguments in brackets, variables in both.
struct CMakeLexer {
  static func lex(_ scanner: inout Scanner) {
    while !scanner.isAtEnd {
      let start = scanner.position
      let byte = scanner.source[start]
      switch byte {
      case _ where byte.isBlank || byte.isLineEnd: scanner.takeBlanks()
      case "#" where scanner.bracketEnd(from: start + 1) > start + 1:
        scanner.take(.comment, to: scanner.bracketEnd(from: start + 1))
      case "#": scanner.take(.comment, to: scanner.commentLineEnd(from: start))
      case "[" where scanner.bracketEnd(from: start) > start: scanner.take(.string, to: scanner.bracketEnd(from: start))
      case "(", ")", ";": scanner.take(.punctuation, count: 1)
      case "\"": string(&scanner)
      case "$": reference(&scanner)
      case "<", ">", "=", ":", ",": scanner.take(.operator, count: 1)
      default: word(&scanner)
      }
    }
  }

  private static let words = WordTable(
    [
      .keyword: """
      break continue else elseif endforeach endfunction endif endmacro endwhile foreach function if include macro return
      while
      """,
      .constant: "on off true false yes no",
    ], ignoresCase: true)

  private static func word(_ scanner: inout Scanner) {
    let start = scanner.position
    var end = start
    while end < scanner.limit, scanner.source[end] > 0x20, !"()\"$;#<>=,".utf8.contains(scanner.source[end]) {
      end += scanner.source[end] == .backslash ? 2 : 1
    }
    end = min(max(end, start + 1), scanner.limit)
    let isCommand = scanner.byte(at: scanner.skipSpaces(from: end)) == "("
    if let kind = words.kind(in: scanner.source, from: start, to: end), isCommand || kind == .constant {
      scanner.take(kind, to: end)
    } else if isCommand {
      scanner.take(.function, to: end)
    } else if scanner.source[start].isDigit {
      scanner.take(.number, to: end)
    } else if scanner.source[start].isUpper, scanner.isCapital(from: start, to: end) {
      scanner.take(.constant, to: end)
    } else {
      scanner.take(.plain, to: end)
    }
  }

  /// `${NAME}`, `$ENV{NAME}`, `$<…`.
  private static func reference(_ scanner: inout Scanner) {
    let start = scanner.position
    var open = start + 1
    while scanner.byte(at: open).isUpper { open += 1 }
    guard scanner.byte(at: open) == "{" else { return scanner.take(.operator, count: scanner.peek(1) == "<" ? 2 : 1) }
    var end = open + 1
    while end < scanner.limit, scanner.source[end] != "}", scanner.source[end] > 0x20 { end += 1 }
    scanner.take(.variable, to: min(end + 1, scanner.limit))
  }

  private static func string(_ scanner: inout Scanner) {
    scanner.take(.string, count: 1)
    while !scanner.isAtEnd {
      switch scanner.peek() {
      case "\"": return scanner.take(.string, count: 1)
      case .backslash: scanner.take(.escape, count: 2)
      case "$" where scanner.peek(1) == "{": reference(&scanner)
      default: scanner.take(.string, count: 1)
      }
    }
  }
}

extension Scanner {
  /// The end of `[==[…]==]`; `index` itself where there is none.
  fileprivate func bracketEnd(from index: Int) -> Int {
    guard byte(at: index) == "[" else { return index }
    var open = index + 1
    while byte(at: open) == "=" { open += 1 }
    guard byte(at: open) == "[" else { return index }
    let close = "]".bytes + Array(repeating: UInt8.of("="), count: open - index - 1) + "]".bytes
    return find(close, from: open).map { $0 + close.count } ?? limit
  }

  fileprivate func isCapital(from start: Int, to end: Int) -> Bool {
    for index in start..<end where !(source[index].isUpper || source[index].isDigit || source[index] == "_") {
      return false
    }
    return true
  }
}
