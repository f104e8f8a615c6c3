/// Marks of lines that an author writes into the code itself, as VitePress reads them: a comment `[!code ++]`, `[!code --]`,
/// `[!code highlight]` (also `hl`, `focus`, `warning`, `error`), with `:3` for three lines.
///
/// The comment is taken out of the code. Where it stands alone its line goes too, and the mark is the next line's.
/// `[!!code ++]` is printed as `[!code ++]`, for those who write about it.
struct CodeLineMarks {
  private(set) var text: [UInt8] = []
  /// 1-based numbers of lines of `text`, sorted.
  private(set) var highlighted: [Int] = []
  private(set) var inserted: [Int] = []
  private(set) var deleted: [Int] = []

  private static let sign = Array("[!code ".utf8)
  private static let quoted = Array("[!!code ".utf8)
  private static let openers = ["<!--", "{/*", "/*", "//", "--", "#", ";", "%", "\""].map { Array($0.utf8) }
  private static let closers = ["*/}", "*/", "-->"].map { Array($0.utf8) }
  /// Lines beyond this are not asked for by anybody.
  private static let lineLimit = 1000

  /// nil when there is no mark, which is nearly always so.
  init?(_ source: [UInt8]) {
    guard source.withUnsafeBufferPointer({ ByteRun.contains(0x5B, 0x21, in: $0, 0..<$0.count) }),
      Self.find(Self.sign, in: source[...]) != nil || Self.find(Self.quoted, in: source[...]) != nil
    else {
      return nil
    }
    text.reserveCapacity(source.count)
    var line = 1
    var start = 0
    while start < source.count {
      let end = source[start...].firstIndex(of: 0x0A) ?? source.count
      if let mark = Mark(source[start..<end]) {
        let lines = line...(line + mark.count - 1)
        switch mark.kind {
        case .highlighted: highlighted += lines
        case .inserted: inserted += lines
        case .deleted: deleted += lines
        }
        if mark.rest.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) {
          text += mark.rest
          if end < source.count { text.append(0x0A) }
          line += 1
        }
      } else {
        appendUnquoted(source[start..<end])
        if end < source.count { text.append(0x0A) }
        line += 1
      }
      start = end + 1
    }
    highlighted = Self.below(line, highlighted)
    inserted = Self.below(line, inserted)
    deleted = Self.below(line, deleted)
  }

  private mutating func appendUnquoted(_ line: ArraySlice<UInt8>) {
    var rest = line
    while let index = Self.find(Self.quoted, in: rest) {
      text += rest[..<index] + Self.sign
      rest = rest[(index + Self.quoted.count)...]
    }
    text += rest
  }

  private static func below(_ end: Int, _ lines: [Int]) -> [Int] { Set(lines).filter { $0 < end }.sorted() }

  private static func find(_ sign: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    var from = bytes.startIndex
    while let bracket = bytes[from...].firstIndex(of: 0x5B) {
      if bytes[bracket...].starts(with: sign) { return bracket }
      from = bracket + 1
    }
    return nil
  }

  /// The mark of one line.
  private struct Mark {
    enum Kind { case highlighted, inserted, deleted }

    var kind: Kind
    /// How many lines it is for.
    var count = 1
    /// The line without the comment.
    var rest: [UInt8]

    init?(_ line: ArraySlice<UInt8>) {
      guard let start = CodeLineMarks.find(CodeLineMarks.sign, in: line),
        let end = line[start...].firstIndex(of: 0x5D)
      else { return nil }
      let words = line[(start + CodeLineMarks.sign.count)..<end].split(
        separator: 0x3A, omittingEmptySubsequences: false)
      switch words.first.map({ String(decoding: $0, as: UTF8.self) }) {
      case "++": kind = .inserted
      case "--": kind = .deleted
      case "highlight", "hl", "focus", "warning", "error": kind = .highlighted
      default: return nil
      }
      if words.count > 1 {
        guard words.count == 2, let count = Int(String(decoding: words[1], as: UTF8.self)),
          (1...CodeLineMarks.lineLimit).contains(count)
        else { return nil }
        self.count = count
      }
      // The comment around it; what is no comment is code.
      var before = line[..<start].trimmingBlanksAtEnd
      guard let opener = CodeLineMarks.openers.first(where: { before.suffix($0.count).elementsEqual($0) }) else {
        return nil
      }
      before = before.dropLast(opener.count)
      var after = line[(end + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
      if let closer = CodeLineMarks.closers.first(where: { after.starts(with: $0) }) {
        after = after.dropFirst(closer.count)
      }
      rest = Array(before.trimmingBlanksAtEnd + after)
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate var trimmingBlanksAtEnd: ArraySlice<UInt8> {
    var end = endIndex
    while end > startIndex, self[end - 1] == 0x20 || self[end - 1] == 0x09 { end -= 1 }
    return self[..<end]
  }
}
