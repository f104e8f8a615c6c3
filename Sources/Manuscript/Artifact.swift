/// One file of an edition: where it goes and what it holds. Making one touches no disk.
package struct Artifact: Sendable {
  /// What the file holds.
  package enum Content: Sendable {
    /// The bytes themselves.
    case bytes([UInt8])
    /// A verbatim copy of a file under the source folder (path relative to it, as the workspace listed it).
    case copy(of: String)
    /// A copy of a JPEG file under the source folder without the place where it was taken.
    case unlocated(of: String)
    /// A verbatim copy of a derived image in the content cache, by absolute path.
    case cached(path: String)
  }

  /// Path inside the edition's folder, `/`-separated, UTF-8, no leading slash, no `.` or `..` component.
  package var path: String
  package var content: Content

  package init(path: String, content: Content) {
    self.path = path
    self.content = content
  }

  package init(path: String, bytes: [UInt8]) {
    self.init(path: path, content: .bytes(bytes))
  }
}
