import Templating

/// The names that the site's templates may use: what `Sources/CTheme/site/*.mustache` and a user's own files are held
/// against.
enum SiteShapes {
  /// The fixed words in the page's language.
  static let words = TemplateShape([
    "skip": .text, "menu": .text, "home": .text, "categories": .text, "tags": .text, "archives": .text,
    "documents": .text, "contents": .text, "breadcrumb": .text, "updated": .text, "related": .text,
    "neighbours": .text, "previous": .text, "next": .text, "edit": .text, "feed": .text, "lightScheme": .text,
    "darkScheme": .text, "systemScheme": .text, "pinned": .text, "empty": .text, "pages": .text, "newer": .text,
    "older": .text, "missingText": .text, "moved": .text, "search": .text, "searchNeedsScript": .text,
    "toTop": .text, "license": .text, "close": .text, "miniProgram": .text,
    "translations": .text, "series": .text, "seriesPrevious": .text, "seriesNext": .text, "recentlyUpdated": .text,
    "trendingTags": .text, "authors": .text, "homepage": .text,
  ])

  /// What is the same on every page of one language.
  static let site = TemplateShape([
    "siteTitle": .text, "tagline": .text, "seal": .text, "homeAddress": .text, "archivesAddress": .text,
    "feedAddress": .text, "styleAddress": .text, "scriptAddress": .text, "searchScript": .text, "searchStyle": .text,
    "iconAddress": .text, "headLinks": .text, "holder": .text,
    "licenseName": .text, "licenseAddress": .text, "icpFiling": .text, "policeFiling": .text, "policeAddress": .text,
    "lightPaper": .text, "darkPaper": .text,
    "miniProgramAddress": .text, "miniProgramCode": .object(miniProgramCode),
    "words": .object(words),
  ])

  static let miniProgramCode = TemplateShape(["address": .text, "width": .integer, "height": .integer])

  static let menuItem = TemplateShape(["title": .text, "address": .text, "isCurrent": .boolean])
  static let link = TemplateShape(["title": .text, "address": .text])

  /// What the layout asks of every page.
  static let page = TemplateShape([
    "language": .text, "title": .text, "documentTitle": .text, "description": .text, "canonical": .text,
    "isIndexed": .boolean, "metadata": .text, "menu": .list(menuItem),
  ])

  /// An article on a list of titles.
  static let line = TemplateShape([
    "title": .text, "address": .text, "date": .text, "dateISO": .text,
  ])
  /// The picture that stands for an article.
  static let cover = TemplateShape([
    "address": .text, "alternative": .text, "sources": .text, "avif": .text, "placeholder": .text, "width": .integer,
    "height": .integer,
  ])
  /// An article on the home page.
  static let post = TemplateShape(
    extending: line,
    [
      "summary": .text, "isPinned": .boolean, "categories": .list(link), "cover": .object(cover),
    ])
  /// A folder (without address) or a page of the docs.
  static let document = TemplateShape([
    "title": .text, "address": .text, "isCurrent": .boolean, "isBranch": .boolean, "hasDocuments": .boolean,
    "documents": .subtree,
  ])

  /// The same article in another language.
  static let translation = TemplateShape(["title": .text, "address": .text, "language": .text])
  /// A part of the series that an article is in.
  static let part = TemplateShape(["title": .text, "address": .text, "isCurrent": .boolean])
  static let series = TemplateShape([
    "title": .text, "address": .text, "position": .text, "parts": .list(part), "previous": .object(link),
    "next": .object(link),
  ])

  static let article = TemplateShape([
    "titleMarkup": .text, "titleAnchor": .text, "hasDateline": .boolean, "authors": .list(link), "date": .text,
    "dateISO": .text, "updated": .text, "updatedISO": .text, "readingTime": .text, "hasBreadcrumb": .boolean,
    "breadcrumb": .list(link), "cover": .object(cover), "contents": .text, "body": .text, "hasTags": .boolean,
    "tags": .list(link), "editAddress": .text, "hasNeighbours": .boolean, "previous": .object(link),
    "next": .object(link), "hasRelated": .boolean, "related": .list(line), "hasSidebar": .boolean,
    "documents": .list(document), "isPost": .boolean, "showsComments": .boolean,
    "hasTranslations": .boolean, "translations": .list(translation),
    "series": .object(series),
  ])

  static let childTerm = TemplateShape(["title": .text, "address": .text, "count": .integer])

  static let home = TemplateShape([
    "isFirstPage": .boolean, "hasPosts": .boolean, "posts": .list(post), "hasPages": .boolean, "newerAddress": .text,
    "olderAddress": .text, "position": .text, "hasRecentlyUpdated": .boolean, "recentlyUpdated": .list(line),
    "hasTrendingTags": .boolean, "trendingTags": .list(childTerm), "hasTranslations": .boolean,
    "translations": .list(translation),
  ])

  static let year = TemplateShape(["year": .integer, "posts": .list(line)])
  static let archives = TemplateShape(["count": .text, "years": .list(year)])

  static let topTerm = TemplateShape(extending: childTerm, ["hasChildren": .boolean, "children": .list(childTerm)])
  /// The page of all tags, or of all categories.
  static let terms = TemplateShape(["isTree": .boolean, "terms": .list(topTerm)])
  /// The page of one tag or category.
  static let term = TemplateShape([
    "count": .text, "breadcrumb": .list(link), "personAddress": .text, "feedAddress": .text, "hasChildren": .boolean,
    "children": .list(childTerm),
    "posts": .list(line),
  ])

  static let missing = TemplateShape([:])
  static let search = TemplateShape([:])
  static let redirect = TemplateShape(["address": .text])

  /// Every template that is a page, and what it is rendered with besides `site` and `page`.
  static let pages: [(name: String, shape: TemplateShape)] = [
    ("article", article), ("home", home), ("archives", archives), ("terms", terms), ("term", term),
    ("missing", missing), ("search", search), ("redirect", redirect),
  ]
}
