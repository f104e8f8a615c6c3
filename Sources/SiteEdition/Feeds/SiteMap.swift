import Manuscript
import Typesetting

/// The site map (sitemaps.org, version 0.9): every page that search engines should list.
struct SiteMap {
  private let publication: Publication
  private let addresses: SiteAddresses

  private let homes: [HomeList]

  init(_ publication: Publication, _ addresses: SiteAddresses, _ homes: [HomeList]) {
    self.publication = publication
    self.homes = homes
    self.addresses = addresses
  }

  func write() -> [UInt8] {
    var printer = XMLPrinter(reservingCapacity: 160 * (publication.entries.count + 8))
    printer.startTag("urlset")
    printer.attribute("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")
    printer.finishTag()
    let hasHome = publication.entries.contains { $0.sitePath == "/" }
    if !hasHome { write(addresses.address(ofPath: "/"), publication.lastModified, &printer) }
    for home in homes.dropFirst() {
      let newest = home.posts.first.flatMap { publication.entries[$0].facts.frontMatter.date }
      write(addresses.address(ofPath: home.path), newest, &printer)
    }
    for (index, entry) in publication.entries.enumerated()
    where !entry.facts.frontMatter.isHidden && publication.holds(index, in: .site) {
      let matter = entry.facts.frontMatter
      write(addresses.entries[index], matter.lastModified ?? matter.date, &printer)
    }
    for path in ["/archives/", "/categories/", "/tags/"] {
      write(addresses.address(ofPath: path), nil, &printer)
    }
    if !publication.series.isEmpty { write(addresses.address(ofPath: "/series/"), nil, &printer) }
    if !publication.authors.isEmpty { write(addresses.address(ofPath: "/authors/"), nil, &printer) }
    for term in publication.categories + publication.tags + publication.series + publication.authors {
      // A term changed when its newest post did.
      let newest = term.posts.first.flatMap { publication.entries[$0].facts.frontMatter.date }
      write(addresses.address(ofPath: term.sitePath), newest, &printer)
    }
    printer.end()
    return printer.bytes
  }

  private func write(_ address: [UInt8], _ modified: ArticleDate?, _ printer: inout XMLPrinter) {
    printer.startTag("url")
    printer.finishTag()
    printer.element("loc", bytes: addresses.whole(address))
    if let modified { printer.element("lastmod", modified.iso8601) }
    printer.end()
  }
}
