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
  private var segments: [Segment] = []
  /// The segment of the last answer: questions come in nearly ascending order.
  private var current = 0

  /// One line that begins at `source`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at source: Int) {
    self.bytes = bytes
    segments = [Segment(content: 0, source: source)]
  }

  /// Lines that begin at the source line `line`, the first of them at `first`.
  init(
    _ content: UnsafeBufferPointer<UInt8>, at first: Int, line: Int, source: UnsafeBufferPointer<UInt8>,
    lines: LineTable
  ) {
    bytes = content
    var line = line
    var position = 0
    // Link definitions at the head of a paragraph are taken out of its content: look for the line that is left.
    var start: Int? = Self.starts(content, Self.lineEnd(content, 0), at: first, source) ? first : nil
    while position < content.count {
      let end = Self.lineEnd(content, position)
      while start == nil, line <= lines.count {
        let candidate = lines.end(line) - (end - position)
        if candidate >= lines.start(line), Self.equal(content, position..<end, source, candidate),
          !segments.isEmpty || Self.isPrefix(source, lines.start(line)..<candidate)
        {
          start = candidate
        } else if segments.isEmpty {
          line += 1
        } else {
          break
        }
      }
      segments.append(
        Segment(content: position, source: start ?? Self.indented(source, lines.start(line), lines.end(line))))
      position = end
      if position < content.count, content[position] == 0x0D { position += 1 }
      if position < content.count, content[position] == 0x0A { position += 1 }
      if position == end { break }
      line += 1
      start = nil
    }
    if segments.isEmpty { segments = [Segment(content: 0, source: first)] }
  }

  /// A cell's content: `\|` in the source is `|` here.
  init(cell content: UnsafeBufferPointer<UInt8>, at source: Int, in all: UnsafeBufferPointer<UInt8>) {
    bytes = content
    segments = [Segment(content: 0, source: source)]
    var from = source
    for position in 0..<content.count {
      guard from + 1 < all.count else { break }
      if content[position] == 0x7C, all[from] == 0x5C, all[from + 1] == 0x7C {
        from += 1
        segments.append(Segment(content: position, source: from))
      }
      from += 1
    }
  }

  /// The source offset of a byte of the content.
  mutating func source(_ offset: Int) -> Int {
    while current + 1 < segments.count, segments[current + 1].content <= offset { current += 1 }
    while current > 0, segments[current].content > offset { current -= 1 }
    return segments[current].source + offset - segments[current].content
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

  private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var position = start
    while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
    return position
  }

  private static func starts(
    _ content: UnsafeBufferPointer<UInt8>, _ end: Int, at offset: Int, _ source: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    offset >= 0 && offset + end <= source.count && equal(content, 0..<end, source, offset)
      && (offset + end == source.count || source[offset + end] <= 0x23)
  }

  // Whether there is nothing but what stands before a line's content in lists and quotes.
  private static func isPrefix(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    range.allSatisfy { ByteRun.isBlank(source[$0]) || source[$0] == 0x3E }
  }

  private static func equal(
    _ left: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ right: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Bool {
    ByteRun.equal(left, range.lowerBound, right, start, count: range.count)
  }

  private static func indented(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var position = start
    while position < end, source[position] == 0x20 || source[position] == 0x09 { position += 1 }
    return position
  }
}
