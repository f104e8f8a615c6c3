import Manuscript

/// A home page of the site: that of all content, or of another language that posts were translated to.
struct HomeList: Sendable {
  /// BCP 47.
  var languageTag: String
  /// Site path: `/`, `/en/`.
  var path: String
  /// Newest first.
  var posts: [Int]

  var feedPath: String { path + "feed.xml" }

  /// The site's own first. An author's own page may stand in the place of another one.
  static func all(_ publication: Publication) -> [HomeList] {
    let own = HomeList(
      languageTag: publication.configuration.contentLanguage, path: "/", posts: publication.homePosts)
    let others = publication.languageHomes.map {
      HomeList(languageTag: $0.tag, path: "/\($0.tag.lowercased())/", posts: $0.posts)
    }
    return [own]
      + others.filter { home in !publication.entries.contains { $0.sitePath == home.path } }
  }

  /// Site path of a page of the list, from 1.
  func path(ofPage number: Int) -> String { number == 1 ? path : path + "page/\(number)/" }
}
