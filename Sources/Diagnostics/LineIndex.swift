/// Byte offsets of one file as lines and columns: built once, asked often.
///
/// Lines end at LF, CRLF or a lone CR, as in CommonMark. Columns count characters (Unicode scalars, as ruff and
/// rustc count them) from 1; a byte order mark is no character. Ill-formed bytes never trap.
package struct LineIndex: Sendable {
  package struct Position: Hashable, Sendable {
    /// From 1.
    package var line: Int
    /// From 1.
    package var column: Int
    package init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// Offset of each line's first byte; the first line begins behind a byte order mark.
  private let starts: [Int]
  /// How many characters begin before each multiple of `stride` bytes: keeps a column cheap in a line of megabytes.
  private let counts: [Int]
  private let bytes: [UInt8]
  private static let stride = 512

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    var counts: [Int] = []
    counts.reserveCapacity(bytes.count / Self.stride + 1)
    var characters = 0
    for (offset, byte) in bytes.enumerated() {
      if offset % Self.stride == 0 { counts.append(characters) }
      if byte & 0xC0 != 0x80 { characters += 1 }
      switch byte {
      case 0x0A: starts.append(offset + 1)
      case 0x0D where offset + 1 == bytes.count || bytes[offset + 1] != 0x0A: starts.append(offset + 1)
      default: break
      }
    }
    self.starts = starts
    self.counts = counts
  }

  package var lineCount: Int { starts.count }

  /// Where a byte stands; offsets beyond the end are the end's.
  package func position(of offset: Int) -> Position {
    let offset = min(max(offset, starts[0]), bytes.count)
    let line = line(of: offset)
    return Position(line: line, column: characters(before: offset) - characters(before: starts[line - 1]) + 1)
  }

  /// The bytes of a line without its end; empty for a line that does not exist.
  package func bounds(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return bytes.count..<bytes.count }
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : bytes.count
    if line < starts.count {
      end -= 1
      if end > start, bytes[end] == 0x0A, bytes[end - 1] == 0x0D { end -= 1 }
    }
    return start..<max(start, end)
  }

  private func line(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// How many characters begin before a byte.
  private func characters(before offset: Int) -> Int {
    let block = min(offset / Self.stride, counts.count - 1)
    guard block >= 0 else { return 0 }
    var count = counts[block]
    for index in (block * Self.stride)..<offset where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
