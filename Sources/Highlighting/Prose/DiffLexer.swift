/// Reads differences between files, unified or in the context form, with what `git` writes around them.
struct DiffLexer {
  static func lex(_ scanner: inout Scanner) {
    while !scanner.isAtEnd {
      let start = scanner.position
      let end = scanner.commentLineEnd(from: start)
      scanner.take(kind(scanner, start), to: end)
      scanner.take(.plain, to: scanner.lineEnd(from: end) + 1)
    }
  }

  private static func kind(_ scanner: Scanner, _ start: Int) -> Token.Class {
    switch scanner.byte(at: start) {
    case "+": scanner.has("+++ ".bytes, at: start) ? .heading : .inserted
    case "-": scanner.has("--- ".bytes, at: start) ? .heading : .deleted
    case ">": .inserted
    case "<": .deleted
    case "!": .inserted
    case "@": .heading
    case "\\": .comment
    case "=": .heading
    case _ where headings.contains { scanner.has($0, at: start) }: .heading
    default: .plain
    }
  }

  private static let headings = [
    "diff ", "index ", "Index: ", "new file mode", "deleted file mode", "old mode", "new mode", "similarity index",
    "rename ", "copy ", "*** ", "Binary files", "Only in ",
  ].map(\.bytes)
}
