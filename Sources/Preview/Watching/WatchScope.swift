internal import Manuscript

/// Which files of a source folder matter to a build; by names alone, so that a watcher never looks into the rest.
package struct WatchScope: Sendable {
  /// The output folder below the root, where it lies there: its own writes must not wake the press.
  private let output: String?

  /// - Parameters: absolute paths without a slash at the end.
  package init(source: String, output: String) {
    let prefix = source.hasSuffix("/") ? source : source + "/"
    self.output = output.hasPrefix(prefix) ? String(output.dropFirst(prefix.count)) : nil
  }

  /// Whether a folder is watched; the root is the empty path.
  package func contains(folder path: String) -> Bool {
    if path.isEmpty || path == "content" || path == "assets" { return true }
    return isInside(path)
  }

  /// Whether a change of a file is worth a build.
  package func contains(file path: String) -> Bool {
    path == Configuration.fileName || isInside(path)
  }

  private func isInside(_ path: String) -> Bool {
    guard path.hasPrefix("content/") || path.hasPrefix("assets/") else { return false }
    if let output, path == output || path.hasPrefix(output + "/") { return false }
    return !path.split(separator: "/").contains { Self.isPassedOver($0) }
  }

  /// As the press passes over when it looks for files: hidden ones, backups and what editors write on the side
  /// (`4913` is how vim tries whether it may create files).
  private static func isPassedOver(_ name: Substring) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~") || name.hasPrefix("#") || name == "node_modules" || name == "4913"
      || name.hasSuffix(".swp") || name.hasSuffix(".swx") || name.hasSuffix(".crswap")
  }
}
