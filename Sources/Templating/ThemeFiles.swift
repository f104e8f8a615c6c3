internal import CTheme

/// The files of the theme by name (`site/article.mustache`): the embedded ones, each replaceable by a file of that name
/// under `assets/theme/`.
package struct ThemeFiles: Sendable {
  package struct File: Sendable {
    /// What diagnostics call it: `theme:site/article.mustache` or `assets/theme/site/article.mustache`.
    package var path: String
    package var bytes: [UInt8]
    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  package private(set) var files: [String: File]

  /// The theme that is part of the program.
  package static func embedded() -> ThemeFiles {
    var files: [String: File] = [:]
    for index in 0..<offprint_theme_count() {
      let file = offprint_theme_at(index)
      let name = String(cString: file.name)
      files[name] = File(
        path: "theme:\(name)", bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
    }
    return ThemeFiles(files: files)
  }

  /// Puts an author's file in place of the embedded one; false when there is none of that name.
  package mutating func override(_ name: String, with file: File) -> Bool {
    guard files[name] != nil else { return false }
    files[name] = file
    return true
  }

  package subscript(name: String) -> File? { files[name] }
}
