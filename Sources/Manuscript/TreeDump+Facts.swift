import Diagnostics

extension TreeNodes {
  mutating func write(_ facts: ArticleFacts) {
    add(
      "article",
      [
        .text(nil, facts.path), .plain("kind", facts.kind.rawValue), .plain("words", facts.wordCount),
        .plain("excerpt", facts.excerptBlocks), .flag("explicit-excerpt", facts.hasExplicitExcerpt),
      ])
    indented { nodes in
      nodes.add("title", [.text(nil, facts.title)])
      nodes.add("slug", [.text(nil, facts.slug)])
      if !facts.summary.isEmpty { nodes.add("summary", [.text(nil, facts.summary)]) }
      if !facts.excerpt.isEmpty { nodes.add("excerpt", [.text(nil, facts.excerpt)]) }
      nodes.write(facts.frontMatter)
      nodes.section("outline", facts.outline) { nodes, _, entry in
        nodes.add(
          "h\(entry.level)", [.text(nil, entry.title), .text("id", entry.id), .plain("block", entry.block)],
          range: entry.range)
      }
      nodes.section("anchors", facts.anchors) { nodes, _, anchor in
        nodes.add("anchor", [.text(nil, anchor.id), .plain("block", anchor.block)], range: anchor.range)
      }
    }
  }

  private mutating func write(_ matter: FrontMatter) {
    var fields = TreeNodes()
    fields.writeFields(of: matter)
    guard !fields.nodes.isEmpty else { return }
    add("front-matter")
    indented { $0 = fields }
  }

  private mutating func writeFields(of matter: FrontMatter) {
    if let title = matter.title { add("title", [.text(nil, title)]) }
    for author in matter.authors {
      add("author", [.text(nil, author.name), .text("url", author.url)])
    }
    if let date = matter.date { add("date", [.text(nil, describe(date))]) }
    if let date = matter.lastModified {
      add("last-modified", [.text(nil, describe(date))])
    }
    for category in matter.categories { add("category", [.text(nil, category)]) }
    for tag in matter.tags { add("tag", [.text(nil, tag)]) }
    let flags: [(String, Bool)] = [
      ("pinned", matter.isPinned), ("hidden", matter.isHidden), ("draft", matter.isDraft),
      ("unpublished", !matter.isPublished), ("no-contents", !matter.showsContents),
      ("no-comments", !matter.showsComments), ("math", matter.usesMath == true),
      ("no-math", matter.usesMath == false),
    ]
    for (name, holds) in flags where holds { add(name) }
    if let slug = matter.slug { add("slug", [.text(nil, slug)]) }
    if let permalink = matter.permalink { add("permalink", [.text(nil, permalink)]) }
    for alias in matter.aliases { add("alias", [.text(nil, alias.path)], range: alias.range) }
    if let words = matter.description { add("description", [.text(nil, words)]) }
    if let cover = matter.cover {
      add("cover", [.plain("reference", cover.reference), .text("alt", cover.alternative)])
    }
    if let folder = matter.mediaSubpath { add("media-subpath", [.text(nil, folder)]) }
    for copy in matter.localCopies { add("local-copy", [.text("of", copy.address), .text("file", copy.file)]) }
    if let language = matter.language { add("language", [.text(nil, language)]) }
    if matter.editions != Set(Edition.allCases) {
      for edition in Edition.allCases where matter.editions.contains(edition) {
        add("edition", [.text(nil, edition.rawValue)])
      }
      if matter.editions.isEmpty { add("no-edition") }
    }
    if let order = matter.order { add("order", [.plain("position", order)]) }
    if let series = matter.series { add("series", [.text(nil, series)]) }
    if let key = matter.translationKey { add("translation-key", [.text(nil, key)]) }
    if let date = matter.expires { add("expires", [.text(nil, describe(date))]) }
    for key in matter.ranges.keys.sorted() { add("range", [.text(nil, key)], range: matter.ranges[key]) }
  }

  /// ISO 8601 with the offset it is shown in.
  private func describe(_ date: ArticleDate) -> String {
    let fields = date.fields
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let offset = abs(date.offsetMinutes)
    let year = String(repeating: "0", count: max(0, 4 - "\(fields.year)".count)) + "\(fields.year)"
    return "\(year)-\(two(fields.month))-\(two(fields.day))T\(two(fields.hour)):\(two(fields.minute)):"
      + "\(two(fields.second))\(date.offsetMinutes < 0 ? "-" : "+")\(two(offset / 60)):\(two(offset % 60))"
  }
}
