import Manuscript
import Typesetting

/// What a page's head says to programs: translations, Open Graph, Twitter cards, structured data.
extension SiteWriter {
  /// A picture that stands for a page where its link is shared.
  struct Picture {
    /// With scheme and host.
    var address: [UInt8]
    var size: PixelSize?
    var alternative = ""
  }

  func metadata(of page: Page) -> [UInt8] {
    var printer = HTMLPrinter(reservingCapacity: 3072)
    if page.isIndexed { writeTranslations(of: page, to: &printer) }
    if let feed = page.feedPath {
      printer.voidTag("link")
      printer.attribute("rel", literal: "alternate")
      printer.attribute("type", literal: "application/atom+xml")
      printer.attribute("title", page.title)
      printer.attribute("href", addresses.address(ofPath: feed))
      printer.finishVoidTag()
      printer.lineFeed()
    }
    writeOpenGraph(page, to: &printer)
    // Structured data names things by whole addresses.
    if !configuration.url.isEmpty, page.isIndexed {
      let data = structuredData(of: page)
      if !data.isEmpty {
        printer.startTag("script")
        printer.attribute("type", literal: "application/ld+json")
        printer.finishTag()
        // Inside a script nothing is unescaped: what could end it must not stand there.
        printer.markup(Self.harmless(data))
        printer.end()
        printer.lineFeed()
      }
    }
    return printer.bytes
  }

  /// JSON in which no `<` stands; it can only have stood in texts.
  private static func harmless(_ json: [UInt8]) -> [UInt8] {
    let sign = UInt8(ascii: "<")
    guard json.contains(sign) else { return json }
    var result: [UInt8] = []
    result.reserveCapacity(json.count + 64)
    for byte in json {
      if byte == sign { result += "\\u003c".utf8 } else { result.append(byte) }
    }
    return result
  }

  /// Links to the other languages, and to the one for readers of none of them: the site's own language.
  private func writeTranslations(of page: Page, to printer: inout HTMLPrinter) {
    let translations = page.entry.map { publication.entries[$0].translations } ?? []
    let languages =
      translations.map { (tag: language(of: $0), address: addresses.entries[$0]) }
      + page.languages.map { (tag: $0.tag, address: addresses.address(ofPath: $0.sitePath)) }
    func write(_ tag: String, _ address: [UInt8]) {
      printer.voidTag("link")
      printer.attribute("rel", literal: "alternate")
      printer.attribute("hreflang", tag)
      printer.attribute("href", addresses.whole(address))
      printer.finishVoidTag()
      printer.lineFeed()
    }
    for one in languages { write(one.tag, one.address) }
    if let original = languages.first(where: { $0.tag == configuration.contentLanguage }) {
      write("x-default", original.address)
    }
  }

  func language(of entry: Int) -> String { publication.language(of: entry) }

  private func writeOpenGraph(_ page: Page, to printer: inout HTMLPrinter) {
    func property(_ name: StaticString, _ content: some OpenGraphValue) {
      printer.voidTag("meta")
      printer.attribute("property", literal: name)
      content.write(to: &printer)
      printer.finishVoidTag()
      printer.lineFeed()
    }
    property("og:title", page.title)
    property("og:type", page.isArticle ? "article" : "website")
    property("og:site_name", configuration.title)
    property("og:locale", Self.locale(page.languageTag))
    if !configuration.url.isEmpty { property("og:url", addresses.whole(addresses.address(ofPath: page.sitePath))) }
    if !page.description.isEmpty { property("og:description", page.description) }
    if let entry = page.entry {
      for other in publication.entries[entry].translations where other != entry {
        property("og:locale:alternate", Self.locale(language(of: other)))
      }
    }
    let picture = picture(of: page)
    if let picture {
      property("og:image", picture.address)
      if let size = picture.size {
        property("og:image:width", String(size.width))
        property("og:image:height", String(size.height))
      }
      property("og:image:alt", picture.alternative.isEmpty ? page.title : picture.alternative)
    }
    if page.isArticle, let entry = page.entry {
      let matter = publication.entries[entry].facts.frontMatter
      if let date = matter.date { property("article:published_time", date.iso8601) }
      if let date = matter.lastModified { property("article:modified_time", date.iso8601) }
      if let section = matter.categories.first { property("article:section", section) }
      for tag in matter.tags { property("article:tag", tag) }
    }
    printer.voidTag("meta")
    printer.attribute("name", literal: "twitter:card")
    let isWide = picture?.size.map { $0.width >= 300 && $0.width * 3 >= $0.height * 4 } ?? (picture != nil)
    printer.attribute("content", literal: isWide ? "summary_large_image" : "summary")
    printer.finishVoidTag()
    printer.lineFeed()
  }

  /// `zh_CN`: as Open Graph writes it.
  private static func locale(_ tag: String) -> String {
    let hyphen = UInt8(ascii: "-")
    return String(decoding: tag.utf8.map { $0 == hyphen ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
  }

  /// The page's cover, else its share card, else the site's logo; nil where the site does not know its own address.
  func picture(of page: Page) -> Picture? {
    guard !configuration.url.isEmpty else { return nil }
    if let cover = page.cover {
      return Picture(address: addresses.whole(cover.address), size: cover.size, alternative: cover.alternative)
    }
    if let entry = page.entry, let card = cards[entry] {
      return Picture(address: addresses.whole(card.address), size: card.size, alternative: page.title)
    }
    guard let icon = shell.icons.all.last(where: { $0.type == "image/png" }) else { return nil }
    let side = Int(icon.sizes.prefix { $0 != "x" }) ?? 512
    return Picture(
      address: addresses.whole(icon.address), size: PixelSize(width: side, height: side),
      alternative: configuration.title)
  }
}

/// What may stand in `content`.
private protocol OpenGraphValue {
  func write(to printer: inout HTMLPrinter)
}

extension String: OpenGraphValue {
  fileprivate func write(to printer: inout HTMLPrinter) { printer.attribute("content", self) }
}

extension [UInt8]: OpenGraphValue {
  fileprivate func write(to printer: inout HTMLPrinter) { printer.attribute("content", self) }
}
