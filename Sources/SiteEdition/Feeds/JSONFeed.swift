import Manuscript
import Typesetting

/// A feed in JSON Feed 1.1 (jsonfeed.org). Its addresses must be whole: only a site that knows its own has one.
struct JSONFeed {
  private let facts: FeedFacts

  init(_ facts: FeedFacts) { self.facts = facts }

  func write(_ channel: FeedChannel) -> [UInt8] {
    let (addresses, configuration) = (facts.addresses, facts.configuration)
    var printer = JSONPrinter(
      reservingCapacity: 1024 * (1 + channel.posts.count) + channel.contents.values.reduce(0) { $0 + $1.count })
    printer.object { json in
      json.field("version", "https://jsonfeed.org/version/1.1")
      json.field("title", channel.title)
      json.field("home_page_url", addresses.whole(channel.page))
      json.field("feed_url", addresses.whole(channel.own))
      if !configuration.description.isEmpty { json.field("description", configuration.description) }
      json.field("language", configuration.contentLanguage)
      write([facts.author], &json)
      json.array("items") { json in
        for index in channel.posts { write(index, channel.contents[index], &json) }
      }
    }
    return printer.bytes + [10]
  }

  private func write(_ index: Int, _ content: [UInt8]?, _ json: inout JSONPrinter) {
    let entry = facts.publication.entries[index].facts
    let matter = entry.frontMatter
    let address = facts.addresses.whole(facts.addresses.entries[index])
    json.object { json in
      json.field("id", address)
      json.field("url", address)
      json.field("title", entry.title)
      // One of both is required.
      if let content { json.field("content_html", content) } else { json.field("content_text", entry.summary) }
      if !entry.summary.isEmpty { json.field("summary", entry.summary) }
      if let date = matter.date { json.field("date_published", date.iso8601) }
      if let date = matter.lastModified { json.field("date_modified", date.iso8601) }
      write(facts.authors(index), &json)
      let terms = matter.categories + matter.tags
      if !terms.isEmpty { json.array("tags") { json in for term in terms { json.string(term) } } }
      if let language = matter.language { json.field("language", language) }
    }
  }

  private func write(_ authors: [FrontMatter.Author], _ json: inout JSONPrinter) {
    json.array("authors") { json in
      for author in authors {
        json.object { json in
          json.field("name", author.name)
          if let url = author.url { json.field("url", facts.addresses.whole(ofTarget: url)) }
        }
      }
    }
  }
}
