/// Which bytes of a file go out, with what between them.
package struct FileTransfer: Sendable {
  /// A run of bytes of the file, behind a text of its own (the head of a part of `multipart/byteranges`).
  struct Part: Sendable {
    var prefix: [UInt8] = []
    var offset: Int
    var count: Int
  }

  let file: SiteFile
  var parts: [Part]
  /// What comes after the last part (the closing boundary).
  var suffix: [UInt8] = []

  /// All bytes that go out.
  var count: Int { parts.reduce(suffix.count) { $0 + $1.prefix.count + $1.count } }

  /// The whole file.
  package init(whole file: SiteFile) {
    self.file = file
    parts = [Part(offset: 0, count: file.size)]
  }

  init(file: SiteFile, parts: [Part], suffix: [UInt8] = []) {
    self.file = file
    self.parts = parts
    self.suffix = suffix
  }
}
