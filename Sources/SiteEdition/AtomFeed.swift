import Manuscript
import Typesetting

/// The Atom feed (RFC 4287) of the newest posts.
struct AtomFeed {
  private let publication: Publication
  private let addresses: SiteAddresses
  private let configuration: Configuration

  init(_ publication: Publication, _ addresses: SiteAddresses) {
    self.publication = publication
    self.addresses = addresses
    configuration = publication.configuration
  }

  func write() -> [UInt8] {
    var printer = XMLPrinter(reservingCapacity: 1024 * (1 + configuration.feedSize))
    printer.startTag("feed")
    printer.attribute("xmlns", "http://www.w3.org/2005/Atom")
    printer.attribute("xml:lang", configuration.contentLanguage)
    printer.finishTag()
    printer.element("title", configuration.title)
    if !configuration.tagline.isEmpty { printer.element("subtitle", configuration.tagline) }
    printer.element("id", identity(addresses.address(ofPath: "/")))
    writeLink("alternate", addresses.address(ofPath: "/"), &printer)
    writeLink("self", addresses.address(ofPath: "/feed.xml"), &printer)
    // A date is required; one that says "never" beats one that changes with every build.
    printer.element("updated", (publication.lastModified ?? ArticleDate(seconds: 0, offsetMinutes: 0)).iso8601)
    let author = configuration.author
    writeAuthor(
      author.name.isEmpty ? configuration.title : author.name, author.url.isEmpty ? nil : author.url, &printer)
    for index in publication.posts.prefix(max(0, configuration.feedSize)) { writeEntry(index, &printer) }
    printer.end()
    return printer.bytes
  }

  private func writeEntry(_ index: Int, _ printer: inout XMLPrinter) {
    let facts = publication.entries[index].facts
    let matter = facts.frontMatter
    printer.startTag("entry")
    if let language = matter.language { printer.attribute("xml:lang", language) }
    printer.finishTag()
    printer.element("title", facts.title)
    printer.element("id", identity(addresses.entries[index]))
    writeLink("alternate", addresses.entries[index], &printer)
    if let date = matter.date { printer.element("published", date.iso8601) }
    printer.element(
      "updated", (matter.lastModified ?? matter.date ?? ArticleDate(seconds: 0, offsetMinutes: 0)).iso8601)
    for author in matter.authors where !author.name.isEmpty { writeAuthor(author.name, author.url, &printer) }
    if !facts.summary.isEmpty { printer.element("summary", facts.summary) }
    for name in matter.categories + matter.tags {
      printer.startTag("category")
      printer.attribute("term", name)
      printer.finishEmptyTag()
    }
    printer.end()
  }

  private func writeAuthor(_ name: String, _ address: String?, _ printer: inout XMLPrinter) {
    printer.startTag("author")
    printer.finishTag()
    printer.element("name", name)
    if let address { printer.element("uri", bytes: AddressEncoding.encode(suffix: address)) }
    printer.end()
  }

  private func writeLink(_ relation: String, _ address: [UInt8], _ printer: inout XMLPrinter) {
    printer.startTag("link")
    printer.attribute("rel", relation)
    printer.attribute("href", bytes: addresses.whole(address))
    printer.finishEmptyTag()
  }

  /// A name that never changes while the address does not: the whole address, or a `tag:` (RFC 4151) of a host that can
  /// never be, where the site does not know its own.
  private func identity(_ address: [UInt8]) -> String {
    let whole = String(decoding: addresses.whole(address), as: UTF8.self)
    return configuration.url.isEmpty ? "tag:site.invalid,2000:\(whole)" : whole
  }
}
