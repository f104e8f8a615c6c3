import Diagnostics

/// The bytes of all raw HTML of one line or column, one after another, and where each of them stands in the file.
///
/// Pieces inside a quote or list lack their lines' prefixes, so each line may move by its own distance: every line is
/// laid against the end of its source line.
struct HTMLSource {
  private struct Segment {
    var offset: Int
    var source: Int
    /// No byte of the segment stands at or behind this.
    var limit: Int
  }

  private(set) var bytes: [UInt8] = []
  private var segments: [Segment] = []
  let file: [UInt8]

  init(file: [UInt8]) { self.file = file }

  mutating func append(_ piece: [UInt8], at range: SourceRange) {
    let start = min(Int(range.start), file.count)
    let base = bytes.count
    bytes += piece
    let end = start + piece.count
    if end <= file.count, file[start..<end].elementsEqual(piece) {
      segments.append(Segment(offset: base, source: start, limit: end))
      return
    }
    appendLines(of: piece, base: base, from: start, to: min(Int(range.end), file.count))
  }

  private mutating func appendLines(of piece: [UInt8], base: Int, from start: Int, to limit: Int) {
    var position = 0
    var source = start
    while position < piece.count {
      let end = Self.lineEnd(piece, position, piece.count)
      let sourceEnd = Self.lineEnd(file, source, limit)
      let candidate = sourceEnd - (end - position)
      let fits = candidate >= source && file[candidate..<sourceEnd].elementsEqual(piece[position..<end])
      segments.append(Segment(offset: base + position, source: fits ? candidate : source, limit: sourceEnd))
      position = end + 1
      source = min(sourceEnd + 1, limit)
    }
  }

  // A carriage return before the line feed counts as part of the line: it stands in both.
  private static func lineEnd(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int {
    var position = start
    while position < limit, bytes[position] != 0x0A { position += 1 }
    return position
  }

  /// Where a range of `bytes` stands in the file.
  func range(_ range: Range<Int>) -> SourceRange {
    if range.isEmpty {
      let position = offset(range.lowerBound)
      return SourceRange(position..<position)
    }
    let start = offset(range.lowerBound)
    // The library may have put in the line feed that the last line lacks.
    return SourceRange(start..<max(start, min(offset(range.upperBound - 1) + 1, file.count)))
  }

  private func offset(_ offset: Int) -> Int {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return segments.first?.source ?? 0 }
    let segment = segments[low - 1]
    return min(segment.source + offset - segment.offset, segment.limit)
  }
}
