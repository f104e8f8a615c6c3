/// Reads PowerShell: commands are words with a dash, parameters begin with one, variables with a dollar.
struct PowerShellLexer {
  /// What stood before, as far as it decides what a word is.
  private var followsDot = false

  static func lex(_ scanner: inout Scanner) {
    var lexer = PowerShellLexer()
    lexer.run(&scanner)
  }

  private mutating func run(_ scanner: inout Scanner) {
    while !scanner.isAtEnd {
      let start = scanner.position
      let byte = scanner.source[start]
      let followed = followsDot
      followsDot = false
      switch byte {
      case _ where byte.isBlank || byte.isLineEnd: scanner.takeBlanks()
      case "#": scanner.take(.comment, to: scanner.commentLineEnd(from: start))
      case "<" where scanner.peek(1) == "#":
        let end = scanner.find(Self.commentEnd, from: start + 2)
        scanner.take(.comment, to: end.map { $0 + 2 } ?? scanner.limit)
      case "$" where scanner.startsPowerShellVariable(start): variable(&scanner)
      case "@" where scanner.peek(1) == "\"" || scanner.peek(1) == "'": hereString(&scanner)
      case "\"": string(&scanner)
      case "'": rawString(&scanner)
      case "[" where scanner.powerShellTypeEnd(from: start) > start:
        scanner.take(.type, to: scanner.powerShellTypeEnd(from: start))
      case "-" where scanner.peek(1).isLetter && !scanner.byte(at: start - 1).isWord: dashed(&scanner)
      case _ where byte.isDigit: number(&scanner)
      case _ where byte.isWordStart: word(&scanner, followsDot: followed)
      case "(", ")", "[", "]", "{", "}", ",", ";", ".", ":":
        scanner.take(.punctuation, count: 1)
        followsDot = byte == "." || (byte == ":" && scanner.byte(at: start - 1) == ":")
      case "`": scanner.take(.escape, count: 2)
      default: scanner.take(byte < 0x80 ? .operator : .plain, count: 1)
      }
    }
  }

  private static let commentEnd = "#>".bytes

  private static let words = WordTable(
    [
      .keyword: """
      begin break catch class continue data define do dynamicparam else elseif end enum exit filter finally for foreach
      from function hidden if in inlinescript parallel param process return sequence static switch throw trap try until
      using var while workflow cmdletbinding parameter validateset validaterange validatenotnullorempty alias mandatory
      valuefrompipeline
      """
    ], declaring: [.function: "function filter workflow", .type: "class enum"], ignoresCase: true)

  private static let operators = WordTable(
    [
      .operator: """
      and as band bnot bor bxor ccontains ceq cge cgt cin cle clike clt cmatch cne contains creplace csplit eq f file ge
      gt ieq ilike imatch in is isnot join le like lt match ne not notcontains notin notlike notmatch or replace shl shr
      split xor wildcard exact regex
      """
    ], ignoresCase: true)

  private static let constants = WordTable([.constant: "true false null"], ignoresCase: true)

  private func variable(_ scanner: inout Scanner) {
    let start = scanner.position
    let end = scanner.powerShellVariableEnd(from: start)
    scanner.take(Self.constants.kind(in: scanner.source, from: start + 1, to: end) ?? .variable, to: end)
  }

  private func dashed(_ scanner: inout Scanner) {
    let end = scanner.wordEnd(from: scanner.position + 1)
    let kind = Self.operators.kind(in: scanner.source, from: scanner.position + 1, to: end)
    scanner.take(kind ?? .attribute, to: end)
  }

  private func number(_ scanner: inout Scanner) {
    var end = scanner.wordEnd(from: scanner.position)
    if scanner.byte(at: end) == ".", scanner.byte(at: end + 1).isDigit { end = scanner.wordEnd(from: end + 1) }
    scanner.take(.number, to: end)
  }

