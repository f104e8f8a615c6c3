import Diagnostics
package import Manuscript
import Typesetting

extension SiteWriter {
  /// Bytes of an article beyond which feeds hold its summary: readers fetch a feed again and again, and each format would
  /// hold a book once more.
  static let feedContentLimit = 256 * 1024

  /// The body of an article as feeds show it, every address whole; nil for one that no feed holds whole.
  package func feedContent(_ article: Article, entry index: Int) -> [UInt8]? {
    guard configuration.site.feedContent == .full, fed.contains(index),
      // HTML is longer than what it was written as.
      Int(article.body.last?.range.end ?? 0) <= Self.feedContentLimit
    else { return nil }
    let entry = publication.entries[index]
    let links = ArticleLinks(
      references: article.facts.references, destinations: entry.destinations, site: addresses, wholeFor: index)
    var writer = ArticleBodyWriter(
      article, profile: .offprint, links: links,
      words: SiteWords(tag: entry.facts.frontMatter.language ?? configuration.contentLanguage),
      showsLineNumbers: false)
    let html = writer.write(from: ownTitle(article) == nil ? 0 : 1).html
    return html.count <= Self.feedContentLimit ? html : nil
  }

  /// The site's feeds in three formats, one for each other language, and one for each tag and category. RSS and JSON Feed need whole addresses.
  ///
  /// - Parameter contents: what `feedContent` gave, by entry.
  func writeFeeds(_ contents: [Int: [UInt8]]) -> [Artifact] {
    let facts = FeedFacts(publication, addresses)
    func channel(_ path: String, of home: HomeList? = nil) -> FeedChannel {
      let home = home ?? homes[0]
      return FeedChannel(
        title: configuration.title, page: addresses.address(ofPath: home.path), own: addresses.address(ofPath: path),
        posts: home.posts.prefix(max(0, configuration.feedSize)), contents: contents)
    }
    var artifacts = homes.map { artifact($0.feedPath, AtomFeed(facts).write(channel($0.feedPath, of: $0))) }
    if !configuration.url.isEmpty {
      artifacts.append(artifact("/rss.xml", RSSFeed(facts).write(channel("/rss.xml"))))
      artifacts.append(artifact("/feed.json", JSONFeed(facts).write(channel("/feed.json"))))
    }
    guard configuration.site.hasTermFeeds else { return artifacts }
    let atom = AtomFeed(facts)
    for term in publication.categories + publication.tags {
      let path = Self.feedPath(of: term)
      let channel = FeedChannel(
        title: "\(term.name) · \(configuration.title)", page: addresses.address(ofPath: term.sitePath),
        own: addresses.address(ofPath: path), posts: term.posts.prefix(max(0, configuration.feedSize)), contents: [:])
      artifacts.append(artifact(path, atom.write(channel)))
    }
    return artifacts
  }

  static func feedPath(of term: Publication.Term) -> String { term.sitePath + "feed.xml" }
}
