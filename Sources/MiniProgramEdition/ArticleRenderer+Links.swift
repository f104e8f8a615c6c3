import Manuscript
import Typesetting

/// Links: `go` in the page's script reads where they lead from `data-` attributes.
///
/// `data-p` is a page of the mini-program, `data-h` an id on it (or on this page when there is no `data-p`), `data-u` the
/// web address: a path of the site, or an address elsewhere. A page in package 000 is not in this edition: then the
/// address is shown.
extension ArticleRenderer {
  mutating func write(_ link: Link, _ content: [Inline], attributes: Attributes) {
    guard isShallow, !isInLink, !content.isEmpty else {
      mark(anchor(of: attributes))
      return write(content)
    }
    let id = anchor(of: attributes)
    wrapped(content, class: "a") { renderer in
      if let id { renderer.printer.attribute("id", id) }
      renderer.printer.attribute("catchtap", literal: "go")
      renderer.printer.attribute("aria-role", literal: "link")
      renderer.writeTarget(renderer.destination(link.reference))
    } _: { renderer in
      renderer.isInLink = true
      renderer.write(content)
      renderer.isInLink = false
    }
  }

  /// Where a reference leads; one that the binding knows nothing of leads nowhere.
  func destination(_ reference: Int) -> Destination {
    if destinations.indices.contains(reference) { return destinations[reference] }
    return .broken(facts.references.indices.contains(reference) ? facts.references[reference].target : "")
  }

  /// Writes where a tap leads into the tag that is begun.
  mutating func writeTarget(_ destination: Destination) {
    switch destination {
    case .anchor(let id): printer.attribute("data-h", id.isEmpty ? [] : AnchorName.id(id))
    case .article(let index, let anchor):
      guard writer.publication.entries.indices.contains(index) else { return }
      let name = writer.publication.entries[index].miniProgramName
      printer.attribute(
        "data-p", marked: Array("/\(PagePath.root(0))/\(name)".utf8), target: RenderedArticle.Target.article(index))
      if let anchor { printer.attribute("data-h", AnchorName.id(anchor)) }
      printer.attribute("data-u", address(destination))
    case .listing(let path):
      if let page = writer.listings[path] { printer.attribute("data-p", page) }
      printer.attribute("data-u", address(destination))
    case .asset, .external, .broken: printer.attribute("data-u", address(destination))
    }
  }

  /// The web address: a path of the site begins with one slash, anything else is whole.
  func address(_ destination: Destination) -> [UInt8] {
    switch destination {
    case .anchor(let id): AddressEncoding.encode(path: writer.publication.entries[entry].sitePath) + Self.fragment(id)
    case .article(let index, let anchor):
      AddressEncoding.encode(path: writer.publication.entries[index].sitePath) + Self.fragment(anchor ?? "")
    case .asset(let index, let suffix):
      writer.publication.assets.indices.contains(index)
        ? AddressEncoding.encode(path: writer.publication.assets[index].sitePath) + Array(suffix.utf8)
        : Array(suffix.utf8)
    case .listing(let path): AddressEncoding.encode(path: path)
    case .external(let address): Array((address.hasPrefix("//") ? "https:" + address : address).utf8)
    case .broken(let address): Array(address.utf8)
    }
  }

  private static func fragment(_ anchor: String) -> [UInt8] {
    anchor.isEmpty ? [] : [UInt8(ascii: "#")] + AddressEncoding.encode(path: anchor)
  }
}
