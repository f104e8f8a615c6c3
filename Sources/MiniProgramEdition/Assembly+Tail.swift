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
    if let older = neighbour(entry, .older) {
      row(&printer, older, isDocument ? words.previousDocument : words.previous)
    }
    if let newer = neighbour(entry, .newer) { row(&printer, newer, isDocument ? words.nextDocument : words.next) }
    var isFirst = true
    for other in one.related where isIncluded(other) {
      if isFirst { words.related.print(in: "text", class: "nh", &printer) }
      isFirst = false
      row(&printer, other, nil)
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
    let categories = writer.categoriesOfEntry[entry]
    let tags = writer.tagsOfEntry[entry]
    guard !categories.isEmpty || !tags.isEmpty else { return }
    printer.start("view", class: "chips")
    for index in categories.prefix(PlatformLimits.inlinesOfGroup) { printer.markup(writer.chips.categories[index]) }
    for index in tags.prefix(max(0, PlatformLimits.inlinesOfGroup - categories.count)) {
      printer.markup(writer.chips.tags[index])
    }
    printer.end()
  }

  /// Which way of an article another stands in the order of its kind.
  enum Way {
    case older, newer
  }

  /// The next article that way which is in this edition.
  func neighbour(_ entry: Int, _ way: Way) -> Int? {
    var other = step(entry, way)
    // A chain cannot be longer than the table.
    for _ in publication.entries.indices {
      guard let one = other, publication.entries.indices.contains(one) else { return nil }
      if isIncluded(one) { return one }
      other = step(one, way)
    }
    return nil
  }

  private func step(_ entry: Int, _ way: Way) -> Int? {
    switch way {
    case .older: publication.entries[entry].previous
    case .newer: publication.entries[entry].next
    }
  }

  private func row(_ printer: inout WXMLPrinter, _ entry: Int, _ label: String?) {
    printer.startTag("view", class: "nb")
    printer.attribute("bindtap", literal: "go")
    printer.attribute("aria-role", literal: "link")
    printer.attribute("data-p", pageAddress(entry))
    printer.attribute("data-u", AddressEncoding.encode(path: publication.entries[entry].sitePath))
    printer.finishTag("view")
    if let label { label.print(in: "text", class: "nk", &printer) }
    publication.entries[entry].facts.title.print(in: "text", class: "nt", &printer)
    printer.end()
  }

  func link(to entry: Int) -> [WXMLPrinter.Attribute] {
    [
      .bytes("data-p", pageAddress(entry)),
      .bytes("data-u", AddressEncoding.encode(path: publication.entries[entry].sitePath)),
    ]
  }

  /// The first page of an article as links name it, with a slash before it.
  private func pageAddress(_ entry: Int) -> [UInt8] {
    let name = publication.entries[entry].miniProgramName
    var address: [UInt8] = []
    address.reserveCapacity(name.utf8.count + 8)
    address.append(UInt8(ascii: "/"))
    PagePath.appendRoot(package(of: entry, page: 0), to: &address)
    address.append(UInt8(ascii: "/"))
    address += name.utf8
    return address
  }

  /// A page of an article, the first where none is named; without a slash.
  func pagePath(_ entry: Int, page: Int = 0) -> String {
    "\(PagePath.root(package(of: entry, page: page)))/\(PagePath.part(publication.entries[entry].miniProgramName, page))"
  }
}

extension String {
  /// Prints an element that holds these words.
  fileprivate func print(in element: StaticString, class classes: StaticString, _ printer: inout WXMLPrinter) {
    printer.start(element, class: classes)
    printer.text(self)
    printer.end()
  }
}
