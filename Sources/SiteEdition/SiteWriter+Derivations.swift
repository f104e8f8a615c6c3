package import Manuscript
import Typesetting

extension SiteWriter {
  /// Pixels: twice the column of a phone, and more than the column of a large screen.
  static let smallWidth = 800

  /// The smaller versions of its pictures that the site would like to have; it does without those that are not made.
  ///
  /// Of JPEG and PNG only: a WebP or GIF may be moving, an SVG has every size already.
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
    let small = publication.assets.indices.compactMap { index in
      isShown[index] ? derivation(of: index, publication.assets[index]) : nil
    }
    return small + SiteIcons.derivations(publication)
  }

  /// The value of `srcset`: the smaller version and the file itself, with their widths in pixels. Commas in an address
  /// would end it there.
  static func sourceSet(_ small: SmallImage, _ address: [UInt8], width: Int) -> [UInt8] {
    var set = small.address + Array(" \(small.width)w, ".utf8)
    for byte in address {
      if byte == UInt8(ascii: ",") { set += Array("%2C".utf8) } else { set.append(byte) }
    }
    return set + Array(" \(width)w".utf8)
  }

  /// nil when a smaller version is not worth having.
  static func derivation(of index: Int, _ asset: Asset) -> ImageDerivation? {
    guard let size = asset.size, size.width * 4 > smallWidth * 5 else { return nil }
    switch asset.kind {
    case .jpeg: return ImageDerivation(asset: index, format: .jpeg, maximumWidth: smallWidth)
    case .png: return ImageDerivation(asset: index, format: .png, maximumWidth: smallWidth)
    case .gif, .svg, .webp, .avif, .audio, .video, .other: return nil
    }
  }
}

/// A smaller version of a picture, as the site serves it.
struct SmallImage: Sendable {
  /// Site path; the name changes with the picture's content.
  var sitePath: String
  /// Percent-encoded, below the base path.
  var address: [UInt8]
  /// Pixels.
  var width: Int
  /// Absolute path in the content cache.
  var cachePath: String

  /// nil when none was made, or when it is no smaller as a file.
  init?(of index: Int, _ asset: Asset, derived: [ImageDerivation: DerivedImage], base: [UInt8]) {
    guard let wanted = SiteWriter.derivation(of: index, asset), let made = derived[wanted],
      made.byteCount < asset.byteCount
    else { return nil }
    sitePath = "/theme/img/\(asset.contentHash)-\(wanted.maximumWidth).\(wanted.format == .jpeg ? "jpg" : "png")"
    address = base + AddressEncoding.encode(path: sitePath)
    width = made.size.width
    cachePath = made.cachePath
  }
}
