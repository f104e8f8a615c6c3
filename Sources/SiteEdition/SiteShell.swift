import Diagnostics
import Manuscript
import Templating
import Typesetting

/// What is the same on many pages, made once: the site's own values per language and the menu.
struct SiteShell: Sendable {
  let icons: SiteIcons
  private let english: TemplateObject
  private let chinese: TemplateObject
  /// Site paths of the menu's items; empty for an address elsewhere.
  private let menuPaths: [String]
  /// The menu with the item at an index marked as current; the last one has none.
  private let menus: [TemplateValue]

  init(
    _ publication: Publication, addresses: SiteAddresses, files: ThemeAssets,
    derived: [ImageDerivation: DerivedImage] = [:]
  ) {
    func versioned(_ file: ThemeAssets.File) -> [UInt8] {
      addresses.address(ofPath: file.sitePath) + Array("?v=\(file.version)".utf8)
    }
    icons = SiteIcons(publication, derived: derived, addresses: addresses, fallback: versioned(files.icon))
    let head = HeadLinks.print(
      publication, addresses, icons: icons,
      worker: publication.configuration.site.isRelative ? nil : files.workerLoader.map(versioned))
    english = Self.site(SiteWords(.english), publication, addresses, files, head)
    chinese = Self.site(SiteWords(.simplifiedChinese), publication, addresses, files, head)
    let items = Self.menu(publication)
    menuPaths = items.map { $0.target.hasPrefix("/") && !$0.target.hasPrefix("//") ? $0.target : "" }
    menus = (0...items.count).map { current in
      .list(
        items.enumerated().map { index, item in
          .object(
            SiteShapes.menuItem,
            [
              "title": .string(item.title), "address": .text(addresses.address(ofTarget: item.target)),
              "isCurrent": .boolean(index == current),
            ])
        })
    }
  }

  func site(_ language: Language) -> TemplateObject {
    switch language {
    case .english: english
    case .simplifiedChinese: chinese
    }
  }

  /// The menu as a page shows it: the item that is the page, or the folder it is in, is marked.
  func menu(at sitePath: String) -> TemplateValue {
    let exact = menuPaths.firstIndex(of: sitePath)
    let around = menuPaths.firstIndex { $0.utf8.count > 1 && $0.hasSuffix("/") && sitePath.hasPrefix($0) }
    return menus[exact ?? around ?? menuPaths.count]
  }

  /// The author's menu, or one of everything there is.
  private static func menu(_ publication: Publication) -> [Configuration.MenuItem] {
    guard publication.menu.isEmpty else { return publication.menu }
    let words = SiteWords(tag: publication.configuration.contentLanguage)
    var items = [Configuration.MenuItem(title: words.home, target: "/")]
    func add(_ title: String, _ target: String, if isThere: Bool) {
      if isThere { items.append(Configuration.MenuItem(title: title, target: target)) }
    }
    add(words.categories, "/categories/", if: !publication.categories.isEmpty)
    add(words.tags, "/tags/", if: !publication.tags.isEmpty)
    add(words.series, "/series/", if: !publication.series.isEmpty)
    add(words.archives, "/archives/", if: !publication.archives.isEmpty)
    if let first = DocumentTree.first(publication.documents) {
      add(words.documents, publication.entries[first].sitePath, if: true)
    }
    for page in publication.pages where !publication.entries[page].facts.frontMatter.isHidden {
      let entry = publication.entries[page]
      add(entry.facts.title, entry.sitePath, if: entry.sitePath != "/")
    }
    return items
  }

