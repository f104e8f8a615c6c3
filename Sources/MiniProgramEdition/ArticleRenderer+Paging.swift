import Manuscript
import Typesetting

/// Cutting an article into pages that the platform's limits allow, at headings where possible.
extension ArticleRenderer {
  mutating func paged() -> RenderedArticle {
    let isHeavy = weight > PlatformLimits.articleBytes(ofPackage: packageBudget)
    let parts = cut(
      nodes: writer.publication.configuration.miniProgram.nodesPerPage,
      bytes: isHeavy ? PlatformLimits.partBytes(ofPackage: packageBudget) : nil)
    let name = writer.publication.entries[entry].miniProgramName
    var pages: [RenderedArticle.Page] = []
    var places: [RenderedArticle.Place] = []
    let partOfAnchor = parts.count > 1 ? anchorParts(parts) : []
    for (number, part) in parts.enumerated() {
      let wxml = pageMarkup(name, part, number: number, count: parts.count)
      let script = PageScript(
        self, part: part, number: number, count: parts.count, standsAlone: isHeavy)
      pages.append(
        RenderedArticle.Page(
          wxml: wxml.bytes, wxmlMarks: wxml.marks, script: script.bytes, scriptMarks: script.marks,
          files: files(of: part, isFirst: number == 0),
          hasFormulas: units[part].contains { $0.start.formulas < $0.end.formulas }))
      var position = 0
      for unit in units[part] where !unit.isFootnote {
        places.append(RenderedArticle.Place(range: unit.range, page: number, position: position))
        position += 1
      }
    }
    let map = parts.count > 1 ? PartMap(self, partOfAnchor: partOfAnchor, hasImages: !isHeavy) : nil
    return RenderedArticle(
      pages: pages, map: map, files: unique(tables.files[...]), places: places,
      partOfAnchor: Dictionary(partOfAnchor.map { ($0.id, $0.part) }) { first, _ in first }, adaptations: adaptations,
      diagnostics: diagnostics)
  }

  var packageBudget: Int { writer.publication.configuration.miniProgram.packageBudget }

  /// Bytes of the whole article: text, code to copy, files.
  private var weight: Int {
    printer.bytes.count + tables.codes.reduce(0) { $0 + $1.count }
      + unique(tables.files[...]).reduce(0) { $0 + bytes(ofFile: $1) }
  }

  private func bytes(ofFile asset: Int) -> Int { writer.files[asset]?.byteCount ?? 0 }

  /// Assets, equal files as one, each once.
  private func unique(_ assets: ArraySlice<Int>) -> [Int] {
    var seen: Set<Int> = []
    return assets.map { writer.twins[$0] }.filter { seen.insert($0).inserted }
  }

  /// What a page shows; the cover stands after all units and belongs to the first.
  private func files(of part: Range<Int>, isFirst: Bool) -> [Int] {
    guard let first = units[part].first, let last = units[part].last else { return unique(tables.files[...]) }
    let cover = isFirst ? tables.files[(units.last?.end.files ?? 0)...] : []
    return unique(tables.files[first.start.files..<last.end.files] + cover)
  }

