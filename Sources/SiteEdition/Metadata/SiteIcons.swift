import Manuscript
import Typesetting

/// The icons of the site: the theme's own, or those made of the author's logo.
struct SiteIcons: Sendable {
  struct Icon: Sendable {
    /// Below the base path, encoded.
    var address: [UInt8]
    /// Media type.
    var type: String
    /// `192x192`, `any`.
    var sizes: String
  }

  /// The one that browsers show in a tab, first; then the larger ones.
  private(set) var all: [Icon]
  /// The one for the home screens of Apple's devices, which take no SVG; nil when there is none.
  private(set) var touch: Icon?
  /// Files that must be delivered for them.
  private(set) var artifacts: [Artifact] = []

  var address: [UInt8] { all[0].address }
  var type: String { all[0].type }

  /// Pixels of the icons that are made: a tab, a home screen, an Apple home screen, a splash screen.
  static let widths = [48, 180, 192, 512]

  /// What must be made of a logo.
  static func derivations(_ publication: Publication) -> [ImageDerivation] {
    guard let logo = logo(publication) else { return [] }
    return widths.map { ImageDerivation(asset: logo, format: .png, maximumWidth: $0) }
  }

  /// Index of the logo among the assets; nil when none is named or the file is not there.
  static func logo(_ publication: Publication) -> Int? {
    let path = publication.configuration.site.logo
    return path.isEmpty ? nil : publication.assets.firstIndex { $0.path == path }
  }

  /// - Parameter fallback: the theme's icon (SVG), its address with a version.
  init(
    _ publication: Publication, derived: [ImageDerivation: DerivedImage], addresses: SiteAddresses, fallback: [UInt8]
  ) {
    all = []
    if let logo = Self.logo(publication) {
      let asset = publication.assets[logo]
      if asset.kind == .svg {
        all.append(Icon(address: addresses.assets[logo].address, type: "image/svg+xml", sizes: "any"))
      }
      for wanted in Self.derivations(publication) {
        guard let made = derived[wanted] else { continue }
        let path = "/theme/img/\(asset.contentHash)-\(wanted.maximumWidth).png"
        let icon = Icon(
          address: addresses.address(ofPath: path), type: "image/png", sizes: "\(made.size.width)x\(made.size.height)")
        artifacts.append(Artifact(path: SiteAddresses.file(ofPath: path), content: .cached(path: made.cachePath)))
        if wanted.maximumWidth == 180 { touch = icon } else { all.append(icon) }
      }
    }
    if all.isEmpty { all.append(Icon(address: fallback, type: "image/svg+xml", sizes: "any")) }
  }

  /// Links of a page's head.
  func links(to printer: inout HTMLPrinter) {
    for icon in all.prefix(2) where icon.sizes == "any" || icon.sizes.hasPrefix("48x") {
      link("icon", icon, &printer)
    }
    if let touch { link("apple-touch-icon", touch, &printer) }
  }

  private func link(_ relation: StaticString, _ icon: Icon, _ printer: inout HTMLPrinter) {
    printer.voidTag("link")
    printer.attribute("rel", literal: relation)
    printer.attribute("href", icon.address)
    printer.attribute("type", icon.type)
    if icon.sizes != "any" { printer.attribute("sizes", icon.sizes) }
    printer.finishVoidTag()
    printer.lineFeed()
  }
}