  private func word(_ scanner: inout Scanner, followsDot: Bool) {
    let start = scanner.position
    var end = start
    var isCommand = false
    while scanner.byte(at: end).isWord || (scanner.byte(at: end) == "-" && scanner.byte(at: end + 1).isLetter) {
      if scanner.source[end] == "-" { isCommand = true }
      end += 1
    }
    if followsDot {
      scanner.take(scanner.byte(at: end) == "(" ? .function : .property, to: end)
    } else if isCommand {
      scanner.take(.function, to: end)
    } else if let entry = Self.words.entry(in: scanner.source, from: start, to: end) {
      scanner.take(entry.kind, to: end)
    } else {
      scanner.take(scanner.byte(at: end) == "(" ? .function : .plain, to: end)
    }
  }

  /// Up to the quote; variables and `$(…)` are code.
  private func string(_ scanner: inout Scanner) {
    scanner.take(.string, count: 1)
    while !scanner.isAtEnd {
      switch scanner.peek() {
      case "\"":
        let isDoubled = scanner.peek(1) == "\""
        scanner.take(isDoubled ? .escape : .string, count: isDoubled ? 2 : 1)
        if !isDoubled { return }
      default: inside(&scanner)
      }
    }
  }

  private func inside(_ scanner: inout Scanner) {
    switch scanner.peek() {
    case "`": scanner.take(.escape, count: 2)
    case "$" where scanner.peek(1) == "(" && scanner.depth < Scanner.deepest:
      let end = scanner.closing(from: scanner.position + 1)
      scanner.take(.escape, count: 2)
      scanner.within(end) { Self.lex(&$0) }
      scanner.take(.escape, count: 1)
    case "$" where scanner.startsPowerShellVariable(scanner.position): variable(&scanner)
    default: scanner.take(.string, count: 1)
    }
  }

  private func rawString(_ scanner: inout Scanner) {
    var end = scanner.position + 1
    while end < scanner.limit {
      if scanner.source[end] == "'" {
        if scanner.byte(at: end + 1) != "'" { break }
        end += 1
      }
      end += 1
    }
    scanner.take(.string, to: end + 1)
  }

  /// `@"` to a line that begins with `"@`.
  private func hereString(_ scanner: inout Scanner) {
    let isRaw = scanner.peek(1) == "'"
    let end = scanner.find(isRaw ? "\n'@".bytes : "\n\"@".bytes, from: scanner.position + 2) ?? scanner.limit
    if isRaw { return scanner.take(.string, to: end + 3) }
    scanner.take(.string, count: 2)
    while scanner.position < end { inside(&scanner) }
    scanner.take(.string, to: end + 3)
  }
}

extension Scanner {
  fileprivate func startsPowerShellVariable(_ index: Int) -> Bool {
    let next = byte(at: index + 1)
    return next.isWord || next == "{" || next == "_" || next == "?" || next == "$" || next == "^"
  }

  fileprivate func powerShellVariableEnd(from index: Int) -> Int {
    if byte(at: index + 1) == "{" {
      var end = index + 2
      while end < limit, source[end] != "}", !source[end].isLineEnd { end += 1 }
      return Swift.min(end + 1, limit)
    }
    var end = wordEnd(from: index + 1)
    if end == index + 1 { return index + 2 }
    if byte(at: end) == ":", byte(at: end + 1).isWordStart { end = wordEnd(from: end + 1) }
    return end
  }

  /// The end of `[Name.Of.Type[]]`; `index` itself where there is none (an index, an attribute with arguments).
  fileprivate func powerShellTypeEnd(from index: Int) -> Int {
    guard byte(at: index + 1).isLetter else { return index }
    var end = index + 1
    while byte(at: end).isWord || byte(at: end) == "." { end += 1 }
    if byte(at: end) == "[", byte(at: end + 1) == "]" { end += 2 }
    return byte(at: end) == "]" ? end + 1 : index
  }

  /// The bracket that closes the one at `index`, at most a few lines away.
  fileprivate func closing(from index: Int) -> Int {
    var nesting = 0
    var end = index
    while end < limit, end - index < 2000 {
      if source[end] == "(" { nesting += 1 }
      if source[end] == ")" {
        nesting -= 1
        if nesting == 0 { return end }
      }
      end += 1
    }
    return end
  }
}