  /// Ranges of units with at most so many nodes each. A part ends before the most important heading of its second half,
  /// the last such one; where it has none, where it is full.
  ///
  /// - Parameter bytes: what a part may weigh with its files; nil: anything.
  func cut(nodes limit: Int, bytes maximum: Int?) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    var nodes = 0
    var weight = 0
    var files: Set<Int> = []
    var index = 0
    while index < units.count {
      let added = maximum == nil ? 0 : self.weight(of: units[index], beside: &files)
      let isFull = nodes + units[index].nodeCount > limit || weight + added > maximum ?? .max
      guard index > start, isFull else {
        nodes += units[index].nodeCount
        weight += added
        index += 1
        continue
      }
      let end = headingInSecondHalf(of: start...index, nodes: nodes) ?? index
      parts.append(start..<end)
      start = end
      index = end
      nodes = 0
      weight = 0
      files = []
    }
    parts.append(start..<units.count)
    return parts
  }

  private func headingInSecondHalf(of candidates: ClosedRange<Int>, nodes: Int) -> Int? {
    var best: (index: Int, level: Int)?
    var before = 0
    for candidate in candidates {
      if candidate > candidates.lowerBound, before * 2 >= nodes, let level = units[candidate].headingLevel,
        level <= best?.level ?? 7
      {
        best = (candidate, level)
      }
      if candidate < candidates.upperBound { before += units[candidate].nodeCount }
    }
    return best?.index
  }

  /// Bytes of a unit and of those of its files that `files` does not hold yet.
  private func weight(of unit: Unit, beside files: inout Set<Int>) -> Int {
    var weight = unit.bytes.count
    for code in tables.codes[unit.start.codes..<unit.end.codes] { weight += code.count }
    for asset in tables.files[unit.start.files..<unit.end.files] where files.insert(writer.twins[asset]).inserted {
      weight += bytes(ofFile: asset)
    }
    return weight
  }

  private func anchorParts(_ parts: [Range<Int>]) -> [(id: [UInt8], part: Int)] {
    var result: [(id: [UInt8], part: Int)] = []
    for (number, part) in parts.enumerated() {
      for unit in units[part] {
        for anchor in tables.anchors[unit.start.anchors..<unit.end.anchors] { result.append((anchor.id, number)) }
      }
    }
    return result
  }

  private func pageMarkup(_ name: String, _ part: Range<Int>, number: Int, count: Int) -> WXMLPrinter {
    let size = part.isEmpty ? 0 : units[part.upperBound - 1].bytes.upperBound - units[part.lowerBound].bytes.lowerBound
    var page = WXMLPrinter(reservingCapacity: size + 1024)
    page.start("view", class: "page")
    header(&page, number: number, count: count)
    // The notes stand last.
    let firstNote = units[part].firstIndex(where: \.isFootnote) ?? part.upperBound
    page.start("view", class: "body")
    write(units[part.lowerBound..<firstNote], to: &page)
    page.end()
    let notes = units[firstNote..<part.upperBound]
    if !notes.isEmpty {
      page.start("view", class: "notes")
      page.element("text", [.class("nh")]) { $0.text(words.footnotes) }
      write(notes, to: &page)
      page.end()
    }
    if count > 1 { partLinks(&page, name, number: number, count: count) }
    page.end()
    return page
  }

  /// Units in groups where they are many.
  private func write(_ units: ArraySlice<Unit>, to page: inout WXMLPrinter) {
    let children = units.reduce(0) { $0 + $1.childCount }
    guard children > PlatformLimits.inlinesOfGroup else { return writeRun(units, to: &page) }
    var start = units.startIndex
    var inGroup = 0
    for index in units.indices {
      if inGroup > 0, inGroup + units[index].childCount > PlatformLimits.inlinesOfGroup {
        writeGroup(units[start..<index], to: &page)
        start = index
        inGroup = 0
      }
      inGroup += units[index].childCount
    }
    writeGroup(units[start...], to: &page)
  }

  private func writeGroup(_ units: ArraySlice<Unit>, to page: inout WXMLPrinter) {
    page.start("view")
    writeRun(units, to: &page)
    page.end()
  }

  /// Units stand one after the other in the printer, with nothing between them.
  private func writeRun(_ units: ArraySlice<Unit>, to page: inout WXMLPrinter) {
    guard let first = units.first, let last = units.last else { return }
    page.markup(printer, bytes: first.bytes.lowerBound..<last.bytes.upperBound)
  }

  private func header(_ page: inout WXMLPrinter, number: Int, count: Int) {
    page.element("text", [.class("title"), .flag("user-select"), .literal("aria-role", "heading")]) {
      $0.text(facts.title)
    }
    guard number == 0 else {
      return page.element("text", [.class("meta")]) { $0.text(words.part(number + 1, of: count)) }
    }
    var meta: [String] = []
    let frontMatter = facts.frontMatter
    if let date = frontMatter.date { meta.append(ArticleDay.text(date)) }
    meta += frontMatter.authors.map(\.name).filter { !$0.isEmpty }
    if let modified = frontMatter.lastModified { meta.append("\(words.updated) \(ArticleDay.text(modified))") }
    if facts.kind == .post, facts.wordCount > 0 {
      meta.append(words.wordCount(facts.wordCount))
      meta.append(words.readingTime(facts.readingMinutes))
    }
    if !meta.isEmpty { page.element("text", [.class("meta")]) { $0.text(meta.joined(separator: " · ")) } }
    cover(&page)
  }

  private func cover(_ page: inout WXMLPrinter) {
    guard let cover = facts.frontMatter.cover, case .asset(let index, _) = destination(cover.reference),
      writer.files.indices.contains(index), let file = writer.files[index]
    else { return }
    page.void(
      "image",
      [
        .class("img cover"), .literal("mode", "widthFix"), .literal("aria-role", "img"),
        .string("aria-label", cover.alternative), source(index, file),
      ])
  }

  /// Another part takes this one's place, so that the stack of pages does not grow.
  private func partLinks(_ page: inout WXMLPrinter, _ name: String, number: Int, count: Int) {
    page.start("view", [.class("parts")])
    for (other, words) in [(number - 1, words.previousPart), (number + 1, words.nextPart)]
    where (0..<count).contains(other) {
      page.start(
        "text", [.class("pn"), .literal("bindtap", "part"), .number("data-i", other), .literal("aria-role", "link")])
      page.text(words)
      page.end()
    }
    page.end()
  }
}
