package import Manuscript
import Typesetting

extension SiteWriter {
  /// Pixels of the versions that browsers choose from: the column of a phone, the same at twice its density or the column of
  /// a large screen, and that at twice its density.
  static let widths = [480, 960, 1600]
  /// Pixels of the picture that stands in for one that is still to come.
  static let placeholderWidth = 16

  /// The versions of its pictures that the site would like to have; it does without those that are not made.
  package static func derivations(for publication: Publication) -> [ImageDerivation] {
    var isShown = [Bool](repeating: false, count: publication.assets.count)
    for entry in publication.entries {
      for (reference, destination) in zip(entry.facts.references, entry.destinations) {
        guard reference.role == .image || reference.role == .cover, case .asset(let asset, _) = destination else {
          continue
        }
        isShown[asset] = true
      }
    }
    let formats: [ImageDerivation.Format] = publication.configuration.site.usesAVIF ? [.webp, .avif] : [.webp]
    let versions = publication.assets.indices.flatMap { index -> [ImageDerivation] in
      guard isShown[index] else { return [] }
      let asset = publication.assets[index]
      let versions = formats.flatMap { format in
        widths(of: asset).map { ImageDerivation(asset: index, format: format, maximumWidth: $0) }
      }
      return versions + (placeholder(of: index, asset).map { [$0] } ?? [])
    }
    return versions + SiteIcons.derivations(publication)
  }

  /// Ascending; empty for what has every size already (SVG), moves (GIF), or is small enough as it is.
  static func widths(of asset: Asset) -> [Int] {
    guard let size = asset.size, size.width > 160, !asset.traits.contains(.animated) else { return [] }
    switch asset.kind {
    case .jpeg, .png:
      // In its own size too, where that is not much larger: WebP is smaller.
      let largest = min(size.width, widths[widths.count - 1])
      return widths.filter { $0 * 5 <= largest * 4 } + [largest]
    case .webp: return widths.filter { $0 * 5 <= size.width * 4 }
    case .gif, .svg, .avif, .audio, .video, .other: return []
    }
  }

  /// nil for what may be seen through: what stands behind it would stay.
  static func placeholder(of index: Int, _ asset: Asset) -> ImageDerivation? {
    guard !widths(of: asset).isEmpty, !asset.traits.contains(.transparent) else { return nil }
    return ImageDerivation(asset: index, format: .webp, maximumWidth: placeholderWidth)
  }
}
