package import Diagnostics
package import Manuscript

/// Makes one publication of all articles: addresses, lists, neighbours, and where every reference leads.
///
/// Pure: tables go in, tables come out; no tree is looked at. Everything it reports stands at the author's characters.
package struct Binder {
  let configuration: Configuration
  let assets: [Asset]
  var entries: [Publication.Entry] = []
  var diagnostics: [Diagnostic] = []
  var redirects: [Publication.Redirect] = []
  /// The languages that files are named by, by path: `en` of `hello.en.md`.
  var namedLanguages: [String: String] = [:]
  /// Addresses that articles in several languages would have had, by entry: what makes them translations.
  var sharedPaths: [Int: String] = [:]

  /// Binds what was read.
  ///
  /// - Parameters:
  ///   - facts: every article of the workspace, in any order.
  ///   - assets: every other file.
  ///   - now: seconds since 1970; posts dated later are left out unless the configuration shows the future.
  /// - Returns: the publication, whose entries are in order of path, and what the author should know.
  package static func bind(
    _ facts: [ArticleFacts], assets: [Asset], configuration: Configuration, now: Int64
  ) -> (publication: Publication, diagnostics: [Diagnostic]) {
    var binder = Binder(configuration: configuration, assets: assets)
    let visible = binder.selectPublished(facts, now: now)
    binder.assignAddresses(visible)
    binder.assignMiniProgramNames()
    let (posts, pinned) = binder.orderPosts()
    let categories = binder.bindCategories(posts)
    let tags = binder.bindTags(posts)
    let series = binder.bindSeries(posts)
    let authors = binder.bindAuthors(posts)
    binder.linkTranslations()
    let documents = binder.bindDocuments()
    binder.linkNeighbours(posts: posts, documents: documents)
    binder.relatePosts(posts, categories: categories, tags: tags)
    binder.resolveReferences(
      listings: Listings(configuration: configuration, terms: [categories, tags, series, authors]))
    binder.findNamedFiles()
    let pages = binder.orderPages()
    var publication = Publication(
      configuration: configuration, entries: binder.entries, assets: assets, posts: posts, pinned: pinned,
      categories: categories, tags: tags, series: series, authors: authors, archives: binder.archive(posts),
      recentlyUpdated: binder.recentlyUpdated(posts), documents: documents, pages: pages, menu: configuration.menu,
      redirects: binder.redirects, lastModified: binder.lastModified())
    publication.numberParts()
    return (publication, binder.diagnostics)
  }

  private init(configuration: Configuration, assets: [Asset]) {
    self.configuration = configuration
    self.assets = assets
  }

  /// Leaves out drafts, unpublished articles and the future; what is left is in order of path.
  private mutating func selectPublished(_ facts: [ArticleFacts], now: Int64) -> [ArticleFacts] {
    var visible: [ArticleFacts] = []
    visible.reserveCapacity(facts.count)
    for article in facts {
      switch article.withheld(by: configuration, now: now) {
      case nil: visible.append(article)
      case .unpublished: break
      case .future(let date):
        diagnostics.append(
          Diagnostic(
            .futureArticle, path: article.path, range: article.frontMatter.ranges["date"] ?? .fileStart,
            arguments: [date.text]))
      case .expired(let end):
        diagnostics.append(
          Diagnostic(
            .expiredArticle, path: article.path, range: article.frontMatter.ranges["expires"] ?? .fileStart,
            arguments: [end.text]))
      }
    }
    visible.sort { $0.path.precedesByBytes($1.path) }
    recognizeTranslations(&visible)
    resolveAuthors(&visible)
    return visible
  }

  private func lastModified() -> ArticleDate? {
    entries.lazy.compactMap { $0.facts.frontMatter.lastModified ?? $0.facts.frontMatter.date }.max()
  }
}
