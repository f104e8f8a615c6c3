import Manuscript
import Typesetting

/// The versions of a picture that the site serves beside the picture itself.
struct ImageVersions: Sendable {
  struct Version: Sendable {
    /// Site path; the name changes with the picture's content.
    var sitePath: String
    /// Percent-encoded, below the base path.
    var address: [UInt8]
    /// Pixels.
    var width: Int
    /// Absolute path in the content cache.
    var cachePath: String
  }

  /// Ascending.
  private(set) var webp: [Version] = []
  private(set) var avif: [Version] = []
  /// The value of `style` that shows a blurred picture until the real one is there; nil when there is none.
  private(set) var placeholderStyle: String?

  /// - Parameter derived: what was made; what is no smaller as a file than the picture is passed over.
  init(of index: Int, _ asset: Asset, derived: [ImageDerivation: DerivedImage], base: [UInt8]) {
    for width in SiteWriter.widths(of: asset) {
      func version(_ format: ImageDerivation.Format) -> Version? {
        guard let made = derived[ImageDerivation(asset: index, format: format, maximumWidth: width)],
          made.byteCount < asset.byteCount
        else { return nil }
        let path = "/theme/img/\(asset.contentHash)-\(width).\(format.rawValue)"
        return Version(
          sitePath: path, address: base + AddressEncoding.encode(path: path), width: made.size.width,
          cachePath: made.cachePath)
      }
      if let one = version(.webp) { webp.append(one) }
      if let one = version(.avif) { avif.append(one) }
    }
    if let wanted = SiteWriter.placeholder(of: index, asset), let made = derived[wanted], !made.inline.isEmpty {
      let data = String(decoding: Base64.encode(made.inline), as: UTF8.self)
      placeholderStyle = "background:url(data:image/webp;base64,\(data)) 50%/cover no-repeat"
    }
  }

  var all: [Version] { webp + avif }

  /// Puts scheme and host before every address.
  mutating func makeWhole(_ origin: [UInt8]) {
    for index in webp.indices { webp[index].address = origin + webp[index].address }
    for index in avif.indices { avif[index].address = origin + avif[index].address }
  }

  /// The value of `srcset`: versions with their widths in pixels, and the picture itself where it is wider than all of
  /// them. nil when there are none.
  ///
  /// - Parameter address: the picture's; commas in it would end it there.
  func sourceSet(_ versions: [Version], _ address: [UInt8], width: Int) -> [UInt8]? {
    guard let largest = versions.last else { return nil }
    var set: [UInt8] = []
    for version in versions {
      if !set.isEmpty { set += Array(", ".utf8) }
      set += version.address + Array(" \(version.width)w".utf8)
    }
    if largest.width < min(width, SiteWriter.widths[SiteWriter.widths.count - 1]) {
      set += Array(", ".utf8)
      for byte in address {
        if byte == UInt8(ascii: ",") { set += Array("%2C".utf8) } else { set.append(byte) }
      }
      set += Array(" \(width)w".utf8)
    }
    return set
  }
}
