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
    /// What browsers may choose instead of it.
    var versions: ImageVersions?
  }

  /// The cover that front matter names; nil when there is none, or none that can be shown.
  func cover(of entry: Publication.Entry) -> Cover? {
    guard let cover = entry.facts.frontMatter.cover else { return nil }
    let links = ArticleLinks(
      references: entry.facts.references, destinations: entry.destinations, site: addresses)
    switch links.address(of: cover.reference) {
    case .encoded(let address, _):
      let file = links.asset(cover.reference)
      return Cover(address: address, alternative: cover.alternative, size: file?.size, versions: file?.versions)
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
        "sources": sources(of: cover, \.webp), "avif": sources(of: cover, \.avif),
        "placeholder": cover.versions?.placeholderStyle.map { .string($0) } ?? .absent,
        "width": cover.size.map { .integer($0.width) } ?? .absent,
        "height": cover.size.map { .integer($0.height) } ?? .absent,
      ])
  }

  private func sources(of cover: Cover, _ format: KeyPath<ImageVersions, [ImageVersions.Version]>) -> TemplateValue {
    guard let versions = cover.versions, let size = cover.size,
      let set = versions.sourceSet(versions[keyPath: format], cover.address, width: size.width)
    else { return .absent }
    return .text(set)
  }
}
