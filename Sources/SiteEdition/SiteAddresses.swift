import Manuscript
import Typesetting

/// Addresses of everything on the site, below its base path, percent-encoded once and used by every page.
struct SiteAddresses: Sendable {
  struct AssetAddress: Sendable {
    var address: [UInt8]
    /// Pixels; nil when it is no image.
    var size: PixelSize?
    /// What browsers may choose instead of it; nil when there is none.
    var versions: ImageVersions?
  }

  /// Path under which the site is served, encoded, without a slash at the end.
  private(set) var base: [UInt8] = []
  /// One a `Publication.entries`.
  private(set) var entries: [[UInt8]] = []
  /// One a `Publication.assets`.
  private(set) var assets: [AssetAddress] = []
  /// Scheme and host, for the addresses that must be whole (feed, sitemap, canonical); empty when not known.
  private(set) var origin = ""

  init() {}

  init(_ publication: Publication, derived: [ImageDerivation: DerivedImage] = [:]) {
    let base = AddressEncoding.encode(path: publication.configuration.basePath)
    self.base = base
    origin = publication.configuration.url
    entries = publication.entries.map { base + AddressEncoding.encode(path: $0.sitePath) }
    assets = publication.assets.enumerated().map { index, asset in
      AssetAddress(
        address: base + AddressEncoding.encode(path: asset.sitePath), size: asset.size,
        versions: derived.isEmpty || SiteWriter.widths(of: asset).isEmpty
          ? nil : ImageVersions(of: index, asset, derived: derived, base: base))
    }
  }

  /// The address of a decoded site path (`/tags/中文/`).
  func address(ofPath path: String) -> [UInt8] { base + AddressEncoding.encode(path: path) }

  /// The address of what the configuration names: a site path, or an address elsewhere as written.
  func address(ofTarget target: String) -> [UInt8] {
    target.hasPrefix("/") && !target.hasPrefix("//")
      ? address(ofPath: target) : AddressEncoding.encode(suffix: target)
  }

  /// The same with scheme and host where it is a site path and they are known.
  func whole(ofTarget target: String) -> [UInt8] {
    let address = address(ofTarget: target)
    return address.first == UInt8(ascii: "/") && !target.hasPrefix("//") ? whole(address) : address
  }

  /// The same with scheme and host, where they are known.
  func whole(_ address: [UInt8]) -> [UInt8] { Array(origin.utf8) + address }

  /// The file that a server sends for a site path: `/posts/a/` -> `posts/a/index.html`.
  static func file(ofPath path: String) -> String {
    let slash = UInt8(ascii: "/")
    let relative = Substring(path.utf8.drop { $0 == slash })
    return relative.isEmpty || relative.utf8.last == slash ? relative + "index.html" : String(relative)
  }
}
