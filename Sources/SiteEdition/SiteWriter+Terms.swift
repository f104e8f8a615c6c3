import Manuscript
import Templating

extension SiteWriter {
  func writeTags(_ lines: inout TermLines) -> [Artifact] {
    writeTerms(publication.tags, at: "/tags/", title: siteWords.tags, isTree: false, hasFeeds: true, &lines)
  }

  /// Two levels on the list; a page for each, however deep.
  func writeCategories(_ lines: inout TermLines) -> [Artifact] {
    writeTerms(
      publication.categories, at: "/categories/", title: siteWords.categories, isTree: true, hasFeeds: true, &lines)
  }

  /// Series and authors, where there are any.
  func writeSeriesAndAuthors(_ lines: inout TermLines) -> [Artifact] {
    var artifacts: [Artifact] = []
    if !publication.series.isEmpty {
      artifacts += writeTerms(
        publication.series, at: "/series/", title: siteWords.series, isTree: false, hasFeeds: false, &lines)
    }
    if !publication.authors.isEmpty {
      artifacts += writeTerms(
        publication.authors, at: "/authors/", title: siteWords.authors, isTree: false, hasFeeds: false, &lines)
    }
    guard !artifacts.isEmpty else { return [] }
    // An author's own page may stand there.
    let taken = Set(publication.entries.lazy.map { SiteAddresses.file(ofPath: $0.sitePath) })
    return artifacts.filter { !taken.contains($0.path) }
  }

  private func writeTerms(
    _ all: [Publication.Term], at sitePath: String, title: String, isTree: Bool, hasFeeds: Bool,
    _ lines: inout TermLines
  ) -> [Artifact] {
    let children = children(of: all)
    let top = all.indices.filter { all[$0].parent == nil }.map { index in
      TemplateValue.object(
        SiteShapes.topTerm,
        [
          "title": .string(all[index].name), "address": .text(addresses.address(ofPath: all[index].sitePath)),
          "count": .integer(all[index].posts.count), "hasChildren": .boolean(!children[index].isEmpty),
          "children": .list(children[index].map { childValue(all[$0]) }),
        ])
    }
    let page = Page(sitePath: sitePath, languageTag: configuration.contentLanguage, title: title)
    let values = TemplateObject(SiteShapes.terms, ["isTree": .boolean(isTree), "terms": .list(top)])
    return [artifact(sitePath, render("terms", page, values))]
      + all.indices.map {
        writeTerm(
          $0, of: all, below: children[$0], listPath: sitePath, listTitle: title,
          hasFeed: hasFeeds && configuration.site.hasTermFeeds, &lines)
      }
  }

  private func writeTerm(
    _ index: Int, of all: [Publication.Term], below: [Int], listPath: String, listTitle: String, hasFeed: Bool,
    _ lines: inout TermLines
  ) -> Artifact {
    let term = all[index]
    var breadcrumb: [TemplateValue] = []
    var above = term.parent
    while let parent = above {
      breadcrumb.append(link(all[parent].name, addresses.address(ofPath: all[parent].sitePath)))
      above = all[parent].parent
    }
    breadcrumb.append(link(listTitle, addresses.address(ofPath: listPath)))
    let page = Page(
      sitePath: term.sitePath, languageTag: configuration.contentLanguage, title: term.name,
      feedPath: hasFeed ? Self.feedPath(of: term) : nil)
    let values = TemplateObject(
      SiteShapes.term,
      [
        "count": .string(siteWords.posts(term.posts.count)), "breadcrumb": .list(breadcrumb.reversed()),
        "personAddress": term.url.isEmpty ? .absent : .text(addresses.address(ofTarget: term.url)),
        "feedAddress": hasFeed ? .text(addresses.address(ofPath: Self.feedPath(of: term))) : .absent,
        "hasChildren": .boolean(!below.isEmpty), "children": .list(below.map { childValue(all[$0]) }),
        "posts": .list(term.posts.map { post in lines.value(of: post) { line(post, date: \.shortDay) } }),
      ])
    return artifact(term.sitePath, render("term", page, values))
  }

  /// The posts as lists of terms show them: most stand in several, and each is made once.
  struct TermLines {
    private var made: [TemplateValue?]

    init(_ publication: Publication) { made = Array(repeating: nil, count: publication.entries.count) }

    mutating func value(of post: Int, make: () -> TemplateValue) -> TemplateValue {
      if let known = made[post] { return known }
      let value = make()
      made[post] = value
      return value
    }
  }

  func childValue(_ term: Publication.Term) -> TemplateValue {
    .object(
      SiteShapes.childTerm,
      [
        "title": .string(term.name), "address": .text(addresses.address(ofPath: term.sitePath)),
        "count": .integer(term.posts.count),
      ])
  }

  /// For each term, the ones directly below it.
  private func children(of all: [Publication.Term]) -> [[Int]] {
    var children = [[Int]](repeating: [], count: all.count)
    for (index, term) in all.enumerated() {
      if let parent = term.parent { children[parent].append(index) }
    }
    return children
  }
}
