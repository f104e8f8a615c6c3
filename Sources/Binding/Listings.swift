import Manuscript

/// The pages of the site that are no articles, as links may name them.
struct Listings {
  /// Addresses that lists have whatever the content is.
  static let fixedPaths = [
    "/", "/categories/", "/tags/", "/archives/", "/404.html", "/feed.xml", "/rss.xml", "/feed.json", "/sitemap.xml",
    "/robots.txt", "/opensearch.xml", "/llms.txt", "/manifest.webmanifest", "/service-worker.js",
  ]

  let paths: Set<String>

  /// - Parameter terms: categories, tags, series, authors; the latter two have a list where there are any.
  init(configuration: Configuration, terms: [[Publication.Term]]) {
    var paths = Set(Self.fixedPaths)
    for term in terms.joined() {
      paths.insert(term.sitePath)
      // `/series/a/` stands on the list `/series/`.
      let parts = term.sitePath.split(separator: "/")
      if let first = parts.first { paths.insert("/\(first)/") }
    }
    self.paths = paths
  }
}
