import Diagnostics
import Manuscript
import Templating
import Typesetting

/// The files of the theme that the site serves: the style sheet with the tokens before it, the script, the icon.
struct ThemeAssets: Sendable {
  struct File: Sendable {
    /// Site path: `/theme/style.css`.
    var sitePath: String
    var bytes: [UInt8]
    /// A hash of the bytes, for addresses that change with them.
    var version: String

    init(sitePath: String, bytes: [UInt8]) {
      self.sitePath = sitePath
      self.bytes = bytes
      version = String(ContentHash.hash(bytes), radix: 16)
    }
  }

  /// The ground of a page, hexadecimal.
  var paper: (light: String, dark: String)
  var style: File
  var script: File
  var icon: File
  /// The search; loaded by the script when it is wanted.
  var search: File
  var searchStyle: File

  /// The script that keeps pages for reading offline, and the one that each page loads to have it; empty when not wanted.
  var worker: [UInt8]
  var workerLoader: File?

  var all: [File] { [style, script, icon] + (workerLoader.map { [$0] } ?? []) }

  /// Lines of the token file that are no tokens are reported as errors there.
  static func make(_ theme: ThemeFiles, worker: Configuration.Site.ServiceWorker) -> (ThemeAssets, [Diagnostic]) {
    let tokenFile = theme[ThemeTokens.fileName]
    let (tokens, problems) = ThemeTokens.parse(tokenFile?.bytes ?? [])
    let diagnostics = problems.map { problem in
      Diagnostic(
        .badValue, severity: .error, path: tokenFile?.path ?? ThemeTokens.fileName, range: SourceRange(problem.range),
        arguments: ["token", problem.line])
    }
    let paper: (light: String, dark: String) =
      if case .color(let light, let dark) = tokens["paper"] { (light, dark) } else { ("", "") }
    func bytes(_ name: String) -> [UInt8] { theme[name]?.bytes ?? [] }
    let (script, loader): ([UInt8], [UInt8]) =
      switch worker {
      case .off: ([], [])
      case .on: (bytes("site/service-worker.js"), bytes("site/offline.js"))
      case .retire: (bytes("site/service-worker-retire.js"), bytes("site/offline-retire.js"))
      }
    let files = ThemeAssets(
      paper: paper,
      style: File(
        sitePath: "/theme/style.css",
        bytes: tokens.css() + (theme["site/style.css"]?.bytes ?? []) + (theme["site/custom.css"]?.bytes ?? [])),
      script: File(sitePath: "/theme/script.js", bytes: theme["site/script.js"]?.bytes ?? []),
      icon: File(sitePath: "/theme/icon.svg", bytes: theme["site/icon.svg"]?.bytes ?? []),
      search: File(
        sitePath: "/theme/search.js",
        bytes: (theme["search/engine.js"]?.bytes ?? []) + (theme["search/site.js"]?.bytes ?? [])),
      searchStyle: File(sitePath: "/theme/search.css", bytes: theme["search/site.css"]?.bytes ?? []),
      worker: script,
      workerLoader: loader.isEmpty ? nil : File(sitePath: "/theme/offline.js", bytes: loader))
    return (files, diagnostics)
  }
}
