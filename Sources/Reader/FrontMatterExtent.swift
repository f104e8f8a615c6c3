import Diagnostics

/// Where the front matter of a file stands.
struct FrontMatterExtent: Hashable, Sendable {
  enum Format: String, Hashable, Sendable {
    case yaml = "YAML"
    case toml = "TOML"
    case json = "JSON"

    /// The line that closes it.
    var closing: String {
      switch self {
      case .yaml: "---"
      case .toml: "+++"
      case .json: "}"
      }
    }
  }

  var format: Format
  /// The three signs that open it, or the brace.
  var opening: Range<Int>
  /// What lies between the two fences (for JSON: braces included, as far as is known before reading it).
  var content: Range<Int>
  /// The first byte of the article's body.
  var bodyStart: Int
  var isClosed: Bool

  /// The offset at which a file's text begins: behind a byte order mark.
  static func textStart(_ file: [UInt8]) -> Int { file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// nil when the file has no front matter.
  ///
  /// A file that begins with a fence which is never closed has front matter only where keys follow at once: a lone
  /// `---` is a thematic break. It is then taken to reach up to the first blank line.
  static func find(in file: [UInt8]) -> FrontMatterExtent? {
    let start = textStart(file)
    guard start + 1 < file.count else { return nil }
    switch file[start] {
    case UInt8(ascii: "-"): return fenced(.yaml, UInt8(ascii: "-"), in: file, from: start)
    case UInt8(ascii: "+"): return fenced(.toml, UInt8(ascii: "+"), in: file, from: start)
    case UInt8(ascii: "{"): return json(in: file, from: start)
    default: return nil
    }
  }

  private static func fenced(
    _ format: Format, _ sign: UInt8, in file: [UInt8], from start: Int
  ) -> FrontMatterExtent? {
    guard let first = file.fenceEnd(sign, at: start) else { return nil }
    let opening = start..<start + 3
    var line = first
    var blank: Int?
    while line < file.count {
      let end =
        file.fenceEnd(sign, at: line) ?? (format == .yaml ? file.fenceEnd(UInt8(ascii: "."), at: line) : nil)
      if let end {
        return FrontMatterExtent(
          format: format, opening: opening, content: first..<line, bodyStart: end, isClosed: true)
      }
      let next = file.nextLine(after: line)
      if blank == nil, file[line..<next].allSatisfy(\.isBlankOrLineEnd) { blank = line }
      line = next
    }
    let end = blank ?? file.count
    guard end > first, file.looksLikeKey(in: first..<end) else { return nil }
    return FrontMatterExtent(format: format, opening: opening, content: first..<end, bodyStart: end, isClosed: false)
  }

  /// An object whose first thing is a key (or nothing): not Liquid (`{{`, `{%`), not an attribute list (`{:`).
  private static func json(in file: [UInt8], from start: Int) -> FrontMatterExtent? {
    guard let next = file[(start + 1)...].first(where: { !$0.isBlankOrLineEnd }),
      next == UInt8(ascii: "\"") || next == UInt8(ascii: "}")
    else { return nil }
    return FrontMatterExtent(
      format: .json, opening: start..<start + 1, content: start..<file.count, bodyStart: file.count, isClosed: true)
  }
}

extension [UInt8] {
  /// The offset behind the line end of the line that begins here.
  func nextLine(after start: Int) -> Int {
    (self[start...].firstIndex(of: UInt8(ascii: "\n")) ?? count - 1) + 1
  }

  /// The offset behind a line of exactly three signs and blanks; nil when the line is none.
  func fenceEnd(_ sign: UInt8, at start: Int) -> Int? {
    guard start + 3 <= count, self[start] == sign, self[start + 1] == sign, self[start + 2] == sign else { return nil }
    var index = start + 3
    while index < count {
      switch self[index] {
      case 0x20, 0x09, 0x0D: index += 1
      case 0x0A: return index + 1
      default: return nil
      }
    }
    return index
  }

  /// Whether a range begins with `key:`, `key =`, `[table]` or a comment.
  fileprivate func looksLikeKey(in range: Range<Int>) -> Bool {
    let name = self[range].prefix { $0.isKeyCharacter }
    let rest = self[name.endIndex..<range.upperBound].drop { $0 == 0x20 || $0 == 0x09 }
    switch rest.first {
    case UInt8(ascii: ":"), UInt8(ascii: "="): return !name.isEmpty
    case UInt8(ascii: "#"), UInt8(ascii: "["): return name.isEmpty
    case 0xEF: return !name.isEmpty && rest.starts(with: [0xEF, 0xBC, 0x9A])
    default: return false
    }
  }
}