  private static func site(
    _ words: SiteWords, _ publication: Publication, _ addresses: SiteAddresses, _ files: ThemeAssets, _ head: [UInt8]
  ) -> TemplateObject {
    let configuration = publication.configuration
    let author = configuration.author.name
    func versioned(_ file: ThemeAssets.File) -> TemplateValue {
      .text(addresses.address(ofPath: file.sitePath) + Array("?v=\(file.version)".utf8))
    }
    return TemplateObject(
      SiteShapes.site,
      [
        "siteTitle": .string(configuration.title), "tagline": .string(configuration.tagline),
        "seal": .string(configuration.title.first.map { String($0).uppercased() } ?? ""),
        "homeAddress": .text(addresses.address(ofPath: "/")),
        "archivesAddress": .text(addresses.address(ofPath: "/archives/")),
        "feedAddress": .text(addresses.address(ofPath: "/feed.xml")), "styleAddress": versioned(files.style),
        "scriptAddress": versioned(files.script),
        "searchScript": configuration.search == .off ? .absent : versioned(files.search),
        "searchStyle": versioned(files.searchStyle), "iconAddress": versioned(files.icon), "headLinks": .markup(head),
        "holder": .string(author.isEmpty ? configuration.title : author),
        "licenseName": .string(configuration.site.license),
        "licenseAddress": .text(AddressEncoding.encode(suffix: configuration.site.licenseURL)),
        "icpFiling": .string(configuration.site.icpFiling), "policeFiling": .string(configuration.site.policeFiling),
        "policeAddress": .string(policeAddress(configuration.site.policeFiling)),
        "lightPaper": .string(files.paper.light), "darkPaper": .string(files.paper.dark),
        "miniProgramAddress": .text(AddressEncoding.encode(suffix: configuration.site.miniProgramLink)),
        "miniProgramCode": miniProgramCode(publication, addresses),
        "words": Self.words(words),
      ])
  }

  /// Where the public-security bureau shows a filing, which it knows by its number; its front page when there is none.
  private static func policeAddress(_ filing: String) -> String {
    let number = filing.filter { ("0"..."9").contains($0) }
    return "https://beian.mps.gov.cn/" + (number.isEmpty ? "" : "#/query/webSearch?code=\(number)")
  }

  /// The image that the author names, where there is such a file.
  private static func miniProgramCode(_ publication: Publication, _ addresses: SiteAddresses) -> TemplateValue {
    let path = publication.configuration.site.miniProgramCode
    guard !path.isEmpty, let asset = publication.assets.first(where: { $0.path == path }) else { return .absent }
    return .object(
      SiteShapes.miniProgramCode,
      [
        "address": .text(addresses.address(ofPath: asset.sitePath)),
        "width": .integer(asset.size?.width ?? 0), "height": .integer(asset.size?.height ?? 0),
      ])
  }

  private static func words(_ words: SiteWords) -> TemplateValue {
    .object(
      SiteShapes.words,
      [
        "skip": .string(words.skip), "menu": .string(words.menu), "home": .string(words.home),
        "categories": .string(words.categories), "tags": .string(words.tags), "archives": .string(words.archives),
        "documents": .string(words.documents), "contents": .string(words.contents),
        "breadcrumb": .string(words.breadcrumb), "updated": .string(words.updated),
        "related": .string(words.related), "neighbours": .string(words.neighbours),
        "previous": .string(words.previous), "next": .string(words.next), "edit": .string(words.edit),
        "feed": .string(words.feed), "lightScheme": .string(words.lightScheme),
        "darkScheme": .string(words.darkScheme), "systemScheme": .string(words.systemScheme),
        "pinned": .string(words.pinned), "empty": .string(words.empty), "pages": .string(words.pages),
        "newer": .string(words.newer), "older": .string(words.older), "missingText": .string(words.missingText),
        "translations": .string(words.translations), "series": .string(words.series),
        "seriesPrevious": .string(words.seriesPrevious), "seriesNext": .string(words.seriesNext),
        "recentlyUpdated": .string(words.recentlyUpdated), "trendingTags": .string(words.trendingTags),
        "authors": .string(words.authors), "homepage": .string(words.homepage),
        "moved": .string(words.moved), "search": .string(words.search),
        "searchNeedsScript": .string(words.searchNeedsScript), "toTop": .string(words.toTop),
        "license": .string(words.license), "close": .string(words.close),
        "miniProgram": .string(words.miniProgram),
      ])
  }
}
