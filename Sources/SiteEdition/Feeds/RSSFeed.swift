import Manuscript
import Typesetting

/// A feed in RSS 2.0 with the usual modules: content, Dublin Core, and Atom's link to itself. Its addresses must be whole:
/// only a site that knows its own has one.
struct RSSFeed {
  private let facts: FeedFacts

  init(_ facts: FeedFacts) { self.facts = facts }

  func write(_ channel: FeedChannel) -> [UInt8] {
    let (addresses, configuration) = (facts.addresses, facts.configuration)
    let bodies = channel.contents.values.reduce(0) { $0 + $1.count }
    var printer = XMLPrinter(reservingCapacity: 1024 * (1 + channel.posts.count) + bodies * 5 / 4)
    printer.startTag("rss")
    printer.attribute("version", "2.0")
    printer.attribute("xmlns:atom", "http://www.w3.org/2005/Atom")
    printer.attribute("xmlns:content", "http://purl.org/rss/1.0/modules/content/")
    printer.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
    printer.finishTag()
    printer.startTag("channel")
    printer.finishTag()
    printer.element("title", channel.title)
    printer.element("link", bytes: addresses.whole(channel.page))
    // Required, and not to be empty.
    let description = [configuration.description, configuration.tagline, channel.title].first { !$0.isEmpty }
    printer.element("description", description ?? "")
    printer.element("language", configuration.contentLanguage)
    printer.element("lastBuildDate", facts.changed(channel).rfc822)
    printer.startTag("atom:link")
    printer.attribute("rel", "self")
    printer.attribute("type", "application/rss+xml")
    printer.attribute("href", bytes: addresses.whole(channel.own))
    printer.finishEmptyTag()
    for index in channel.posts {
      let entry = facts.publication.entries[index].facts
      printer.startTag("item")
      printer.finishTag()
      printer.element("title", entry.title)
      printer.element("link", bytes: addresses.whole(addresses.entries[index]))
      printer.element("guid", bytes: addresses.whole(addresses.entries[index]))
      if let date = entry.frontMatter.date { printer.element("pubDate", date.rfc822) }
      for author in facts.authors(index) { printer.element("dc:creator", author.name) }
      for name in entry.frontMatter.categories + entry.frontMatter.tags { printer.element("category", name) }
      printer.element("description", entry.summary)
      if let content = channel.contents[index] { printer.element("content:encoded", bytes: content) }
      printer.end()
    }
    printer.end()
    printer.end()
    return printer.bytes
  }
}
