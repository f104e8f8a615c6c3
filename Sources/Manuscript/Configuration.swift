package import Diagnostics

/// What `offprint.yml` says, with the defaults filled in. The schema is `schema/offprint.schema.json`.
package struct Configuration: Hashable, Sendable {
  /// Its path in the source folder.
  package static let fileName = "offprint.yml"

  package var title = "Offprint"
  /// One line under the title.
  package var tagline = ""
  package var description = ""
  /// Scheme and host of the published site, no trailing slash: `https://example.com`. Empty: not known.
  package var url = ""
  /// Path under which the site is served, no trailing slash: `/blog`; empty for the root.
  package var basePath = ""
  /// BCP 47 language of content without `lang`.
  package var contentLanguage = "zh-CN"
  /// Offset in minutes east of UTC for dates that name none. From `timezone` (`Asia/Shanghai`, `+08:00`).
  package var timeZone = TimeZoneRule.fixed(minutes: 480)
  package var author = Author()
  /// The authors that front matter may name by their ids; empty: every name is taken as it is.
  package var authors: [KnownAuthor] = []
  /// Front matter of whole folders, the particular before the general.
  package var defaults: [Defaults] = []
  /// Where the date of an article's last change comes from.
  package var lastModified = LastModified.frontMatter
  /// Posts per page of the home list.
  package var pageSize = 10
  /// `/posts/:title/` by default; tokens `:title :year :month :day :categories`.
  package var postPermalink = "/posts/:title/"
  package var showsDrafts = false
  package var showsFuture = false
  package var showsLineNumbers = false
  /// Whether photographs keep the place where they were taken.
  package var keepsLocation = false
  /// Articles in the Atom feed.
  package var feedSize = 20
  /// What the search of both editions finds.
  package var search = SearchScope.full
  package var site = Site()
  package var miniProgram = MiniProgram()
  /// Menu of both editions; empty: home, categories, tags, archives and every `content/*.md` page.
  package var menu: [MenuItem] = []

  /// Files of this folder that stand for images and recordings on other servers: nothing is ever downloaded.
  package var localCopies: [LocalCopy] = []
  /// Files that single settings name (a logo, a code), and where: whether they exist is seen when the folder is known.
  package var namedFiles: [NamedFile] = []

  /// Whether `$…$` is a formula in articles that say nothing of it.
  package var usesMath = false
  /// Macros that every formula knows, in the order in which they are written.
  package var mathMacros: [MathMacro] = []

  package init() {}

  package struct MathMacro: Hashable, Sendable {
    /// With or without backslash.
    package var name: String
    /// What it stands for; `#1` to `#9` are what follows it in braces.
    package var tex: String
    package init(name: String, tex: String) {
      self.name = name
      self.tex = tex
    }
  }

  package struct NamedFile: Hashable, Sendable {
    /// In the source folder; no slash at either end.
    package var path: String
    /// In `offprint.yml`.
    package var range: SourceRange
    package init(path: String, range: SourceRange) {
      self.path = path
      self.range = range
    }
  }

  package struct Author: Hashable, Sendable {
    package var name = ""
    package var email = ""
    package var url = ""
    package init() {}
  }

  /// One row of the table of authors.
  package struct KnownAuthor: Hashable, Sendable {
    /// What front matter writes.
    package var id: String
    package var name: String
    /// Empty: none.
    package var url: String
    package init(id: String, name: String, url: String = "") {
      self.id = id
      self.name = name
      self.url = url
    }
  }

  package enum LastModified: String, Hashable, Sendable, CaseIterable {
    case frontMatter = "front-matter"
    /// The last commit that touched the file, where front matter does not say.
    case git
  }

  package enum SearchScope: String, Hashable, Sendable, CaseIterable {
    /// There is no search.
    case off
    /// Titles, tags and categories.
    case titles
    /// The text as well. The mini-program falls back to titles, with a report, where the text has no room.
    case full
  }

  package struct MenuItem: Hashable, Sendable {
    package var title: String
    /// A site path (`/about/`) or an address.
    package var target: String
    package init(title: String, target: String) {
      self.title = title
      self.target = target
    }
  }

  package struct Site: Hashable, Sendable {
    /// Whether pictures are offered as AVIF too: smaller still, and slow to make.
    package var usesAVIF = false
    /// ICP filing number shown in the footer: `京ICP备12345678号-1`.
    package var icpFiling = ""
    /// Public-security filing number.
    package var policeFiling = ""
    /// Shown below articles: `CC BY 4.0`.
    package var license = ""
    package var licenseURL = ""
    /// `https://github.com/me/blog/edit/main/:path`.
    package var editLink = ""
    /// The lowest level of headings in the contents beside an article.
    package var contentsDepth = 3
    /// Address that opens the mini-program (`https://wxaurl.cn/…`); empty: the site names none.
    package var miniProgramLink = ""
    /// Image file of the mini-program's own code, relative to the source folder; empty: the site shows none.
    package var miniProgramCode = ""
    /// A file of the source folder that the site's icons are made of; empty: the theme's icon.
    package var logo = ""
    /// Whether every post gets a picture with its title, for links that are shared.
    package var makesShareCards = false
    package var feedContent = FeedContent.full
    /// Whether every tag and category has a feed of its own.
    package var hasTermFeeds = true
    /// Whether every article's source is published beside its page.
    package var copiesMarkdown = false
    package var serviceWorker = ServiceWorker.off
    /// Whether pages name each other by relative addresses with their file names, so that they can be read from a disk.
    /// Asked for on the command line.
    package var isRelative = false
    package init() {}

    package enum FeedContent: String, Hashable, Sendable, CaseIterable {
      case full, summary
    }

    package enum ServiceWorker: String, Hashable, Sendable, CaseIterable {
      case off, on
      /// Takes itself and everything it kept away, from browsers that still have one.
      case retire
    }
  }

  package struct MiniProgram: Hashable, Sendable {
    /// Empty: `touristappid` is emitted.
    package var appID = ""
    /// Empty: `Configuration.title`.
    package var name = ""
    /// Hexadecimal colours of the navigation bar in light and dark.
    package var navigationColor = NavigationColor()
    /// Hexadecimal colours of links, marks and the tab in use, in light and dark; nil: the theme's.
    package var accentColor = AccentColor()
    /// The tabs, in their order: two to five, none twice. One whose page this publication does not have is passed over.
    package var tabs: [Tab] = [.home, .categories, .tags, .archives, .more]
    /// Total of all packages in bytes: 30 MB, or 20 MB for apps of service providers (wechat-rules 1).
    package var totalBudget = 30 * 1024 * 1024
    /// Bytes of one package: 2 MB by the platform's rule.
    package var packageBudget = 2 * 1024 * 1024
    /// At most this many subpackages (100 by the platform's rule).
    package var packageLimit = 100
    /// What to do with articles beyond the budget; nothing is ever dropped without a report.
    package var overflow = Overflow.newestFirst
    /// Nodes of an article's text on one page; a longer article is cut into parts. What stands around the text (title,
    /// neighbours, sheet) has the rest of the platform's thousand.
    package var nodesPerPage = 760
    package init() {}

    /// A page that a tab can lead to.
    package enum Tab: String, Hashable, Sendable, CaseIterable {
      case home, categories, tags, archives, documents, more
    }

    package enum Overflow: String, Hashable, Sendable, CaseIterable {
      /// Keep the newest articles, report the rest.
      case newestFirst = "newest-first"
      /// An article without room is an error: nothing is delivered.
      case fail
      /// Write every article whatever the budget says (for measuring; cannot be uploaded).
      case unlimited
    }
  }

  package struct AccentColor: Hashable, Sendable {
    package var light: String?
    package var dark: String?
    package init() {}
  }

  package struct NavigationColor: Hashable, Sendable {
    package var light = "#ffffff"
    package var dark = "#16181d"
    package init() {}
  }
}

/// Which offset a date without one has.
package enum TimeZoneRule: Hashable, Sendable {
  case fixed(minutes: Int)
  /// Offsets that change at instants (from the zone database): ascending, the first applies to all time before it too.
  case changing([Change])

  package struct Change: Hashable, Sendable {
    /// Seconds since 1970 from which the offset is in force.
    package var from: Int64
    package var minutes: Int
    package init(from: Int64, minutes: Int) {
      self.from = from
      self.minutes = minutes
    }
  }

  /// The offset in force at an instant.
  package func minutes(at seconds: Int64) -> Int {
    switch self {
    case .fixed(let minutes): minutes
    case .changing(let changes): (changes.last { $0.from <= seconds } ?? changes.first)?.minutes ?? 0
    }
  }
}
