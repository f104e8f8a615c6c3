import Manuscript

/// The pages of the site that are no articles, as links may name them.
struct Listings {
  /// Addresses that lists have whatever the content is.
  static let fixedPaths = [
    "/", "/categories/", "/tags/", "/archives/", "/404.html", "/feed.xml", "/sitemap.xml", "/robots.txt",
  ]

  let paths: Set<String>

  init(configuration: Configuration, categories: [Publication.Term], tags: [Publication.Term]) {
    paths = Set(Self.fixedPaths + categories.map(\.sitePath) + tags.map(\.sitePath))
  }
}
