import Manuscript
import Typesetting

/// Structured data (schema.org, as JSON-LD): what search engines make rich results of.
extension SiteWriter {
  /// One JSON value; empty for a page that has none.
  func structuredData(of page: Page) -> [UInt8] {
    var json = JSONPrinter(reservingCapacity: 2048)
    if let entry = page.entry {
      json.object { json in
        json.field("@context", "https://schema.org")
        json.array("@graph") { json in
          article(entry, page, to: &json)
          breadcrumb(entry, to: &json)
        }
      }
    } else if page.sitePath == "/" {
      json.object { json in
        json.field("@context", "https://schema.org")
        site(to: &json)
      }
    } else {
      return []
    }
    return json.bytes
  }

  private func site(to json: inout JSONPrinter) {
    json.field("@type", "WebSite")
    json.field("name", configuration.title)
    json.field("url", addresses.whole(addresses.address(ofPath: "/")))
    json.field("inLanguage", configuration.contentLanguage)
    if !configuration.description.isEmpty { json.field("description", configuration.description) }
    json.key("publisher")
    person(facts.author, to: &json)
    guard configuration.search != .off else { return }
    json.object("potentialAction") { json in
      json.field("@type", "SearchAction")
      json.object("target") { json in
        json.field("@type", "EntryPoint")
        json.field(
          "urlTemplate",
          addresses.whole(addresses.address(ofPath: Self.searchPath)) + Array("?q={search_term_string}".utf8))
      }
      json.field("query-input", "required name=search_term_string")
    }
  }

  private func article(_ index: Int, _ page: Page, to json: inout JSONPrinter) {
    let entry = publication.entries[index].facts
    let matter = entry.frontMatter
    let address = addresses.whole(addresses.entries[index])
    json.object { json in
      switch entry.kind {
      case .post: json.field("@type", "BlogPosting")
      case .document: json.field("@type", "TechArticle")
      case .page: json.field("@type", "WebPage")
      }
      json.field("@id", address)
      json.field("url", address)
      // Longer headlines are not shown.
      json.field(entry.kind == .page ? "name" : "headline", String(entry.title.prefix(110)))
      if !entry.summary.isEmpty { json.field("description", entry.summary) }
      json.field("inLanguage", page.languageTag)
      if let date = matter.date {
        json.field("datePublished", date.iso8601)
        json.field("dateModified", (matter.lastModified ?? date).iso8601)
      } else if let date = matter.lastModified {
        json.field("dateModified", date.iso8601)
      }
      if let picture = picture(of: page) { json.array("image") { $0.string(picture.address) } }
      if entry.kind != .page {
        json.array("author") { json in for author in facts.authors(index) { person(author, to: &json) } }
        json.key("publisher")
        person(facts.author, to: &json)
        json.object("mainEntityOfPage") { json in
          json.field("@type", "WebPage")
          json.field("@id", address)
        }
        json.field("wordCount", entry.wordCount)
      }
      if !matter.tags.isEmpty { json.array("keywords") { json in for tag in matter.tags { json.string(tag) } } }
      if let category = matter.categories.last { json.field("articleSection", category) }
      if let part = publication.entries[index].part {
        let series = publication.series[part.series]
        json.object("isPartOf") { json in
          json.field("@type", "CreativeWorkSeries")
          json.field("name", series.name)
          json.field("url", addresses.whole(addresses.address(ofPath: series.sitePath)))
        }
      }
      if !configuration.site.licenseURL.isEmpty {
        json.field("license", AddressEncoding.encode(suffix: configuration.site.licenseURL))
      }
      let others = publication.entries[index].translations.filter { $0 != index }
      if !others.isEmpty {
        json.array("workTranslation") { json in
          for other in others {
            json.object { $0.field("@id", addresses.whole(addresses.entries[other])) }
          }
        }
      }
    }
  }

  /// The categories above a post.
  private func breadcrumb(_ index: Int, to json: inout JSONPrinter) {
    let entry = publication.entries[index].facts
    guard entry.kind == .post else { return }
    let names = entry.frontMatter.categories
    let known = zip(names, terms.categories(names)).compactMap { name, term in term.map { (name, $0) } }
    guard !known.isEmpty else { return }
    json.object { json in
      json.field("@type", "BreadcrumbList")
      json.array("itemListElement") { json in
        for (position, (name, term)) in known.enumerated() {
          item(
            position + 1, name, addresses.address(ofPath: publication.categories[term].sitePath), to: &json)
        }
        item(known.count + 1, entry.title, addresses.entries[index], to: &json)
      }
    }
  }

  private func item(_ position: Int, _ name: String, _ address: [UInt8], to json: inout JSONPrinter) {
    json.object { json in
      json.field("@type", "ListItem")
      json.field("position", position)
      json.field("name", name)
      json.field("item", addresses.whole(address))
    }
  }

  private func person(_ author: FrontMatter.Author, to json: inout JSONPrinter) {
    json.object { json in
      json.field("@type", "Person")
      json.field("name", author.name)
      if let url = author.url { json.field("url", addresses.whole(ofTarget: url)) }
    }
  }

  private var facts: FeedFacts { FeedFacts(publication, addresses) }
}
