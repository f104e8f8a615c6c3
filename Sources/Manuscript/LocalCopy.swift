/// A file of the author's own that stands for an image or a recording on another server: nothing is ever downloaded.
package struct LocalCopy: Hashable, Sendable {
  /// An address, or where addresses begin when it ends in a slash.
  package var address: String
  /// A file, or a folder when the address ends in a slash. Of the configuration: a path of the source folder without slash
  /// at either end; of an article: as the article would name an image.
  package var file: String

  package init(address: String, file: String) {
    self.address = address
    self.file = file
  }
}
