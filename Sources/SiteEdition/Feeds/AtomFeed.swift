import Manuscript
import Typesetting

/// A feed in Atom (RFC 4287).
struct AtomFeed {
  private let facts: FeedFacts
  private let addresses: SiteAddresses

  init(_ facts: FeedFacts) {
    self.facts = facts
    addresses = facts.addresses
  }

  func write(_ channel: FeedChannel) -> [UInt8] {
    let bodies = channel.contents.values.reduce(0) { $0 + $1.count }
    var printer = XMLPrinter(reservingCapacity: 1024 * (1 + channel.posts.count) + bodies * 5 / 4)
    printer.startTag("feed")
    printer.attribute("xmlns", "http://www.w3.org/2005/Atom")
    printer.attribute("xml:lang", facts.configuration.contentLanguage)
    printer.finishTag()
    printer.element("title", channel.title)
    if !facts.configuration.tagline.isEmpty { printer.element("subtitle", facts.configuration.tagline) }
    printer.element("id", facts.identity(channel.page))
    writeLink("alternate", channel.page, &printer)
    writeLink("self", channel.own, &printer)
    printer.element("updated", facts.changed(channel).iso8601)
    write(facts.author, &printer)
    for entry in channel.posts { write(entry, channel.contents[entry], &printer) }
    printer.end()
    return printer.bytes
  }

  private func write(_ index: Int, _ content: [UInt8]?, _ printer: inout XMLPrinter) {
    let entry = facts.publication.entries[index].facts
    let matter = entry.frontMatter
    printer.startTag("entry")
    if let language = matter.language { printer.attribute("xml:lang", language) }
    printer.finishTag()
    printer.element("title", entry.title)
    printer.element("id", facts.identity(addresses.entries[index]))
    writeLink("alternate", addresses.entries[index], &printer)
    if let date = matter.date { printer.element("published", date.iso8601) }
    printer.element("updated", facts.changed(index).iso8601)
    for author in matter.authors where !author.name.isEmpty { write(author, &printer) }
    if !entry.summary.isEmpty { printer.element("summary", entry.summary) }
    if let content {
      printer.startTag("content")
      printer.attribute("type", "html")
      // What the author wrote as raw HTML may hold addresses that are not whole.
      printer.attribute("xml:base", bytes: addresses.whole(addresses.entries[index]))
      printer.finishTag(holding: content)
    }
    for name in matter.categories + matter.tags {
      printer.startTag("category")
      printer.attribute("term", name)
      printer.finishEmptyTag()
    }
    printer.end()
  }

  private func write(_ author: FrontMatter.Author, _ printer: inout XMLPrinter) {
    printer.startTag("author")
    printer.finishTag()
    printer.element("name", author.name)
    if let address = author.url { printer.element("uri", bytes: AddressEncoding.encode(suffix: address)) }
    printer.end()
  }

  private func writeLink(_ relation: String, _ address: [UInt8], _ printer: inout XMLPrinter) {
    printer.startTag("link")
    printer.attribute("rel", relation)
    printer.attribute("href", bytes: addresses.whole(address))
    printer.finishEmptyTag()
  }
}
