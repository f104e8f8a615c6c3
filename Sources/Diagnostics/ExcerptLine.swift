/// One line of a source as a terminal can show it: every character knows its bytes and its columns.
struct ExcerptLine {
  /// What one character becomes.
  struct Cell {
    /// Bytes of the source.
    var range: Range<Int>
    /// Safe to print; a tab is spaces.
    var text: String
    /// Columns.
    var width: Int
  }

  private(set) var cells: [Cell] = []
  /// Whether the line goes on beyond the bytes that were taken.
  var isCutBefore = false
  var isCutAfter = false

  static let tabWidth = 4
  /// Bytes taken before and after the place that matters: enough for any terminal, little enough for a line of megabytes.
  private static let reach = 1024

  /// The characters of a line (bytes `bounds`) around `focus`.
  init(_ bytes: [UInt8], bounds: Range<Int>, focus: Range<Int>) {
    let markedEnd = min(focus.upperBound, focus.lowerBound + Self.reach)
    var start = max(bounds.lowerBound, min(focus.lowerBound, bounds.upperBound) - Self.reach)
    var end = min(bounds.upperBound, max(bounds.lowerBound, markedEnd) + Self.reach)
    // Not through the middle of a character, which has at most three bytes behind its first.
    for _ in 0..<3 where start > bounds.lowerBound && bytes[start] & 0xC0 == 0x80 { start -= 1 }
    for _ in 0..<3 where end < bounds.upperBound && bytes[end] & 0xC0 == 0x80 { end += 1 }
    isCutBefore = start > bounds.lowerBound
    isCutAfter = end < bounds.upperBound
    decode(bytes[start..<end])
  }

  private mutating func decode(_ bytes: ArraySlice<UInt8>) {
    var text = ""
    // Where each scalar of `text` begins.
    var offsets: [Int] = []
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = bytes.startIndex
    parsing: while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        text.unicodeScalars.append(Unicode.UTF8.decode(encoded))
        offsets.append(offset)
        offset += encoded.count
      case .error(let length):
        text.unicodeScalars.append("\u{FFFD}")
        offsets.append(offset)
        offset += length
      case .emptyInput: break parsing
      }
    }
    offsets.append(offset)
    var scalar = 0
    var column = 0
    for character in text {
      let count = character.unicodeScalars.count
      let range = offsets[scalar]..<offsets[scalar + count]
      scalar += count
      let shown: String
      if character == "\t" {
        shown = String(repeating: " ", count: Self.tabWidth - column % Self.tabWidth)
      } else {
        shown = PrintableText.safe(String(character))
      }
      let width = DisplayWidth.of(shown)
      column += width
      cells.append(Cell(range: range, text: shown, width: width))
    }
  }

  /// Keeps at most `columns` columns, those of `focus` before all others.
  mutating func clip(to columns: Int, around focus: Range<Int>) {
    let total = cells.reduce(0) { $0 + $1.width }
    guard total > columns, columns > 0 else { return }
    var low = cells.firstIndex { $0.range.upperBound > focus.lowerBound } ?? cells.count
    var high = low
    var used = 0
    // The marked characters first, then context on both sides in turn.
    while high < cells.count, cells[high].range.lowerBound < focus.upperBound, used + cells[high].width <= columns {
      used += cells[high].width
      high += 1
    }
    while true {
      let before = low > 0 && used + cells[low - 1].width <= columns
      if before {
        low -= 1
        used += cells[low].width
      }
      let after = high < cells.count && used + cells[high].width <= columns
      if after {
        used += cells[high].width
        high += 1
      }
      if !before, !after { break }
    }
    isCutBefore = isCutBefore || low > 0
    isCutAfter = isCutAfter || high < cells.count
    cells = Array(cells[low..<high])
  }

  var text: String { cells.reduce(into: "") { $0 += $1.text } }

  /// The columns before the first marked one, and how many are marked (at least one).
  func mark(_ focus: Range<Int>) -> (indent: Int, width: Int) {
    var indent = 0
    var width = 0
    for cell in cells {
      if cell.range.upperBound <= focus.lowerBound {
        indent += cell.width
      } else if cell.range.lowerBound < max(focus.upperBound, focus.lowerBound + 1) {
        width += cell.width
      }
    }
    return (indent, focus.isEmpty ? 1 : max(1, width))
  }
}
