/// Numbers of the platform: in bytes where not said otherwise, with where each is documented.
enum RuleLimits {
  /// One package, main or sub (subpackage loading).
  static let package = 2 * 1024 * 1024
  /// All packages (subpackage loading); 20 MB when a service provider develops it.
  static let program = 30 * 1024 * 1024
  /// The main package, by the tool's code-quality check.
  static let mainPackage = 1536 * 1024
  /// Subpackages, by the upload tool.
  static let packageCount = 100
  /// Preloading from one page (subpackage preloading).
  static let preload = 2 * 1024 * 1024
  /// An icon of the tab bar, and its advised side in pixels (app configuration).
  static let tabIcon = 40 * 1024
  static let tabIconSide = 81
  /// Images and recordings of the main package, by the tool's code-quality check.
  static let media = 200 * 1024
  static let mediaSuffixes: Set<Substring> = [
    "png", "jpg", "jpeg", "gif", "svg", "mp3", "aac", "m4a", "wav", "ogg", "silk",
  ]
  /// Scripts of the main package that one subpackage alone uses: the tool's code-quality check warns of any; this much is
  /// nothing to speak of.
  static let misplacedScripts = 64 * 1024
  /// Addresses in one file that hold their data: the documentation advises against large ones and names no number; ours.
  static let dataAddresses = 64 * 1024
  /// Nodes of a page, exclusive; depth, exclusive; children of one node (performance audit).
  static let nodes = 1000
  static let depth = 30
  static let children = 60
  /// What the upload takes (directory structure; the last four from the upload tool's own list).
  static let suffixes: Set<String> = [
    "js", "json", "wxml", "wxss", "wxs", "png", "jpg", "jpeg", "gif", "svg", "cer", "mp3", "aac", "m4a", "mp4", "wav",
    "ogg", "silk", "wasm", "br", "cert", "cur", "ico", "skel", "crt",
  ]
}
