/// The words that a file's name gives an article.
struct FileAddress {
  /// The name without extension and date prefix (`2022-12-12-hello.md` -> `hello`); the folder's for `index.md`.
  let slug: String

  init(_ path: String) {
    // Bytes, since characters of ASCII are all that is looked for.
    var path = path
    slug = path.withUTF8 { path in
      var components = path.split(separator: UInt8(ascii: "/"))
      guard var name = components.popLast() else { return "untitled" }
      if let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex { name = name[..<dot] }
      if let folder = components.last, name.elementsEqual("index".utf8) { name = folder }
      return String(decoding: Self.withoutDate(name), as: UTF8.self)
    }
  }

  // Jekyll's `YYYY-MM-DD-`: years of any length would be dates too, but nobody writes them.
  private static func withoutDate(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>> {
    guard name.count > 11 else { return name }
    for (index, byte) in name.prefix(11).enumerated() {
      let isRight = index == 4 || index == 7 || index == 10 ? byte == 0x2D : byte >= 0x30 && byte <= 0x39
      if !isRight { return name }
    }
    return name.dropFirst(11)
  }
}
