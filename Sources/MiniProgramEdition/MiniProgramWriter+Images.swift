import Diagnostics
package import Manuscript

extension MiniProgramWriter {
  /// The conversions that this edition needs: images that articles show and the platform would not take (WebP, AVIF,
  /// intricate SVG), that are larger than a phone needs, or that lie on their side. In order of asset, each once.
  package static func derivations(for publication: Publication) -> [ImageDerivation] {
    let isShown = shownAssets(publication)
    var seen: Set<String> = []
    return publication.assets.indices.compactMap { index in
      guard isShown[index], let derivation = derivation(for: publication.assets[index], index: index) else {
        return nil
      }
      // One of equal files is enough: see `file(of:)`.
      return seen.insert(publication.assets[index].contentHash).inserted ? derivation : nil
    }
  }

  /// By asset: whether an article of this edition shows it as an image.
  static func shownAssets(_ publication: Publication) -> [Bool] {
    var isShown = [Bool](repeating: false, count: publication.assets.count)
    for entry in publication.entries where entry.facts.frontMatter.editions.contains(.miniProgram) {
      for (reference, destination) in zip(entry.facts.references, entry.destinations) {
        guard case .asset(let index, _) = destination, isShown.indices.contains(index) else { continue }
        switch reference.role {
        case .image, .cover, .poster, .diagram: isShown[index] = true
        case .link, .media, .embed: break
        }
      }
    }
    return isShown
  }

  /// The file that stands for each asset, and what to say of images that cannot be carried as they are.
  static func files(
    _ publication: Publication, derived: [ImageDerivation: DerivedImage]
  ) -> (files: [PackedFile?], diagnostics: [Diagnostic]) {
    let limit = publication.configuration.miniProgram.packageBudget
    let isShown = shownAssets(publication)
    // By content, so that one conversion serves all equal files.
    var images: [String: DerivedImage] = [:]
    for (derivation, image) in derived where publication.assets.indices.contains(derivation.asset) {
      let asset = publication.assets[derivation.asset]
      if Self.derivation(for: asset, index: derivation.asset) == derivation { images[asset.contentHash] = image }
    }
    var diagnostics: [Diagnostic] = []
    let files = publication.assets.enumerated().map { index, asset -> PackedFile? in
      let derivation = derivation(for: asset, index: index)
      let file = PackedFile.make(
        asset, derivation: derivation, derived: images[asset.contentHash],
        keepsLocation: publication.configuration.keepsLocation)
      guard let file else { return nil }
      // What no package can hold is not carried.
      let isCarried = file.byteCount < limit
      if isShown[index], !isCarried || (derivation == nil && file.byteCount > PlatformLimits.imageBytes) {
        diagnostics.append(
          Diagnostic(
            .imageTooLarge, severity: isCarried ? .note : .warning, path: asset.path,
            arguments: [
              asset.path, String(file.byteCount), String(isCarried ? PlatformLimits.imageBytes : limit),
              isCarried ? "carried" : "left-out",
            ]))
      }
      return isCarried ? file : nil
    }
    return (files, diagnostics)
  }

  /// The conversion of one image; nil when it is fine as it is.
  static func derivation(for asset: Asset, index: Int) -> ImageDerivation? {
    let isLarge =
      asset.byteCount > PlatformLimits.imageBytes || (asset.size?.width ?? 0) > PlatformLimits.imageWidth
    let format: ImageDerivation.Format
    var width = PlatformLimits.imageWidth
    switch asset.kind {
    case .jpeg where isLarge || asset.traits.contains(.turned): format = .jpeg
    // A PNG that moves would stand still.
    case .png where isLarge && !asset.traits.contains(.animated): format = .png
    case .webp where asset.traits.contains(.animated): format = .gif
    case .webp, .avif: format = asset.traits.contains(.transparent) ? .png : .jpeg
    case .svg where asset.traits.contains(.intricate):
      format = .png
      width = min(width, (asset.size?.width ?? 375) * 3)
    case .jpeg, .png, .gif, .svg, .audio, .video, .other: return nil
    }
    return ImageDerivation(asset: index, format: format, maximumWidth: width)
  }
}
