import Manuscript
import Typesetting

/// The links of a page's head that are the same on every page: icons, feeds, manifest, search.
enum HeadLinks {
  static func print(_ publication: Publication, _ addresses: SiteAddresses, icons: SiteIcons, worker: [UInt8]?)
    -> [UInt8]
  {
    let configuration = publication.configuration
    var printer = HTMLPrinter(reservingCapacity: 1024)
    icons.links(to: &printer)
    func link(_ relation: StaticString, type: StaticString?, title: String?, path: String) {
      printer.voidTag("link")
      printer.attribute("rel", literal: relation)
      if let type { printer.attribute("type", literal: type) }
      if let title { printer.attribute("title", title) }
      printer.attribute("href", addresses.address(ofPath: path))
      printer.finishVoidTag()
      printer.lineFeed()
    }
    let title = configuration.title
    // A page that is read from a disk may not ask for a manifest.
    if !configuration.site.isRelative { link("manifest", type: nil, title: nil, path: "/manifest.webmanifest") }
    link("alternate", type: "application/atom+xml", title: title, path: "/feed.xml")
    if !configuration.url.isEmpty {
      link("alternate", type: "application/rss+xml", title: title, path: "/rss.xml")
      link("alternate", type: "application/feed+json", title: title, path: "/feed.json")
      if configuration.search != .off {
        link("search", type: "application/opensearchdescription+xml", title: title, path: "/opensearch.xml")
      }
    }
    if let worker {
      printer.startTag("script")
      printer.attribute("src", worker)
      printer.attribute("defer")
      printer.finishTag()
      printer.end()
      printer.lineFeed()
    }
    return printer.bytes
  }
}
