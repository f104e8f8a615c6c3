import Manuscript
import Typesetting

extension Assembly {
  /// See `Packing.finish`.
  func finish(_ entry: Int, text: [UInt8]) -> Packing.FinishedArticle? {
    guard isIncluded(entry), let measure = measures[entry], text.count == measure.byteCount else { return nil }
    let facts = publication.entries[entry].facts
    let name = publication.entries[entry].miniProgramName
    let settings = PageSettings.article(title: facts.title)
    let tail = tail(entry)
    var artifacts: [Artifact] = []
    artifacts.reserveCapacity(measure.pages.count * 3)
    var shares: [Packing.Share] = []
    var paths: [String] = []
    var offset = 0
    func add(_ path: String, _ bytes: [UInt8], to package: Int) {
      artifacts.append(Artifact(path: path, bytes: bytes))
      if shares.last?.package != package { shares.append(.init(package: package, byteCount: 0)) }
      shares[shares.count - 1].byteCount += bytes.count
    }
    for (number, page) in measure.pages.enumerated() {
      let package = package(of: entry, page: number)
      let path = "\(PagePath.root(package))/\(PagePath.part(name, number))"
      paths.append(path)
      var wxml = Self.articleHead
      wxml.reserveCapacity(wxml.count + page.wxml + tail.count + Self.articleFoot.count)
      wxml += text[offset..<offset + page.wxml]
      offset += page.wxml
      for mark in page.wxmlMarks {
        PagePath.patch(
          &wxml, at: Self.articleHead.count + mark.offset, package: self.package(mark.target, from: package))
      }
      // From the back, so that what is put in moves no place that is still to come.
      for mark in page.wxmlMarks.reversed() { lead(&wxml, at: Self.articleHead.count + mark.offset, mark.target) }
      if number == measure.pages.count - 1 { wxml += tail }
      wxml += Self.articleFoot
      add(path + ".wxml", wxml, to: package)
      var script = Array(text[offset..<offset + page.script])
      offset += page.script
      for mark in page.scriptMarks {
        PagePath.patch(&script, at: mark.offset, package: self.package(mark.target, from: package))
      }
      nameFolders(&script, entry)
      add(path + ".js", script, to: package)
      add(path + ".json", settings, to: package)
      if page.hasFormulas { add(path + ".wxss", Self.formulaStyle, to: package) }
    }
    // One in each package that holds a part.
    for package in measure.map == 0 ? [] : Set(shares.map(\.package)).sorted() {
      var map = Array(text[offset...])
      for mark in measure.mapMarks {
        PagePath.patch(&map, at: mark.offset, package: self.package(mark.target, from: package))
      }
      add("\(PagePath.root(package))/\(PartMap.fileName(name)).js", map, to: package)
    }
    let places = measure.places.map { place in
      SourceMap.Entry(range: place.range, page: paths[place.page], position: place.position)
    }
    return Packing.FinishedArticle(
      artifacts: artifacts, sourceMap: SourceMap(path: facts.path, edition: .miniProgram, entries: places),
      shares: shares)
  }

  /// Tells a page of an article that lies in several packages where each part is: `folders` of `PageScript`.
  private func nameFolders(_ script: inout [UInt8], _ entry: Int) {
    guard let packages = spread[entry], script.starts(with: PageScript.opening) else { return }
    var json = JSONPrinter()
    json.object { json in
      json.array("folders") { json in for package in packages { json.string(PagePath.root(package)) } }
    }
    // Its members go before those that are there.
    script.insert(contentsOf: json.bytes.dropFirst().dropLast() + [UInt8(ascii: ",")], at: PageScript.opening.count)
  }

  /// Makes a link to an id of an article in parts lead to the part that has it.
  private func lead(_ wxml: inout [UInt8], at offset: Int, _ target: Int) {
    guard isIncluded(target), let measure = measures[target], !measure.partOfAnchor.isEmpty else { return }
    let name = publication.entries[target].miniProgramName
    let end = offset + PagePath.root(0).utf8.count + 2 + name.utf8.count
    let next = Array("\" data-h=\"".utf8)
    guard wxml.count > end + next.count, wxml[end..<end + next.count].elementsEqual(next) else { return }
    let id = Array(wxml[(end + next.count)...].prefix { $0 != UInt8(ascii: "\"") })
    guard let part = measure.partOfAnchor[id], part > 0 else { return }
    PagePath.patch(&wxml, at: offset, package: package(of: target, page: part))
    wxml.insert(contentsOf: PagePath.part("", part).utf8, at: end)
  }

  /// What a mark is filled in with: a linked article's package, or the package that holds a file for this one.
  private func package(_ target: Int, from package: Int) -> Int {
    if target >= 0 { return packageOf.indices.contains(target) ? packageOf[target] : 0 }
    return self.package(ofAsset: ~target, for: package)
  }

  static let articleHead = pageHead()
  /// The style sheet of a page that holds formulas.
  static let formulaStyle = Array("@import \"../math.wxss\";\n".utf8)
  static let articleFoot = includes(["bar", "drawer", "sheet"], depth: 1)

  /// Below the text: terms, neighbours, related articles, the web address. Articles that are not in this edition are
  /// passed over.
  private func tail(_ entry: Int) -> [UInt8] {
    let one = publication.entries[entry]
    let words = Words(tag: one.facts.frontMatter.language, configuration: publication.configuration)
    var printer = WXMLPrinter(reservingCapacity: 2048)
    printer.start("view", [.class("tail"), .literal("wx:if", "{{!single}}")])
    terms(&printer, entry)
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
