import Manuscript
import Typesetting

/// The pages that lead to articles. What they first show is static like an article; only what comes by scrolling is
/// data.
extension Assembly {
  /// A line of an index.
  struct Row {
    var title: String
    var detail = ""
    /// 0 at the margin.
    var level = 0
    var link: [WXMLPrinter.Attribute] = []
    /// Shows the settings instead of leading anywhere.
    var opensPanel = false

    var leads: Bool { opensPanel || !link.isEmpty }
  }

  /// Rows of one page: three nodes each.
  private static let rowsOfPage = 280
  private static let chipsOfPage = 800

  mutating func writeListPages() {
    writeHome()
    let years = publication.archives.compactMap { year -> Row? in
      let count = year.posts.count(where: isIncluded)
      guard count > 0 else { return nil }
      return Row(
        title: words.year(year.year), detail: words.posts(count),
        link: [.bytes("data-p", PagePath.list(.year, String(year.year)))])
    }
    if !publication.categories.isEmpty { writeRows(PagePath.categories, words.categories, categoryRows()) }
    if !publication.tags.isEmpty { writeTags() }
    writeRows(PagePath.archives, words.archives, years)
    if !publication.documents.isEmpty {
      writeRows(PagePath.documents, words.documents, documentRows(publication.documents, level: 0))
    }
    writeRows(PagePath.more, words.more, moreRows())
    writePosts()
    writeShelf()
    writePrivacy()
  }

  private mutating func writeHome() {
    let first = min(max(1, publication.configuration.pageSize), 20, homeCount)
    var page = WXMLPrinter(reservingCapacity: 16 * 1024)
    page.start("view", [.class("page")])
    page.start("view", [.class("hero")])
    page.element("text", [.class("ht")]) { $0.text(publication.configuration.title) }
    if !publication.configuration.tagline.isEmpty {
      page.element("text", [.class("hs")]) { $0.text(publication.configuration.tagline) }
    }
    page.end()
    if publication.configuration.search != .off {
      let link: [WXMLPrinter.Attribute] = [.literal("bindtap", "go"), .literal("aria-role", "link")]
      page.start("view", [.class("seek")] + link + [.string("data-p", "/" + SearchPackages.page)])
      page.element("text") { $0.text(words.searchHint) }
      page.end()
    }
    if posts.isEmpty { page.element("text", [.class("none")]) { $0.text(words.nothing) } }
    recentlyUpdated(&page)
    page.start("view", [.class("list")])
    for entry in posts.prefix(first) { item(&page, entry) }
    page.end()
    page.void("include", [.literal("src", "../../list.wxml")])
    page.end()
    writeListPage(PagePath.home, page, title: appName) { json in
      json.field("start", first)
    }
  }

  private func item(_ page: inout WXMLPrinter, _ entry: Int) {
    let one = publication.entries[entry]
    let attributes: [WXMLPrinter.Attribute] = [
      .class("item"), .literal("bindtap", "go"), .literal("aria-role", "link"),
    ]
    page.start("view", attributes + link(to: entry))
    page.element("text", [.class("it")]) { $0.text(one.facts.title) }
    let summary = PostTable.summary(one.facts.listed)
    if !summary.isEmpty { page.element("text", [.class("is")]) { $0.text(summary) } }
    page.start("view", [.class("im")])
    if one.facts.frontMatter.isPinned { page.element("text", [.class("pin")]) { $0.text(words.pinned) } }
    if let date = one.facts.frontMatter.date { page.element("text", []) { $0.text(ArticleDay.text(date)) } }
    page.end()
    page.end()
  }

  /// Posts that were changed after they came out, in one line that scrolls: the newest posts stay in sight.
  private func recentlyUpdated(_ page: inout WXMLPrinter) {
    let changed = publication.recentlyUpdated.filter(isIncluded)
    guard !changed.isEmpty else { return }
    page.element("text", [.class("nh")]) { $0.text(words.recentlyUpdated) }
    page.start("scroll-view", [.class("fresh"), .flag("scroll-x")])
    for entry in changed {
      let attributes: [WXMLPrinter.Attribute] = [
        .class("fr"), .literal("bindtap", "go"), .literal("aria-role", "link"),
      ]
      page.start("text", attributes + link(to: entry))
      page.text(publication.entries[entry].facts.title)
      page.end()
    }
    page.end()
  }

