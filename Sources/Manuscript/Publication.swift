/// Everything both editions print, with every link resolved: tables beside the trees.
///
/// Indices into `entries` name articles everywhere. The trees themselves are handed to the writers one at a time.
package struct Publication: Sendable {
  package var configuration: Configuration
  /// Ordered by source path, byte by byte.
  package var entries: [Entry]
  package var assets: [Asset]
  /// Posts that lists show: newest first, then by path. Pinned ones are at their date here; see `pinned`.
  package var posts: [Int]
  /// The pinned among `posts`, newest first.
  package var pinned: [Int]
  package var categories: [Term]
  package var tags: [Term]
  /// Their posts in reading order, the first part first.
  package var series: [Term]
  /// Who wrote the posts, where there are several; else none.
  package var authors: [Term]
  /// Years of `posts`, newest first.
  package var archives: [Year]
  /// Posts that were changed after their day, latest change first; a few.
  package var recentlyUpdated: [Int]
  /// The docs as a tree, in reading order.
  package var documents: [DocumentNode]
  /// Pages that are neither posts nor docs, by their title's order in the menu.
  package var pages: [Int]
  package var menu: [Configuration.MenuItem]
  /// Former site path -> entry.
  package var redirects: [Redirect]
  /// When the publication last changed: the newest date of any article; nil when none is dated. Never the clock.
  package var lastModified: ArticleDate?

  package init(
    configuration: Configuration, entries: [Entry] = [], assets: [Asset] = [], posts: [Int] = [], pinned: [Int] = [],
    categories: [Term] = [], tags: [Term] = [], series: [Term] = [], authors: [Term] = [], archives: [Year] = [],
    recentlyUpdated: [Int] = [], documents: [DocumentNode] = [],
    pages: [Int] = [], menu: [Configuration.MenuItem] = [], redirects: [Redirect] = [],
    lastModified: ArticleDate? = nil
  ) {
    self.configuration = configuration
    self.entries = entries
    self.assets = assets
    self.posts = posts
    self.pinned = pinned
    self.categories = categories
    self.tags = tags
    self.series = series
    self.authors = authors
    self.archives = archives
    self.recentlyUpdated = recentlyUpdated
    self.documents = documents
    self.pages = pages
    self.menu = menu
    self.redirects = redirects
    self.lastModified = lastModified
  }

  /// A place in a series.
  package struct Part: Hashable, Sendable {
    package var series: Int
    package var position: Int
    package init(series: Int, position: Int) {
      self.series = series
      self.position = position
    }
  }

  /// A category or a tag, a series or an author.
  package struct Term: Hashable, Sendable {
    /// As the first (newest) post wrote it.
    package var name: String
    /// `/tags/swift/`; unique even where names differ only in case or in signs (`C`, `C++`, `C#`).
    package var sitePath: String
    /// ASCII, unique among all terms of its kind.
    package var miniProgramName: String
    /// Index into the same table; nil at the top. Tags have none.
    package var parent: Int?
    /// Newest first; those of a series in its order.
    package var posts: [Int]
    /// Of an author: a page elsewhere; empty for all others.
    package var url = ""

    package init(name: String, sitePath: String, miniProgramName: String, parent: Int? = nil, posts: [Int]) {
      self.name = name
      self.sitePath = sitePath
      self.miniProgramName = miniProgramName
      self.parent = parent
      self.posts = posts
    }
  }

  package struct Year: Hashable, Sendable {
    package var year: Int
    /// Newest first.
    package var posts: [Int]
    package init(year: Int, posts: [Int]) {
      self.year = year
      self.posts = posts
    }
  }

  /// A folder or a page of the docs.
  package struct DocumentNode: Hashable, Sendable {
    package var title: String
    /// nil for a folder without `index.md`.
    package var entry: Int?
    package var children: [DocumentNode]
    package init(title: String, entry: Int?, children: [DocumentNode] = []) {
      self.title = title
      self.entry = entry
      self.children = children
    }
  }

  package struct Redirect: Hashable, Sendable {
    package var sitePath: String
    package var entry: Int
    package init(sitePath: String, entry: Int) {
      self.sitePath = sitePath
      self.entry = entry
    }
  }
}
