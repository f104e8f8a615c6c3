/// The bytes of one file under the source folder, and the name by which users know it.
package struct SourceFile: Sendable {
  /// Path relative to the source folder, `/`-separated: `content/posts/hello.md`.
  package let path: String
  /// The file's bytes exactly as they are on disk.
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
