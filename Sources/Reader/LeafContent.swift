/// The text of one leaf block as the library parsed it, and where each of its bytes stands in the source.
///
/// A paragraph's content is its lines without the prefixes of the containers around it, so every line moves by its
/// own distance. The library's columns are right for the first line only; here the distances are found by laying each
/// line of the content against the end of its source line.
struct LeafContent {
  private struct Segment {
    /// Offset in the content from which the distance holds.
    var content: Int
    var source: Int
  }

  let bytes: UnsafeBufferPointer<UInt8>
  /// The segment of the last answer: questions come in nearly ascending order.
  private var current: Segment
  /// All segments but the first, of which most leaves have none.
  private var further: [Segment] = []
  private var first: Segment
  /// Index of `current` in `further`; -1 for the first.
  private var index = -1

  /// One line that begins at `source`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at source: Int) {
    self.bytes = bytes
    first = Segment(content: 0, source: source)
    current = first
  }

  /// Lines that begin at the source line `line`, the first of them at `first`.
  init(
    _ content: UnsafeBufferPointer<UInt8>, at first: Int, line: Int, source: UnsafeBufferPointer<UInt8>,
    lines: LineTable
  ) {
    self.init(content, at: first)
    var end = Self.lineEnd(content, 0)
    var line = line
    if !Self.starts(content, end, at: first, source) {
      // Link definitions at the head of a paragraph are taken out of its content: look for the line that is left.
      while line < lines.count, !Self.isLine(content, 0..<end, line, source, lines) { line += 1 }
      self.first.source = max(lines.end(line) - end, lines.start(line))
      current = self.first
    }
    while end + 1 < content.count {
      let position = end + 1
      end = Self.lineEnd(content, position)
      line += 1
      let candidate = lines.end(line) - (end - position)
      let isHere =
        candidate >= lines.start(line)
        && ByteRun.equal(content, position, source, candidate, count: end - position)
      let start = isHere ? candidate : Self.indented(source, lines.start(line), lines.end(line))
      further.append(Segment(content: position, source: start))
    }
  }

  /// A cell's content: `\|` in the source is `|` here.
  init(cell content: UnsafeBufferPointer<UInt8>, at source: Int, in all: UnsafeBufferPointer<UInt8>) {
    self.init(content, at: source)
    guard ByteRun.firstIndex(of: 0x7C, in: content, 0..<content.count) != nil else { return }
    var from = source
    for position in 0..<content.count {
      guard from + 1 < all.count else { break }
      if content[position] == 0x7C, all[from] == 0x5C, all[from + 1] == 0x7C {
        from += 1
        further.append(Segment(content: position, source: from))
      }
      from += 1
    }
  }

  /// The source offset of a byte of the content.
  mutating func source(_ offset: Int) -> Int {
    while index + 1 < further.count, further[index + 1].content <= offset {
      index += 1
      current = further[index]
    }
    while index >= 0, current.content > offset {
      index -= 1
      current = index < 0 ? first : further[index]
    }
    return current.source + offset - current.content
  }

  /// The source bytes of a range of the content; line prefixes at its end do not belong to it.
  mutating func source(_ range: Range<Int>) -> Range<Int> {
    if range.isEmpty {
      let position = source(range.lowerBound)
      return position..<position
    }
    let start = source(range.lowerBound)
    return start..<max(start, source(range.upperBound - 1) + 1)
  }

  // The library ends every line of a content with a line feed, whatever the source has.
  private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    ByteRun.firstIndex(of: 0x0A, in: bytes, start..<bytes.count) ?? bytes.count
  }

  private static func starts(
    _ content: UnsafeBufferPointer<UInt8>, _ end: Int, at offset: Int, _ source: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    offset >= 0 && offset + end <= source.count && ByteRun.equal(content, 0, source, offset, count: end)
      && (offset + end == source.count || source[offset + end] <= 0x23)
  }

  // Whether a line holds this and else only what stands before a line's content in lists and quotes.
  private static func isLine(
    _ content: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ line: Int, _ source: UnsafeBufferPointer<UInt8>,
    _ lines: LineTable
  ) -> Bool {
    let start = lines.end(line) - range.count
    return start >= lines.start(line)
      && ByteRun.equal(content, range.lowerBound, source, start, count: range.count)
      && (lines.start(line)..<start).allSatisfy { ByteRun.isBlank(source[$0]) || source[$0] == 0x3E }
  }

  private static func indented(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var position = start
    while position < end, ByteRun.isBlank(source[position]) { position += 1 }
    return position
  }
}
