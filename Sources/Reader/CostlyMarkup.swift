/// Markup for which the parser would need far more time or memory than a text of its length should: found by one pass over
/// the bytes, so that no article can hold up a build (16 KB of it took a gigabyte).
///
/// Everything that grows so in cmark-gfm 0.29.0.gfm.6 stands in one paragraph or table, which no blank line interrupts:
/// stretches between blank lines are looked at one by one, and only those long enough to matter.
struct CostlyMarkup {
  /// What there is too much of; `Vocabulary` has the words.
  enum Kind: String {
    /// Of a table: its rows are searched from the first column for each.
    case columns = "table-columns"
    /// Rows shorter than their head are filled up.
    case cells = "table-cells"
    /// Lines that might begin a table: each is held against all of the paragraph before it.
    case heads = "table-heads"
    /// Links inside images: each walks over all images that are open.
    case images = "open-images"
  }

  /// Columns of a table.
  static let columnLimit = 512
  /// Cells that are filled up; and never more than the stretch has bytes.
  static let cellLimit = 100_000
  /// Bytes of paragraphs that are read again for lines that might begin a table.
  static let headLimit = 4 << 20
  /// Beginnings of images times closing brackets.
  static let imageLimit = 1 << 25
  /// A stretch shorter than this is below all limits.
  private static let harmless = 800
  /// So is one without a pipe that is shorter than this: it has one column, and fewer lines and brackets than it takes.
  private static let harmlessWithoutPipe = 2048

  /// The first stretch with too much of something.
  static func first(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> (kind: Kind, range: Range<Int>)? {
    var stretch = start
    var line = start
    while line < text.count {
      let end = ByteRun.firstIndex(of: 0x0A, in: text, line..<text.count) ?? text.count
      if isBlank(text, line..<end) {
        if line - stretch > harmless, let kind = judge(text, stretch..<line) { return (kind, stretch..<line) }
        stretch = end + 1
      }
      line = end + 1
    }
    guard text.count - stretch > harmless, let kind = judge(text, stretch..<text.count) else { return nil }
    return (kind, stretch..<text.count)
  }

  private static func isBlank(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    for index in line {
      switch text[index] {
      case 0x20, 0x09, 0x0D, UInt8(ascii: ">"): continue
      default: return false
      }
    }
    return true
  }

  private static func judge(_ text: UnsafeBufferPointer<UInt8>, _ stretch: Range<Int>) -> Kind? {
    if stretch.count < harmlessWithoutPipe, ByteRun.firstIndex(of: UInt8(ascii: "|"), in: text, stretch) == nil {
      return nil
    }
    if isFenced(text, stretch) { return nil }
    var columns = 0
    var missing = 0
    var reread = 0
    var images = 0
    var brackets = 0
    var start = stretch.lowerBound
    while start < stretch.upperBound {
      var pipes = 0
      var runs = 0
      var hasColon = false
      var isHead = true
      var index = start
      // The library takes a carriage return for the end of a line as well.
      while index < stretch.upperBound, text[index] != 0x0A, text[index] != 0x0D {
        switch text[index] {
        case UInt8(ascii: "|"): pipes += 1
        case UInt8(ascii: "-"): if index == start || text[index - 1] != UInt8(ascii: "-") { runs += 1 }
        case UInt8(ascii: ":"): hasColon = true
        case 0x09, 0x0B, 0x0C, 0x20, UInt8(ascii: ">"): break
        case UInt8(ascii: "]"):
          brackets += 1
          isHead = false
        case UInt8(ascii: "!"):
          if index + 1 < stretch.upperBound, text[index + 1] == UInt8(ascii: "[") { images += 1 }
          isHead = false
        default: isHead = false
        }
        index += 1
      }
      missing += max(0, columns - pipes - 1)
      // A run of dashes for each column; without a pipe or a colon it is a rule, or underlines a heading.
      if isHead, runs > 0, runs <= pipes + 1, pipes > 0 || hasColon {
        columns = max(columns, pipes + 1)
        reread += start - stretch.lowerBound
      }
      start = index + 1
    }
    if columns > columnLimit { return .columns }
    if missing > cellLimit, missing > stretch.count { return .cells }
    if reread > headLimit { return .heads }
    return images * brackets > imageLimit ? .images : nil
  }

  /// Whether all of a stretch is the inside of one fence: there nothing is markup.
  private static func isFenced(_ text: UnsafeBufferPointer<UInt8>, _ stretch: Range<Int>) -> Bool {
    guard let sign = fence(text, stretch.lowerBound, stretch.upperBound) else { return false }
    var line = stretch.lowerBound
    while line < stretch.upperBound {
      var end = line
      while end < stretch.upperBound, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
      // A fence may close here; only blank signs and the end may follow.
      if line > stretch.lowerBound, fence(text, line, end) == sign { return end + 2 >= stretch.upperBound }
      if line == stretch.lowerBound, sign == UInt8(ascii: "`"),
        text[line..<end].drop(while: { $0 == 0x20 })
          .drop(while: { $0 == sign }).contains(sign)
      {
        return false
      }
      line = end + 1
    }
    return true
  }

  /// The sign of a fence that a line begins with, at most three blanks in.
  private static func fence(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt8? {
    var index = start
    while index < end, index - start < 3, text[index] == 0x20 { index += 1 }
    guard index + 2 < end, text[index] == UInt8(ascii: "`") || text[index] == UInt8(ascii: "~") else { return nil }
    return text[index + 1] == text[index] && text[index + 2] == text[index] ? text[index] : nil
  }
}
