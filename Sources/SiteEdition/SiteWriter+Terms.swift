import Manuscript
import Templating

extension SiteWriter {
  func writeTags() -> [Artifact] {
    writeTerms(publication.tags, at: "/tags/", title: siteWords.tags, isTree: false, hasFeeds: true)
  }

  /// Two levels on the list; a page for each, however deep.
  func writeCategories() -> [Artifact] {
    writeTerms(publication.categories, at: "/categories/", title: siteWords.categories, isTree: true, hasFeeds: true)
  }

  /// Series and authors, where there are any.
  func writeSeriesAndAuthors() -> [Artifact] {
    var artifacts: [Artifact] = []
    if !publication.series.isEmpty {
      artifacts += writeTerms(
        publication.series, at: "/series/", title: siteWords.series, isTree: false, hasFeeds: false)
    }
    if !publication.authors.isEmpty {
      artifacts += writeTerms(
        publication.authors, at: "/authors/", title: siteWords.authors, isTree: false, hasFeeds: false)
    }
    // An author's own page may stand there.
    let taken = Set(publication.entries.lazy.map { SiteAddresses.file(ofPath: $0.sitePath) })
    return artifacts.filter { !taken.contains($0.path) }
  }

  private func writeTerms(
    _ all: [Publication.Term], at sitePath: String, title: String, isTree: Bool, hasFeeds: Bool
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
          hasFeed: hasFeeds && configuration.site.hasTermFeeds)
      }
  }

  private func writeTerm(
    _ index: Int, of all: [Publication.Term], below: [Int], listPath: String, listTitle: String, hasFeed: Bool
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
        "posts": .list(term.posts.map { line($0, date: \.shortDay) }),
      ])
    return artifact(term.sitePath, render("term", page, values))
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
