import Manuscript

extension SearchExtractor {
  /// A part is cut at the line that would make it longer (bytes)…
  static let partLimit = 8 * 1024
  /// …or at a section that begins after this.
  static let partAim = 6 * 1024

  private typealias Section = (start: Int, anchor: String, title: String)

  /// The words of an article in lines, with the sections they stand in.
  static func text(of article: Article) -> SearchText {
    var bytes: [UInt8] = []
    var sections: [Section] = []
    let facts = article.facts
    let outline = facts.outline
    var next = 0
    for (index, block) in article.body.enumerated() {
      if !bytes.isEmpty, bytes.last != 0x0A { bytes.append(0x0A) }
      let start = bytes.count
      PlainText.append(block, to: &bytes)
      while next < outline.count, outline[next].block <= index {
        let heading = outline[next]
        next += 1
        // A heading inside another block names the place where that block begins.
        if heading.block == index, !heading.id.isEmpty, bytes.count > start, sections.last?.start != start {
          sections.append((start, heading.id, heading.title))
        }
      }
    }
    for (index, footnote) in article.footnotes.enumerated() {
      if !bytes.isEmpty, bytes.last != 0x0A { bytes.append(0x0A) }
      if index == 0 { sections.append((bytes.count, "", "")) }
      PlainText.append(footnote.content, to: &bytes)
    }
    if bytes.last == 0x0A { bytes.removeLast() }
    let parts = bytes.withUnsafeBufferPointer { cut($0, sections) }
    return SearchText(bytes: bytes, parts: parts)
  }

  private static func cut(_ bytes: UnsafeBufferPointer<UInt8>, _ sections: [Section]) -> [SearchText.Part] {
    guard !bytes.isEmpty else { return [] }
    var parts: [SearchText.Part] = []
    var current = SearchText.Part(range: 0..<0, sections: [])
    var line = 0
    var next = 0
    var start = 0
    while start < bytes.count {
      let end = bytes.firstLineFeed(from: start)
      let isSection = next < sections.count && sections[next].start <= start
      let partStart = current.range.lowerBound
      let size = start - partStart
      if size > 0, size + end - start > partLimit || isSection && size > partAim {
        current.range = partStart..<start - 1
        parts.append(current)
        current = SearchText.Part(range: start..<start, sections: [])
        // What goes on in another part is still in its section.
        if next > 0, !isSection {
          let section = sections[next - 1]
          current.sections.append(.init(line: 0, anchor: section.anchor, title: section.title))
        }
        line = 0
      }
      while next < sections.count, sections[next].start <= start {
        let section = sections[next]
        let isHeading = bytes[start..<end].elementsEqual(section.title.utf8)
        current.sections.append(.init(line: line, anchor: section.anchor, title: isHeading ? "" : section.title))
        next += 1
      }
      line += 1
      start = end + 1
    }
    current.range = current.range.lowerBound..<bytes.count
    parts.append(current)
    return parts
  }
}
