/// The keys of a front matter that mean something, by their canonical names: those of Jekyll where it has one.
enum FrontMatterKey: String, CaseIterable, Sendable {
  case title, authors, date
  case lastModified = "last_modified_at"
  case categories, category, tags, tag
  case pin, hidden, draft, published
  case slug, permalink, aliases
  case description, image
  case mediaSubpath = "media_subpath"
  case localCopies = "local-copies"
  case toc, comments, math, lang, editions, order, series, expires
  case translationKey = "translation-key"

  /// Understands the names that Jekyll, Chirpy, Hexo and Hugo use, in any letter case.
  init?(named name: String) {
    if let key = Self.exact(name) {
      self = key
    } else if let key = Self.exact(name.lowercased()) {
      self = key
    } else {
      return nil
    }
  }

  private static func exact(_ name: String) -> FrontMatterKey? {
    switch name {
    case "author": .authors
    case "lastmod", "updated": .lastModified
    case "pinned": .pin
    case "redirect_from": .aliases
    case "img_path": .mediaSubpath  // Chirpy before 7
    case "local_copies": .localCopies
    case "mathjax", "katex": .math
    case "language": .lang
    case "series_order", "series-order": .order
    case "expiry_date", "expirydate", "expiryDate": .expires
    case "translation_key", "translationkey", "translationKey": .translationKey
    default: FrontMatterKey(rawValue: name)
    }
  }

  /// The name under which `FrontMatter.ranges` knows where it stands.
  var field: String {
    switch self {
    case .category: Self.categories.rawValue
    case .tag: Self.tags.rawValue
    case .title, .authors, .date, .lastModified, .categories, .tags, .pin, .hidden, .draft, .published, .slug,
      .permalink, .aliases, .description, .image, .mediaSubpath, .localCopies, .toc, .comments, .math, .lang, .editions,
      .order,
      .series,
      .expires, .translationKey:
      rawValue
    }
  }

  /// Whether several of its names may stand side by side (`author` and `authors`), their values joined.
  var joins: Bool {
    switch self {
    case .authors, .categories, .category, .tags, .tag, .aliases: true
    case .title, .date, .lastModified, .pin, .hidden, .draft, .published, .slug, .permalink, .description, .image,
      .mediaSubpath, .localCopies, .toc, .comments, .math, .lang, .editions, .order, .series, .expires, .translationKey:
      false
    }
  }

  /// Every name, for "did you mean".
  static let names =
    allCases.map(\.rawValue) + ["author", "lastmod", "updated", "pinned", "redirect_from", "language", "expiry_date"]

  /// Keys of Jekyll, Chirpy, Hexo and Hugo without meaning here: left alone in silence, so that an existing blog is
  /// not buried in notes.
  static func isForeign(_ name: String) -> Bool { foreign.contains(name) }

  private static let foreign: Set<String> = [
    // Jekyll and its plug-ins.
    "layout", "excerpt", "excerpt_separator", "render_with_liquid", "sitemap", "redirect_to", "canonical_url",
    "robots", "collection", "ext", "id", "locale", "paginate", "pagination", "seo", "nav_order", "parent",
    // Chirpy.
    "mermaid", "img_cdn", "cdn", "icon", "panel_includes", "swap_banner",
    // Hexo.
    "comment", "disableNunjucks", "abbrlink", "top", "sticky", "cover", "thumbnail", "banner_img", "index_img",
    "keywords", "subtitle", "copyright", "photos", "swiper_index", "top_img", "readmore", "sponsor",
    // Hugo.
    "weight", "type", "linkTitle", "summary", "url", "markup", "outputs", "resources", "params", "cascade",
    "build", "headless", "isCJKLanguage", "publishDate", "menu", "menus", "videos", "audio", "images",
    "sitemaps", "showToc", "TocOpen", "showtoc", "featuredImage", "hiddenFromHomePage",
    "lightgallery",
  ]
}
