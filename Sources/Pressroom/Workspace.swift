internal import Diagnostics
internal import Glibc
internal import Manuscript

/// The files of a source folder: what there is to read, found without reading it.
struct Workspace: Sendable {
  struct File: Sendable {
    /// Relative to the source folder.
    var path: String
    var stamp: FileSystem.Stamp
  }

  /// Absolute path of the source folder.
  let root: String
  /// `offprint.yml`, when there is one.
  var configuration: File?
  /// Markdown under `content/`, by path.
  var articles: [File] = []
  /// Every other file under `content/` and `assets/`, by path; the theme excepted.
  var assets: [File] = []
  /// Files under `assets/theme/`, by path.
  var theme: [File] = []
  var diagnostics: [Diagnostic] = []
  /// When the scan began; a file stamped later may still change without its stamp showing it.
  var scannedAt: Int64

  /// Walks the source folder. Hidden files, editors' backups and `node_modules` are passed over; symbolic links are not
  /// followed out of the folder.
  ///
  /// - Throws: `PressError` when the source folder has no `content` or a folder cannot be listed.
  static func scan(_ root: String) throws(PressError) -> Workspace {
    var workspace = Workspace(root: root, scannedAt: FileSystem.now())
    guard FileSystem.isFolder(root + "/content") else {
      throw PressError(Diagnostic(.sourceMissing, path: "content", arguments: [root + "/content"]))
    }
    if let stamp = FileSystem.stamp(root + "/" + Configuration.fileName) {
      workspace.configuration = File(path: Configuration.fileName, stamp: stamp)
    }
    try workspace.walk("content", depth: 0)
    if FileSystem.isFolder(root + "/assets") { try workspace.walk("assets", depth: 0) }
    let byPath: (File, File) -> Bool = { $0.path.precedesByBytes($1.path) }
    workspace.articles.sort(by: byPath)
    workspace.assets.sort(by: byPath)
    workspace.theme.sort(by: byPath)
    return workspace
  }

  private init(root: String, scannedAt: Int64) {
    self.root = root
    self.scannedAt = scannedAt
  }

  /// What an article is follows from where its file stands.
  static func kind(of path: String) -> ArticleFacts.Kind {
    if path.hasPrefix("content/posts/") { return .post }
    if path.hasPrefix("content/docs/") { return .document }
    return .page
  }

  /// Everything whose stamp decides whether a build is needed.
  var inputs: [File] { (configuration.map { [$0] } ?? []) + articles + assets + theme }

  private mutating func walk(_ folder: String, depth: Int) throws(PressError) {
    guard depth < 64, let names = FileSystem.list(root + "/" + folder) else {
      throw PressError(Diagnostic(.unreadableFile, path: folder, arguments: [FileSystem.reason()]))
    }
    for (name, type) in names where !Self.isPassedOver(name) {
      let path = folder + "/" + name
      guard !name.unicodeScalars.contains("\u{FFFD}") else {
        diagnostics.append(
          Diagnostic(.unreadableFile, severity: .warning, path: path, arguments: ["name-encoding"]))
        continue
      }
      var info = stat()
      if type == UInt8(DT_DIR) {
        try walk(path, depth: depth + 1)
        continue
      }
      guard lstat(root + "/" + path, &info) == 0 else { continue }  // gone meanwhile
      switch info.st_mode & S_IFMT {
      case S_IFDIR: try walk(path, depth: depth + 1)
      case S_IFREG: add(File(path: path, stamp: FileSystem.Stamp(info)))
      case S_IFLNK:
        diagnostics.append(Diagnostic(.symbolicLinkRefused, severity: .warning, path: path, arguments: [path]))
      default: continue  // FIFOs, sockets, devices
      }
    }
  }

  private mutating func add(_ file: File) {
    if file.path.hasPrefix("assets/theme/") {
      theme.append(file)
    } else if file.path.hasPrefix("content/"), Self.isMarkdown(file.path) {
      articles.append(file)
    } else {
      assets.append(file)
    }
  }

  private static func isPassedOver(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~") || name.hasPrefix("#") || name == "node_modules" || name == "Thumbs.db"
  }

  /// The endings Jekyll takes for Markdown.
  private static func isMarkdown(_ path: String) -> Bool {
    guard let dot = path.lastIndex(of: ".") else { return false }
    return ["md", "markdown", "mkd", "mkdn", "mkdown"].contains(path[path.index(after: dot)...].lowercased())
  }
}
