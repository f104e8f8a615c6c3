internal import CTheme

/// The preview's own pages and scripts, which are part of the program.
struct PreviewFiles: Sendable {
  struct File: Sendable {
    var bytes: [UInt8]
    /// Names these bytes, for conditional requests.
    var tag: String
  }

  private let files: [String: File]

  static let embedded = PreviewFiles()

  private init() {
    var files: [String: File] = [:]
    for index in 0..<offprint_preview_count() {
      let file = offprint_preview_at(index)
      let bytes = Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
      files[String(cString: file.name)] = File(bytes: bytes, tag: Self.tag(bytes))
    }
    for index in 0..<offprint_theme_count() {
      let file = offprint_theme_at(index)
      guard String(cString: file.name) == "site/icon.svg" else { continue }
      let bytes = Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
      files["icon.svg"] = File(bytes: bytes, tag: Self.tag(bytes))
    }
    for bundle in Self.bundles {
      let bytes = bundle.parts.flatMap { files[$0]?.bytes ?? [] }
      files[bundle.name] = File(bytes: bytes, tag: Self.tag(bytes))
    }
    self.files = files
  }

  subscript(name: String) -> File? { files[name] }

  var names: [String] { files.keys.sorted() }

  /// What is sent as one file: the script of every page of the site.
  private static let bundles = [
    (name: "site.js", parts: ["live.js", "overlay.js", "morph.js", "reload.js"])
  ]

  /// A page of the preview's own; what is on it comes from its scripts.
  enum Page: String, CaseIterable {
    case home, mini, pair
    /// In place of a website that was never printed.
    case empty

    fileprivate var scripts: [String] {
      switch self {
      case .home: ["words", "live", "bar", "home"]
      case .mini: ["words", "bundle", "live", "overlay", "layers", "phone", "bar", "simulator"]
      case .pair: ["words", "bundle", "live", "overlay", "layers", "phone", "bar", "pair"]
      case .empty: ["words", "live", "overlay", "bar", "empty"]
      }
    }
  }

  /// The document of a page.
  static func document(_ page: Page) -> [UInt8] { documents[page] ?? [] }

  private static let documents: [Page: [UInt8]] = {
    let shell = String(decoding: embedded["page.html"]?.bytes ?? [], as: UTF8.self)
    return Dictionary(
      uniqueKeysWithValues: Page.allCases.map { page in
        let scripts = page.scripts.map { "<script src=\"/.offprint/assets/\($0).js\"></script>" }
        return (page, Array(shell.replacing("<!-- scripts -->", with: scripts.joined(separator: "\n")).utf8))
      })
  }()

  /// The document inside of the phone with its scripts in it: a frame without origin may load nothing.
  static let frame: [UInt8] = {
    var page = embedded["frame.html"]?.bytes ?? []
    for name in frameScripts {
      page += Array("<script>\n".utf8) + (embedded[name]?.bytes ?? []) + Array("</script>\n".utf8)
    }
    return page + Array("</body>\n</html>\n".utf8)
  }()

  /// In the order in which they need each other.
  static let frameScripts = [
    "data.js", "expression.js", "wxml.js", "select.js", "files.js", "query.js", "routes.js", "modules.js", "wx.js",
    "platform.js",
    "sheet.js", "rich-text.js", "audit.js", "view.js", "run.js", "frame.js",
  ]

  /// FNV-1a, 64 bits: the bytes are ours, nobody forges them.
  private static func tag(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return "\"\(String(hash, radix: 36))\""
  }
}
