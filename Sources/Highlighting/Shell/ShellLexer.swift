/// Reads POSIX shell, bash and zsh.
struct ShellLexer {
  /// The next word is the name of a command, not an argument.
  var isCommand = true
  var heredocs: [(terminator: [UInt8], stripsTabs: Bool, expands: Bool)] = []
  /// In a Makefile `$(X)` is make's and `$$` is the shell's sign.
  var isRecipe = false

  /// Reads to the end of what may be read, or to the unmatched `close`, which it leaves.
  mutating func run(_ scanner: inout Scanner, until close: UInt8 = 0) {
    var nesting = 0
    while !scanner.isAtEnd {
      let start = scanner.position
      let byte = scanner.source[start]
      if close != 0 {
        if byte == close && nesting == 0 { return }
        if close == ")" && byte == "(" { nesting += 1 }
        if close == ")" && byte == ")" { nesting -= 1 }
      }
      step(&scanner, byte, start)
      if scanner.position == start { scanner.take(.plain, count: 1) }
    }
  }

  private mutating func step(_ scanner: inout Scanner, _ byte: UInt8, _ start: Int) {
    switch byte {
    case _ where byte.isBlank: scanner.take(.plain, to: scanner.skipSpaces(from: start))
    case .lineFeed, 0x0D: lineEnd(&scanner, byte)
    case "#" where scanner.isWordBoundary(start):
      scanner.take(.comment, to: scanner.commentLineEnd(from: start))
    case "'": quoted(&scanner)
    case "\"": doubleQuoted(&scanner)
    case "`": backquoted(&scanner)
    case "$": dollar(&scanner)
    case .backslash:
      scanner.take(.escape, count: 2)
    case "<" where scanner.peek(1) == "<" && scanner.peek(2) != "<": heredoc(&scanner)
    case "|", "&", ";", "(":
      scanner.take(byte == "(" ? .punctuation : .operator, count: 1)
      // `name=(a b)` lists words.
      isCommand = !(byte == "(" && start > 0 && scanner.source[start - 1] == "=")
    case "{" where isCommand:
      scanner.take(.punctuation, count: 1)
      isCommand = true
    case ")", "{", "}", "[", "]", ",":
      scanner.take(.punctuation, count: 1)
      if byte == ")" { isCommand = true }
    case "<", ">", "=", "!", "*", "?", "+", "^", "%", "~", ":": scanner.take(.operator, count: 1)
    case "-" where scanner.isWordBoundary(start) && (scanner.peek(1).isLetter || scanner.peek(1) == "-"):
      scanner.take(.attribute, to: scanner.shellWordEnd(from: start, stops: .of("=")))
      isCommand = false
    default: word(&scanner)
    }
  }

  private mutating func lineEnd(_ scanner: inout Scanner, _ byte: UInt8) {
    scanner.take(.plain, count: 1)
    guard byte == .lineFeed else { return }
    isCommand = true
    if !heredocs.isEmpty { heredocBodies(&scanner) }
    // Authors show what to type after a prompt, and prompts are not typed.
    if scanner.peek() == "$", scanner.peek(1) == " " { scanner.take(.preprocessor, count: 1) }
  }

  private mutating func word(_ scanner: inout Scanner) {
    let start = scanner.position
    let end = max(scanner.shellWordEnd(from: start, stops: .of("=")), start + 1)
    let nameEnd = scanner.nameEnd(from: start)
    let next = scanner.byte(at: nameEnd)
    if nameEnd > start, next == "=" || (next == "+" && scanner.byte(at: nameEnd + 1) == "=") || next == "[",
      isCommand || next == "=", scanner.isAssignment(nameEnd)
    {
      scanner.take(.variable, to: nameEnd)
      return
    }
    if next == "(", scanner.byte(at: nameEnd + 1) == ")", isCommand {
      scanner.take(.function, to: nameEnd)
      return
    }
    if end == nameEnd || scanner.byte(at: nameEnd) == "=",
      let kind = ShellLexer.words.kind(in: scanner.source, from: start, to: nameEnd),
      isCommand || scanner.isReservedInside(start, nameEnd)
    {
      scanner.take(kind, to: nameEnd)
      isCommand = kind == .keyword && !scanner.endsWith("in", nameEnd) && !scanner.endsWith("for", nameEnd)
      return
    }
    if scanner.source[start].isDigit, scanner.isNumber(from: start, to: end) {
      scanner.take(.number, to: end)
    } else {
      scanner.take(isCommand ? .function : .plain, to: end)
    }
    isCommand = false
  }

  static let words = WordTable([
    .keyword:
      "case coproc do done elif else esac fi for function if in select then time until while return break continue",
    .type: """
    alias bg bind builtin caller cd command compgen complete declare dirs disown echo enable eval exec exit export
    false fc fg getopts hash help history jobs kill let local logout popd printf pushd pwd read readonly set shift shopt
    source suspend test times trap true type typeset ulimit umask unalias unset wait
    """,
  ])
}
