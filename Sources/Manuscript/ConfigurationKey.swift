/// Every key that `offprint.yml` may hold, by its path: `miniprogram.navigation-color.dark`, `menu[].title`.
///
/// The one list that the configuration's reader accepts and `schema/offprint.schema.json` describes: a new setting begins here.
package enum ConfigurationKey: String, Hashable, Sendable, CaseIterable {
  case title
  case tagline
  case description
  case url
  case basePath = "base-path"
  case language
  case timezone
  case author
  case authorName = "author.name"
  case authorEmail = "author.email"
  case authorURL = "author.url"
  case authors
  case authorsID = "authors[].id"
  case authorsName = "authors[].name"
  case authorsURL = "authors[].url"
  case pageSize = "page-size"
  case permalink
  case drafts
  case future
  case lastModified = "last-modified"
  case defaults
  case defaultsScope = "defaults[].scope"
  case defaultsPath = "defaults[].scope.path"
  case defaultsType = "defaults[].scope.type"
  case defaultsValues = "defaults[].values"
  case lineNumbers = "line-numbers"
  case keepLocation = "keep-location"
  case feedSize = "feed-size"
  case math
  case mathMacros = "math-macros"
  case search
  case menu
  case menuTitle = "menu[].title"
  case menuTarget = "menu[].target"
  case localCopies = "local-copies"
  case localCopyAddress = "local-copies[].address"
  case localCopyFile = "local-copies[].file"
  case site
  case avif = "site.avif"
  case icpFiling = "site.icp-filing"
  case policeFiling = "site.police-filing"
  case license = "site.license"
  case licenseURL = "site.license-url"
  case editLink = "site.edit-link"
  case contentsDepth = "site.contents-depth"
  case miniProgramLink = "site.miniprogram-link"
  case miniProgramCode = "site.miniprogram-code"
  case logo = "site.logo"
  case shareCards = "site.share-cards"
  case feedContent = "site.feed-content"
  case termFeeds = "site.term-feeds"
  case markdownCopies = "site.markdown-copies"
  case serviceWorker = "site.service-worker"
  case miniProgram = "miniprogram"
  case appID = "miniprogram.appid"
  case miniProgramName = "miniprogram.name"
  case navigationColor = "miniprogram.navigation-color"
  case navigationColorLight = "miniprogram.navigation-color.light"
  case navigationColorDark = "miniprogram.navigation-color.dark"
  case accentColor = "miniprogram.accent-color"
  case accentColorLight = "miniprogram.accent-color.light"
  case accentColorDark = "miniprogram.accent-color.dark"
  case tabBar = "miniprogram.tab-bar"
  case totalBudget = "miniprogram.total-budget"
  case packageBudget = "miniprogram.package-budget"
  case packageLimit = "miniprogram.package-limit"
  case overflow = "miniprogram.overflow"
  case nodesPerPage = "miniprogram.nodes-per-page"

  /// The path of the mapping that holds it; empty at the top.
  package var parent: String {
    rawValue.lastIndex(of: ".").map { String(rawValue[..<$0]) } ?? ""
  }

  /// The word that is written before the colon.
  package var name: String {
    rawValue.lastIndex(of: ".").map { String(rawValue[rawValue.index(after: $0)...]) } ?? rawValue
  }

  /// What may stand behind the colon.
  package enum Value: Hashable, Sendable {
    case text
    case boolean
    /// A whole number of at least `minimum`.
    case integer(minimum: Int)
    /// A whole number between two.
    case range(ClosedRange<Int>)
    /// A count of bytes: a whole number, or a text such as `20MB`, `512 KB` (powers of 1024).
    case bytes(maximum: Int)
    /// An address with a scheme, or empty.
    case address
    /// `#rrggbb` or `#rgb`.
    case color
    /// One of a few words.
    case word([String])
    /// A list of a few words, none twice.
    case words([String], count: ClosedRange<Int>)
    /// Keys of its own.
    case mapping
    /// Keys of its own, or one text (the author's name).
    case textOrMapping
    /// A list of mappings.
    case list
    /// Keys of a front matter.
    case frontMatter
    /// Texts by names of the author's own.
    case texts
  }

  package var value: Value {
    switch self {
    case .title, .tagline, .description, .basePath, .language, .timezone, .authorName, .authorEmail, .permalink,
      .authorsID, .authorsName, .defaultsPath, .logo, .menuTitle, .menuTarget, .localCopyFile, .icpFiling,
      .policeFiling, .license, .editLink, .miniProgramCode, .appID, .miniProgramName:
      .text
    case .url, .authorURL, .authorsURL, .licenseURL, .miniProgramLink, .localCopyAddress: .address
    case .author: .textOrMapping
    case .pageSize: .integer(minimum: 1)
    // The platform's rules: 100 subpackages, 2 MB each, 30 MB in all; a thousand nodes a page.
    case .packageLimit: .range(1...100)
    case .nodesPerPage: .range(60...760)
    case .contentsDepth: .range(2...6)
    case .feedSize: .integer(minimum: 0)
    case .drafts, .future, .lineNumbers, .keepLocation, .shareCards, .termFeeds, .markdownCopies, .math, .avif: .boolean
    case .mathMacros: .texts
    case .menu, .localCopies, .authors, .defaults: .list
    case .defaultsValues: .frontMatter
    case .defaultsType: .word(["posts", "docs", "pages"])
    case .lastModified: .word(Configuration.LastModified.allCases.map(\.rawValue))
    case .feedContent: .word(Configuration.Site.FeedContent.allCases.map(\.rawValue))
    case .serviceWorker: .word(Configuration.Site.ServiceWorker.allCases.map(\.rawValue))
    case .site, .miniProgram, .defaultsScope, .navigationColor, .accentColor: .mapping
    case .navigationColorLight, .navigationColorDark, .accentColorLight, .accentColorDark: .color
    case .tabBar: .words(Configuration.MiniProgram.Tab.allCases.map(\.rawValue), count: 2...5)
    case .totalBudget: .bytes(maximum: 30 * 1024 * 1024)
    case .packageBudget: .bytes(maximum: 2 * 1024 * 1024)
    case .search: .word(Configuration.SearchScope.allCases.map(\.rawValue))
    case .overflow: .word(Configuration.MiniProgram.Overflow.allCases.map(\.rawValue))
    }
  }
}
