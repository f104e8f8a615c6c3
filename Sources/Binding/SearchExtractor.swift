package import Manuscript

/// What one article gives to the index.
package struct SearchExtract: Sendable {
  /// One a part of its text; the first has the title and the tags as well.
  var blocks: [SearchTermBlock]
  /// Characters of the body.
  var length: Int

  /// Bytes that it holds in memory until the index is made.
  package var byteCount: Int { blocks.reduce(0) { $0 + $1.byteCount } }
}

/// Takes the searchable text and its terms from articles, one after the other.
package struct SearchExtractor: ~Copyable {
  /// A part is cut at the line that would make it longer (bytes)…
  static let partLimit = 8 * 1024
  /// …or at a section that begins after this.
  static let partAim = 6 * 1024

  private var table = SearchTermTable()

  package init() {}

  /// The terms and the text of an article; of the body only where `scope` is full.
  package mutating func extract(
    _ article: Article, scope: Configuration.SearchScope
  ) -> (extract: SearchExtract, text: SearchText) {
    let text = scope == .full ? Self.text(of: article) : SearchText(parts: [])
    var extract = SearchExtract(blocks: [], length: 0)
    for index in 0..<max(1, text.parts.count) {
      table.removeAll()
      if index == 0 {
        table.add(Array(article.facts.title.utf8), to: .title)
        table.add(Array(Self.tags(of: article.facts).utf8), to: .tags)
      }
      if text.parts.indices.contains(index) {
        table.add(text.parts[index].text, to: .body)
        extract.length += text.parts[index].text.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
      }
      extract.blocks.append(table.block())
    }
    return (extract, text)
  }

  /// Categories and tags, a line each.
  static func tags(of facts: ArticleFacts) -> String {
    (facts.frontMatter.categories + facts.frontMatter.tags).joined(separator: "\n")
  }

  /// The words of an article in lines, with the sections they stand in.
  static func text(of article: Article) -> SearchText {
    var bytes: [UInt8] = []
    var sections: [(start: Int, anchor: String, title: String)] = []
    var outline = article.facts.outline[...]
    for (index, block) in article.body.enumerated() {
      if !bytes.isEmpty, bytes.last != 0x0A { bytes.append(0x0A) }
      let start = bytes.count
      PlainText.append([block], to: &bytes)
      while let next = outline.first, next.block <= index {
        outline.removeFirst()
        // A heading inside another block names the place where that block begins.
        if next.block == index, !next.id.isEmpty, bytes.count > start, sections.last?.start != start {
          sections.append((start, next.id, next.title))
        }
      }
    }
    for (index, footnote) in article.footnotes.enumerated() {
      if !bytes.isEmpty, bytes.last != 0x0A { bytes.append(0x0A) }
      if index == 0 { sections.append((bytes.count, "", "")) }
      PlainText.append(footnote.content, to: &bytes)
    }
    return SearchText(parts: cut(bytes, sections))
  }

  private static func cut(
    _ bytes: [UInt8], _ sections: [(start: Int, anchor: String, title: String)]
  ) -> [SearchText.Part] {
    var parts: [SearchText.Part] = []
    var current = SearchText.Part(text: [], sections: [])
    var partStart = 0
    var line = 0
    var next = 0
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let isSection = next < sections.count && sections[next].start <= start
      let size = start - partStart
      if size > 0, size + end - start > partLimit || isSection && size > partAim {
        current.text = Array(bytes[partStart..<start - 1])
        parts.append(current)
        current = SearchText.Part(text: [], sections: [])
        // What goes on in another part is still in its section.
        if next > 0, !isSection {
          let section = sections[next - 1]
          current.sections.append(.init(line: 0, anchor: section.anchor, title: section.title))
        }
        partStart = start
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
    if partStart < bytes.count {
      current.text = Array(bytes[partStart...])
      if current.text.last == 0x0A { current.text.removeLast() }
      parts.append(current)
    }
    return parts
  }
}
