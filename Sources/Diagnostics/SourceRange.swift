/// A half-open range of byte offsets into one source file.
///
/// Offsets count bytes from the very start of the file, front matter and byte order mark included. Line and column
/// are computed only when a diagnostic is printed (see `LineIndex`).
package struct SourceRange: Hashable, Sendable {
  /// Offset of the first byte.
  package var start: UInt32
  /// Offset one past the last byte; never below `start`.
  package var end: UInt32

  package init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = max(start, end)
  }

  package init(_ range: Range<Int>) {
    self.init(start: UInt32(clamping: range.lowerBound), end: UInt32(clamping: range.upperBound))
  }

  /// The beginning of a file: where a diagnostic about a whole file points.
  package static let fileStart = SourceRange(start: 0, end: 0)

  package var count: Int { Int(end - start) }
  package var bounds: Range<Int> { Int(start)..<Int(end) }

  /// The smallest range that covers both.
  package func union(_ other: SourceRange) -> SourceRange {
    SourceRange(start: min(start, other.start), end: max(end, other.end))
  }
}
