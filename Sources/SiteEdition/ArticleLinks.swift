import Manuscript
import Typesetting

/// The addresses of what one article points at.
struct ArticleLinks {
  /// An address as `href` and `src` need it.
  enum Address {
    /// Percent-encoded already, and the name of a place there, which is not.
    case encoded([UInt8], fragment: String?)
    /// As the author wrote it.
    case written(String)
    /// Leads nowhere.
    case broken(String)

    /// Whether it leads to somebody else's page.
    var leavesSite: Bool {
      switch self {
      case .encoded, .broken: false
      case .written(let address): address.hasPrefix("http") || address.hasPrefix("//")
      }
    }
  }

  private let references: [Reference]
  private let destinations: [Destination]
  private let site: SiteAddresses
  /// Scheme and host before every address of the site, and the article's own address before its anchors; empty on its
  /// page.
  private let origin: [UInt8]
  private let own: [UInt8]

  /// Addresses as written: nothing was bound.
  init(references: [Reference]) {
    self.init(references: references, destinations: [], site: SiteAddresses())
  }

  /// - Parameters:
  ///   - destinations: one a reference.
  ///   - entry: the article where its text is read elsewhere, so that all addresses must be whole; nil on its own page.
  init(references: [Reference], destinations: [Destination], site: SiteAddresses, wholeFor entry: Int? = nil) {
    self.references = references
    self.destinations = destinations
    self.site = site
    origin = entry == nil ? [] : Array(site.origin.utf8)
    own = entry.map { site.whole(site.entries[$0]) } ?? []
  }

  func address(of reference: Int) -> Address {
    guard references.indices.contains(reference) else { return .broken("") }
    guard destinations.indices.contains(reference) else { return .written(references[reference].target) }
    switch destinations[reference] {
    case .anchor(let id): return .encoded(own, fragment: id)
    case .article(let entry, let anchor): return .encoded(origin + site.entries[entry], fragment: anchor)
    case .asset(let asset, let suffix):
      return .encoded(origin + site.assets[asset].address + AddressEncoding.encode(suffix: suffix), fragment: nil)
    case .listing(let path): return .encoded(origin + site.address(ofPath: path), fragment: nil)
    case .external(let address): return .written(address)
    case .broken(let address): return .broken(address)
    }
  }

  /// Index of the file of the publication that a reference leads to.
  func assetIndex(_ reference: Int) -> Int? {
    guard destinations.indices.contains(reference), case .asset(let asset, _) = destinations[reference] else {
      return nil
    }
    return asset
  }

  /// The file of the publication that a reference leads to.
  func asset(_ reference: Int) -> SiteAddresses.AssetAddress? {
    guard let asset = assetIndex(reference) else { return nil }
    guard !origin.isEmpty else { return site.assets[asset] }
    var file = site.assets[asset]
    file.address = origin + file.address
    file.versions?.makeWhole(origin)
    return file
  }
}
