import Manuscript
import Typesetting

/// What stands around an article's text on each of its pages, and below the last.
extension Assembly {
  static let articleHead = pageHead()
  /// The style sheet of a page that holds formulas.
  static let formulaStyle = Array("@import \"../math.wxss\";\n".utf8)
  static let articleFoot = includes(["bar", "drawer", "sheet"], depth: 1)

  /// Below the text: terms, neighbours, related articles, the web address. Articles that are not in this edition are
  /// passed over.
  func tail(_ entry: Int) -> [UInt8] {
    let one = publication.entries[entry]
    let words = Words(tag: one.facts.frontMatter.language, configuration: publication.configuration)
    var printer = WXMLPrinter(reservingCapacity: 2048)
    printer.start("view", [.class("tail"), .literal("wx:if", "{{!single}}")])
    terms(&printer, entry)
    authors(&printer, entry, words)
    series(&printer, entry, words)
    for other in one.translations where other != entry && isIncluded(other) {
      row(&printer, other, LanguageNames.name(publication.language(of: other)))
    }
    let isDocument = one.facts.kind == .document
    if let older = neighbour(entry, \.previous) {
      row(&printer, older, isDocument ? words.previousDocument : words.previous)
    }
    if let newer = neighbour(entry, \.next) { row(&printer, newer, isDocument ? words.nextDocument : words.next) }
    let related = one.related.filter(isIncluded)
    if !related.isEmpty {
      printer.element("text", [.class("nh")]) { $0.text(words.related) }
      for other in related { row(&printer, other, nil) }
    }
    if !WebAddress.base(publication.configuration).isEmpty {
      printer.start("view", [.class("nb"), .literal("bindtap", "address"), .literal("aria-role", "button")])
      printer.element("text", [.class("nk")]) { $0.text(words.webAddress) }
      printer.end()
    }
    printer.end()
    return printer.bytes
  }

  /// Each author with the list of what else is theirs.
  private func authors(_ printer: inout WXMLPrinter, _ entry: Int, _ words: Words) {
    for index in writer.authorsOfEntry[entry].prefix(PlatformLimits.inlinesOfGroup) {
      let author = publication.authors[index]
      let page = PagePath.list(.author, author.miniProgramName)
      printer.start(
        "view",
        [.class("nb"), .literal("bindtap", "go"), .literal("aria-role", "link"), .bytes("data-p", page)])
      printer.element("text", [.class("nk")]) { $0.text(words.author) }
      printer.element("text", [.class("nt")]) { $0.text(author.name) }
      printer.end()
    }
  }

  /// The series that an article is in, and the parts before and after it.
  private func series(_ printer: inout WXMLPrinter, _ entry: Int, _ words: Words) {
    guard let part = publication.entries[entry].part else { return }
    let series = publication.series[part.series]
    printer.start(
      "view",
      [
        .class("nb"), .literal("bindtap", "go"), .literal("aria-role", "link"),
        .bytes("data-p", PagePath.list(.series, series.miniProgramName)),
      ])
    printer.element("text", [.class("nk")]) {
      $0.text("\(words.series) \(words.seriesPart(part.position + 1, of: series.posts.count))")
    }
    printer.element("text", [.class("nt")]) { $0.text(series.name) }
    printer.end()
    for (step, label) in [(-1, words.seriesPrevious), (1, words.seriesNext)] {
      var position = part.position + step
      while series.posts.indices.contains(position) {
        if isIncluded(series.posts[position]) {
          row(&printer, series.posts[position], label)
          break
        }
        position += step
      }
    }
  }

  private func terms(_ printer: inout WXMLPrinter, _ entry: Int) {
    let categories = writer.categoriesOfEntry[entry].map { (PagePath.Kind.category, publication.categories[$0]) }
    let tags = writer.tagsOfEntry[entry].map { (PagePath.Kind.tag, publication.tags[$0]) }
    let terms = (categories + tags).prefix(PlatformLimits.inlinesOfGroup)
    guard !terms.isEmpty else { return }
    printer.start("view", [.class("chips")])
    for (kind, term) in terms {
      printer.start(
        "text",
        [
          .class(kind == .tag ? "chip" : "chip cat"), .literal("bindtap", "go"),
          .bytes("data-p", PagePath.list(kind, term.miniProgramName)), .literal("aria-role", "link"),
        ])
      printer.text(term.name)
      printer.end()
    }
    printer.end()
  }

  func neighbour(_ entry: Int, _ next: KeyPath<Publication.Entry, Int?>) -> Int? {
    var other = publication.entries[entry][keyPath: next]
    // A chain cannot be longer than the table.
    for _ in publication.entries.indices {
      guard let one = other, publication.entries.indices.contains(one) else { return nil }
      if isIncluded(one) { return one }
      other = publication.entries[one][keyPath: next]
    }
    return nil
  }

  private func row(_ printer: inout WXMLPrinter, _ entry: Int, _ label: String?) {
    let attributes: [WXMLPrinter.Attribute] = [.class("nb"), .literal("bindtap", "go"), .literal("aria-role", "link")]
    printer.start("view", attributes + link(to: entry))
    if let label { printer.element("text", [.class("nk")]) { $0.text(label) } }
    printer.element("text", [.class("nt")]) { $0.text(publication.entries[entry].facts.title) }
    printer.end()
  }

  func link(to entry: Int) -> [WXMLPrinter.Attribute] {
    [
      .string("data-p", "/" + pagePath(entry)),
      .bytes("data-u", AddressEncoding.encode(path: publication.entries[entry].sitePath)),
    ]
  }

  /// A page of an article, the first where none is named; without a slash.
  func pagePath(_ entry: Int, page: Int = 0) -> String {
    "\(PagePath.root(package(of: entry, page: page)))/\(PagePath.part(publication.entries[entry].miniProgramName, page))"
  }
}