  /// The list of posts by query: tag, category, year, or all from a position.
  private mutating func writePosts() {
    var page = WXMLPrinter()
    page.start("view", [.class("page")])
    page.element("text", [.class("title"), .literal("wx:if", "{{title}}")]) { $0.expression("title") }
    page.element("text", [.class("none"), .literal("wx:if", "{{empty}}")]) { $0.text(words.nothing) }
    page.void("include", [.literal("src", "../../list.wxml")])
    page.end()
    writeListPage(PagePath.posts, page, title: appName, isStatic: false) { _ in }
  }

  private mutating func writeTags() {
    let tags = publication.tags.compactMap { tag -> (Publication.Term, Int)? in
      let count = tag.posts.count(where: isIncluded)
      return count > 0 ? (tag, count) : nil
    }
    writeParts(PagePath.tags, words.tags, tags, size: Self.chipsOfPage, group: "chips") { page, tag in
      page.start(
        "text",
        [
          .class("chip"), .literal("bindtap", "go"), .bytes("data-p", PagePath.list(.tag, tag.0.miniProgramName)),
          .literal("aria-role", "link"),
        ])
      page.text("\(tag.0.name) \(tag.1)")
      page.end()
    }
  }

  private mutating func writeRows(_ path: String, _ title: String, _ rows: [Row]) {
    writeParts(path, title, rows, size: Self.rowsOfPage, group: "rows") { page, row in
      let name: StaticString =
        switch row.level {
        case 0: row.leads ? "row go" : "row"
        case 1: row.leads ? "row go r1" : "row r1"
        case 2: row.leads ? "row go r2" : "row r2"
        default: row.leads ? "row go r3" : "row r3"
        }
      let tap: [WXMLPrinter.Attribute] =
        row.leads ? [.literal("bindtap", row.opensPanel ? "openPanel" : "go"), .literal("aria-role", "link")] : []
      page.start("view", [.class(name)] + tap + row.link)
      page.element("text", [.class("rt")]) { $0.text(row.title) }
      if !row.detail.isEmpty { page.element("text", [.class("rd")]) { $0.text(row.detail) } }
      page.end()
    }
  }

  /// Elements in groups, on as many pages as they need.
  private mutating func writeParts<Element>(
    _ path: String, _ title: String, _ elements: [Element], size: Int, group: StaticString,
    _ write: (inout WXMLPrinter, Element) -> Void
  ) {
    let count = max(1, (elements.count + size - 1) / size)
    for number in 0..<count {
      var page = WXMLPrinter(reservingCapacity: 16 * 1024)
      page.start("view", [.class("page")])
      page.element("text", [.class("title")]) { $0.text(title) }
      if elements.isEmpty { page.element("text", [.class("none")]) { $0.text(words.nothing) } }
      let end = min(elements.count, (number + 1) * size)
      for start in stride(from: number * size, to: end, by: PlatformLimits.inlinesOfGroup) {
        page.start("view", [.class(group)])
        for element in elements[start..<min(end, start + PlatformLimits.inlinesOfGroup)] { write(&page, element) }
        page.end()
      }
      if number + 1 < count {
        let next = "/" + PagePath.part(path, number + 1)
        page.start("view", [.class("row"), .literal("bindtap", "go"), .string("data-p", next)])
        page.element("text", [.class("rt")]) { $0.text(words.nextPart) }
        page.end()
      }
      page.end()
      writeListPage(PagePath.part(path, number), page, title: title) { _ in }
    }
  }

  private mutating func writeListPage(
    _ path: String, _ page: WXMLPrinter, title: String, isStatic: Bool = true, _ facts: (inout JSONPrinter) -> Void
  ) {
    var script = JSONPrinter()
    script.literal("'use strict';\n\nPage(require('../../list.js').page(")
    script.object { json in
      json.field("title", title)
      facts(&json)
    }
    script.literal("))\n")
    writePage(path, page, title: title, isStatic: isStatic, script: script.bytes)
  }

  /// A page of the main package, with what stands around every page and the style of lists.
  mutating func writePage(_ path: String, _ page: WXMLPrinter, title: String, isStatic: Bool, script: [UInt8]) {
    mainPages.append(path)
    add("\(path).wxml", Self.pageHead() + page.bytes + Self.includes(["sheet"], depth: 2))
    add("\(path).wxss", Array("@import \"../../list.wxss\";\n".utf8))
    add("\(path).js", script)
    add("\(path).json", PageSettings.list(title: title, isStatic: isStatic))
  }

  var appName: String { configuration.name.isEmpty ? publication.configuration.title : configuration.name }
}
