import Manuscript
import Templating
import Typesetting

extension SiteWriter {
  /// The picture above an article.
  struct Cover {
    var address: [UInt8]
    var alternative: String
    /// Pixels; nil when not known.
    var size: PixelSize?
    /// A version for small screens.
    var small: SmallImage?
  }

  /// The cover that front matter names; nil when there is none, or none that can be shown.
  func cover(of entry: Publication.Entry) -> Cover? {
    guard let cover = entry.facts.frontMatter.cover else { return nil }
    let links = ArticleLinks(
      references: entry.facts.references, destinations: entry.destinations, site: addresses)
    switch links.address(of: cover.reference) {
    case .encoded(let address, _):
      let file = links.asset(cover.reference)
      return Cover(address: address, alternative: cover.alternative, size: file?.size, small: file?.small)
    case .written(let address):
      return Cover(address: AddressEncoding.encode(suffix: address), alternative: cover.alternative)
    case .broken: return nil
    }
  }

  func coverValue(_ cover: Cover) -> TemplateValue {
    .object(
      SiteShapes.cover,
      [
        "address": .text(cover.address), "alternative": .string(cover.alternative),
        "sources": sources(of: cover), "width": cover.size.map { .integer($0.width) } ?? .absent,
        "height": cover.size.map { .integer($0.height) } ?? .absent,
      ])
  }

  private func sources(of cover: Cover) -> TemplateValue {
    guard let small = cover.small, let size = cover.size else { return .absent }
    return .text(Self.sourceSet(small, cover.address, width: size.width))
  }
}
