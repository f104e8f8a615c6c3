internal import Diagnostics
package import Manuscript

/// Where the blocks of one article stand in its source and on the pages of both editions: what a preview needs to show the
/// two side by side and scroll them together.
///
/// Places in the source are byte ranges; `LineIndex` over the file's bytes makes lines of them.
package struct ArticleSourceMap: Hashable, Sendable {
  /// Relative to the source folder.
  package var path: String
  /// `ArticleFacts.fingerprint` of the source that was printed: another one means that ranges are out of date.
  package var fingerprint: UInt64
  /// At most one an edition; an edition that does not hold the article has none.
  package var maps: [SourceMap]
  /// Every id that a link may name, and where it is defined.
  package var anchors: [ArticleFacts.Anchor]

  package subscript(edition: Edition) -> SourceMap? { maps.first { $0.edition == edition } }
}

extension ArticleSourceMap {
  /// The part of one edition in the archive's form: pages as a table, ranges as steps from one to the next.
  static func encoded(_ map: SourceMap) -> [UInt8] {
    var writer = ByteWriter()
    var pages: [String] = []
    // Parts of an article follow each other.
    for entry in map.entries where pages.last != entry.page { pages.append(entry.page) }
    writer.list(pages) { $0.string($1) }
    writer.number(map.entries.count)
    var page = -1
    var start: Int64 = 0
    for entry in map.entries {
      let isNext = page < 0 || pages[page] != entry.page
      if isNext { page += 1 }
      // The lowest bit: the page changes here.
      writer.number(UInt64(entry.range.count) << 1 | (isNext ? 1 : 0))
      writer.signed(Int64(entry.range.start) - start)
      writer.number(entry.position)
      start = Int64(entry.range.start)
    }
    return writer.bytes
  }

  static func decoded(
    _ reader: inout ByteReader, path: String, edition: Edition
  ) throws(ByteReader.Damaged) -> SourceMap {
    let pages = try reader.list { (reader) throws(ByteReader.Damaged) in try reader.string() }
    var page = -1
    var start: Int64 = 0
    let entries = try reader.list { (reader) throws(ByteReader.Damaged) in
      let head = try reader.number()
      page += Int(head & 1)
      start &+= try reader.signed()
      guard pages.indices.contains(page), let first = UInt32(exactly: start),
        let end = UInt32(exactly: UInt64(first) + head >> 1)
      else { throw ByteReader.Damaged() }
      return SourceMap.Entry(
        range: .init(start: first, end: end), page: pages[page], position: try reader.int())
    }
    return SourceMap(path: path, edition: edition, entries: entries)
  }
}
