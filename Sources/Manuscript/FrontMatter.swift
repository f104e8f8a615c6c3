package import Diagnostics

/// The typed fields of a front matter. A field that was absent or unusable is nil or empty.
package struct FrontMatter: Hashable, Sendable {
  package struct Author: Hashable, Sendable {
    package var name: String
    package var url: String?
    package init(name: String, url: String? = nil) {
      self.name = name
      self.url = url
    }
  }

  /// Chirpy's `image`: a path, or path with alternative text and low-quality placeholder.
  package struct Cover: Hashable, Sendable {
    /// Index into `ArticleFacts.references`.
    package var reference: Int
    package var alternative: String
    package init(reference: Int, alternative: String) {
      self.reference = reference
      self.alternative = alternative
    }
  }

  package var title: String?
  package var authors: [Author] = []
  package var date: ArticleDate?
  package var lastModified: ArticleDate?
  /// From the general to the particular.
  package var categories: [String] = []
  package var tags: [String] = []
  package var isPinned = false
  /// Published, but in no list.
  package var isHidden = false
  package var isDraft = false
  package var isPublished = true
  package var slug: String?
  /// A site path that the author fixed: `/my/path/`.
  package var permalink: String?
  /// Former site paths that lead here.
  package var aliases: [Alias] = []
  package var description: String?
  package var cover: Cover?
  /// Chirpy's `media_subpath`: the folder of the article's images and recordings, as a path from the root without a slash
  /// at its end: `/assets/img/2024-05-01`.
  package var mediaSubpath: String?
  /// Files that stand for what the article shows from other servers; they win over the configuration's.
  package var localCopies: [LocalCopy] = []
  package var showsContents = true
  /// Whether the theme's place for comments is printed below a post.
  package var showsComments = true
  /// Whether `$…$` is a formula; false: not even `$$…$$`. nil: as the configuration says.
  package var usesMath: Bool?
  /// BCP 47.
  package var language: String?
  package var editions: Set<Edition> = Set(Edition.allCases)
  /// Position among its siblings in the docs tree, or in its series; nil: by file name, or by date.
  package var order: Int?
  /// The name of a series of posts that it is a part of.
  package var series: String?
  /// A word that the translations of one article share; nil: their file names say it.
  package var translationKey: String?
  /// When it leaves both editions.
  package var expires: ArticleDate?
  /// Where fields stand in the source, by canonical key: for diagnostics made later.
  package var ranges: [String: SourceRange] = [:]

  package init() {}

  package struct Alias: Hashable, Sendable {
    package var path: String
    package var range: SourceRange
    package init(path: String, range: SourceRange) {
      self.path = path
      self.range = range
    }
  }
}
