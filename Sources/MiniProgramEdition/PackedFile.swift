import Manuscript

/// A file of the publication as the mini-program carries it.
struct PackedFile: Hashable, Sendable {
  /// File name inside a package's `files` folder: a content hash with a suffix that the platform uploads.
  var name: String
  var byteCount: Int
  /// Pixels of the image as the author made it: what it is shown at.
  var shownSize: PixelSize?
  /// Where its bytes are.
  var source: Source

  enum Source: Hashable, Sendable {
    case original(path: String)
    /// The author's file without the place where it was taken.
    case unlocated(path: String)
    case derived(cachePath: String)
  }

  var content: Artifact.Content {
    switch source {
    case .original(let path): .copy(of: path)
    case .unlocated(let path): .unlocated(of: path)
    case .derived(let path): .cached(path: path)
    }
  }

  /// The file for an asset; nil when the platform takes no such file.
  static func make(
    _ asset: Asset, derivation: ImageDerivation?, derived: DerivedImage?, keepsLocation: Bool = false
  ) -> PackedFile? {
    if let derivation, let derived, !isBetter(asset, than: derived, derivation) {
      return PackedFile(
        name: "\(asset.contentHash)-\(derivation.maximumWidth).\(suffix(derivation.format))",
        byteCount: derived.byteCount, shownSize: asset.size ?? derived.size,
        source: .derived(cachePath: derived.cachePath))
    }
    // Drawn wrong rather than not at all would be the worse choice: an intricate SVG and a turned JPEG stay, WebP and
    // AVIF cannot.
    guard let suffix = suffix(asset) else { return nil }
    return PackedFile(
      name: "\(asset.contentHash).\(suffix)", byteCount: asset.byteCount, shownSize: asset.size,
      source: asset.traits.contains(.located) && !keepsLocation
        ? .unlocated(path: asset.path) : .original(path: asset.path))
  }

  /// Whether the author's file is as good for a phone and smaller than what was made of it.
  private static func isBetter(_ asset: Asset, than derived: DerivedImage, _ derivation: ImageDerivation) -> Bool {
    let isSameFormat =
      (asset.kind == .jpeg && derivation.format == .jpeg) || (asset.kind == .png && derivation.format == .png)
    return isSameFormat && asset.byteCount <= derived.byteCount && !asset.traits.contains(.turned)
      && (asset.size?.width ?? .max) <= derivation.maximumWidth
  }

  private static func suffix(_ format: ImageDerivation.Format) -> String {
    switch format {
    case .jpeg: "jpg"
    case .png: "png"
    case .gif: "gif"
    case .webp: "webp"
    case .avif: "avif"
    }
  }

  /// The suffix under which the platform uploads this kind of file; nil when it does not, or cannot show it: a picture
  /// without a size ends in its own header.
  private static func suffix(_ asset: Asset) -> String? {
    switch asset.kind {
    case .jpeg where asset.size == nil, .png where asset.size == nil, .gif where asset.size == nil: nil
    case .jpeg: "jpg"
    case .png: "png"
    case .gif: "gif"
    case .svg: "svg"
    case .webp, .avif, .other: nil
    case .audio: uploaded(asset.path, ["mp3", "aac", "m4a", "wav", "ogg", "silk"])
    case .video: uploaded(asset.path, ["mp4"])
    }
  }

  private static func uploaded(_ path: String, _ suffixes: [String]) -> String? {
    suffixes.first { path.lowercased().hasSuffix("." + $0) }
  }
}
