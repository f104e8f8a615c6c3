import Diagnostics

extension TreeLines {
  mutating func write(_ facts: ArticleFacts) {
    line(
      "article",
      [
        .text(nil, facts.path), .plain("kind", facts.kind.rawValue), .plain("words", facts.wordCount),
        .plain("excerpt", facts.excerptBlocks), .flag("explicit-excerpt", facts.hasExplicitExcerpt),
      ])
    indented { lines in
      lines.line("title", [.text(nil, facts.title)])
      lines.line("slug", [.text(nil, facts.slug)])
      if !facts.summary.isEmpty { lines.line("summary", [.text(nil, facts.summary)]) }
      if !facts.excerpt.isEmpty { lines.line("excerpt", [.text(nil, facts.excerpt)]) }
      lines.write(facts.frontMatter)
      lines.section("outline", facts.outline) { lines, _, entry in
        lines.line(
          "h\(entry.level)", [.text(nil, entry.title), .text("id", entry.id), .plain("block", entry.block)],
          range: entry.range)
      }
      lines.section("anchors", facts.anchors) { lines, _, anchor in
        lines.line("anchor", [.text(nil, anchor.id), .plain("block", anchor.block)], range: anchor.range)
      }
    }
  }

  private mutating func write(_ matter: FrontMatter) {
    let start = output.count
    line("front-matter")
    let empty = output.count
    indented { lines in lines.writeFields(of: matter) }
    if output.count == empty { remove(from: start) }
  }

  private mutating func writeFields(of matter: FrontMatter) {
    if let title = matter.title { line("title", [.text(nil, title)]) }
    for author in matter.authors {
      line("author", [.text(nil, author.name), .text("url", author.url)])
    }
    if let date = matter.date { line("date", [.text(nil, describe(date))]) }
    if let date = matter.lastModified {
      line("last-modified", [.text(nil, describe(date))])
    }
    for category in matter.categories { line("category", [.text(nil, category)]) }
    for tag in matter.tags { line("tag", [.text(nil, tag)]) }
    let flags: [(String, Bool)] = [
      ("pinned", matter.isPinned), ("hidden", matter.isHidden), ("draft", matter.isDraft),
      ("unpublished", !matter.isPublished), ("no-contents", !matter.showsContents),
      ("no-comments", !matter.showsComments), ("math", matter.usesMath == true),
      ("no-math", matter.usesMath == false),
    ]
    for (name, holds) in flags where holds { line(name) }
    if let slug = matter.slug { line("slug", [.text(nil, slug)]) }
    if let permalink = matter.permalink { line("permalink", [.text(nil, permalink)]) }
    for alias in matter.aliases { line("alias", [.text(nil, alias.path)], range: alias.range) }
    if let words = matter.description { line("description", [.text(nil, words)]) }
    if let cover = matter.cover {
      line("cover", [.plain("reference", cover.reference), .text("alt", cover.alternative)])
    }
    if let folder = matter.mediaSubpath { line("media-subpath", [.text(nil, folder)]) }
    for copy in matter.localCopies { line("local-copy", [.text("of", copy.address), .text("file", copy.file)]) }
    if let language = matter.language { line("language", [.text(nil, language)]) }
    if matter.editions != Set(Edition.allCases) {
      for edition in Edition.allCases where matter.editions.contains(edition) {
        line("edition", [.text(nil, edition.rawValue)])
      }
      if matter.editions.isEmpty { line("no-edition") }
    }
    if let order = matter.order { line("order", [.plain("position", order)]) }
    if let series = matter.series { line("series", [.text(nil, series)]) }
    if let key = matter.translationKey { line("translation-key", [.text(nil, key)]) }
    if let date = matter.expires { line("expires", [.text(nil, describe(date))]) }
    for key in matter.ranges.keys.sorted() { line("range", [.text(nil, key)], range: matter.ranges[key]) }
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
