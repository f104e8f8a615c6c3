/// A place in the source that a page asks to be opened.
struct SourcePlace: Hashable, Sendable {
  /// Relative to the source folder.
  var file: String
  /// From 1.
  var line: Int
  var column: Int

  /// - Parameter query: `?file=content/a.md&line=3&column=1`.
  /// - Returns: nil for anything but a path that stays inside of the folder.
  init?(query: String) {
    let fields = QueryText(query)
    guard let file = fields["file"], file.utf8.count < 4096, !file.utf8.contains(0) else { return nil }
    let segments = file.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard segments.allSatisfy({ !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }) else {
      return nil
    }
    self.file = file
    line = max(1, fields["line"].flatMap { Int($0) } ?? 1)
    column = max(1, fields["column"].flatMap { Int($0) } ?? 1)
  }
}
