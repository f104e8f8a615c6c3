package import Manuscript

extension MiniProgramWriter {
  /// The conversions that this edition needs: images that articles show and the platform would not take (WebP, AVIF) or
  /// that are larger than a phone needs. In order of asset, each once.
  package static func derivations(for publication: Publication) -> [ImageDerivation] {
    var isShown = [Bool](repeating: false, count: publication.assets.count)
    for entry in publication.entries where entry.facts.frontMatter.editions.contains(.miniProgram) {
      for (reference, destination) in zip(entry.facts.references, entry.destinations) {
        guard case .asset(let index, _) = destination, isShown.indices.contains(index) else { continue }
        switch reference.role {
        case .image, .cover, .poster: isShown[index] = true
        case .link, .media, .embed: break
        }
      }
    }
    return publication.assets.indices.compactMap { index in
      isShown[index] ? derivation(for: publication.assets[index], index: index) : nil
    }
  }

  /// The conversion of one image; nil when it is fine as it is.
  static func derivation(for asset: Asset, index: Int) -> ImageDerivation? {
    let isLarge =
      asset.byteCount > PlatformLimits.imageBytes || (asset.size?.width ?? 0) > PlatformLimits.imageWidth
    let format: ImageDerivation.Format
    switch asset.kind {
    case .jpeg where isLarge: format = .jpeg
    case .png where isLarge: format = .png
    case .webp, .avif: format = .jpeg
    case .jpeg, .png, .gif, .svg, .audio, .video, .other: return nil
    }
    return ImageDerivation(asset: index, format: format, maximumWidth: PlatformLimits.imageWidth)
  }
}
