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

  package struct Alias: Hashable, Sendable {
    package var path: String
    package var range: SourceRange
    package init(path: String, range: SourceRange) {
      self.path = path
      self.range = range
    }
  }

  private var fields = Shared(Fields())

  package init() {}

  package static func == (left: Self, right: Self) -> Bool {
    left.fields === right.fields || left.fields.value == right.fields.value
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(fields.value) }

  private struct Fields: Hashable, Sendable {
    var title: String?
    var authors: [Author] = []
    var date: ArticleDate?
    var lastModified: ArticleDate?
    var categories: [String] = []
    var tags: [String] = []
    var isPinned: Bool = false
    var isHidden: Bool = false
    var isDraft: Bool = false
    var isPublished: Bool = true
    var slug: String?
    var permalink: String?
    var aliases: [Alias] = []
    var description: String?
    var cover: Cover?
    var mediaSubpath: String?
    var localCopies: [LocalCopy] = []
    var showsContents: Bool = true
    var showsComments: Bool = true
    var usesMath: Bool?
    var language: String?
    var editions = Fields.allEditions
    var order: Int?
    var series: String?
    var translationKey: String?
    var expires: ArticleDate?
    var ranges: [String: SourceRange] = [:]

    /// Made once: nearly every article has this very set.
    private static let allEditions = Set(Edition.allCases)
  }
}

extension FrontMatter {
  package var title: String? {
    get { fields.value.title }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.title
    }
  }
  package var authors: [Author] {
    get { fields.value.authors }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.authors
    }
  }
  package var date: ArticleDate? {
    get { fields.value.date }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.date
    }
  }
  package var lastModified: ArticleDate? {
    get { fields.value.lastModified }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.lastModified
    }
  }
  /// From the general to the particular.
  package var categories: [String] {
    get { fields.value.categories }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.categories
    }
  }
  package var tags: [String] {
    get { fields.value.tags }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.tags
    }
  }
  package var isPinned: Bool {
    get { fields.value.isPinned }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.isPinned
    }
  }
  /// Published, but in no list.
  package var isHidden: Bool {
    get { fields.value.isHidden }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.isHidden
    }
  }
  package var isDraft: Bool {
    get { fields.value.isDraft }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.isDraft
    }
  }
  package var isPublished: Bool {
    get { fields.value.isPublished }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.isPublished
    }
  }
  package var slug: String? {
    get { fields.value.slug }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.slug
    }
  }
  /// A site path that the author fixed: `/my/path/`.
  package var permalink: String? {
    get { fields.value.permalink }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.permalink
    }
  }
  /// Former site paths that lead here.
  package var aliases: [Alias] {
    get { fields.value.aliases }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.aliases
    }
  }
  package var description: String? {
    get { fields.value.description }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.description
    }
  }
  package var cover: Cover? {
    get { fields.value.cover }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.cover
    }
  }
  /// Chirpy's `media_subpath`: the folder of the article's images and recordings, as a path from the root without a slash
  /// at its end: `/assets/img/2024-05-01`.
  package var mediaSubpath: String? {
    get { fields.value.mediaSubpath }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.mediaSubpath
    }
  }
  /// Files that stand for what the article shows from other servers; they win over the configuration's.
  package var localCopies: [LocalCopy] {
    get { fields.value.localCopies }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.localCopies
    }
  }
  package var showsContents: Bool {
    get { fields.value.showsContents }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.showsContents
    }
  }
  /// Whether the theme's place for comments is printed below a post.
  package var showsComments: Bool {
    get { fields.value.showsComments }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.showsComments
    }
  }
  /// Whether `$…$` is a formula; false: not even `$$…$$`. nil: as the configuration says.
  package var usesMath: Bool? {
    get { fields.value.usesMath }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.usesMath
    }
  }
  /// BCP 47.
  package var language: String? {
    get { fields.value.language }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.language
    }
  }
  package var editions: Set<Edition> {
    get { fields.value.editions }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.editions
    }
  }
  /// Position among its siblings in the docs tree, or in its series; nil: by file name, or by date.
  package var order: Int? {
    get { fields.value.order }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.order
    }
  }
  /// The name of a series of posts that it is a part of.
  package var series: String? {
    get { fields.value.series }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.series
    }
  }
  /// A word that the translations of one article share; nil: their file names say it.
  package var translationKey: String? {
    get { fields.value.translationKey }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.translationKey
    }
  }
  /// When it leaves both editions.
  package var expires: ArticleDate? {
    get { fields.value.expires }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.expires
    }
  }
  /// Where fields stand in the source, by canonical key: for diagnostics made later.
  package var ranges: [String: SourceRange] {
    get { fields.value.ranges }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.ranges
    }
  }
}
