/// The words that a file's name gives an article.
struct FileAddress {
  /// The name without extension and date prefix (`2022-12-12-hello.md` -> `hello`); the folder's for `index.md`.
  let slug: String

  init(_ path: String) {
    var components = path.split(separator: "/")
    var name = components.popLast() ?? "untitled"
    if let dot = name.lastIndex(of: "."), dot > name.startIndex { name = name[..<dot] }
    if name == "index", let folder = components.last { name = folder }
    slug = String(Self.withoutDate(name))
  }

  // Jekyll's `YYYY-MM-DD-`: years of any length would be dates too, but nobody writes them.
  private static func withoutDate(_ name: Substring) -> Substring {
    let bytes = Array(name.utf8.prefix(11))
    guard bytes.count == 11, name.utf8.count > 11 else { return name }
    for (index, byte) in bytes.enumerated() {
      let isRight = index == 4 || index == 7 || index == 10 ? byte == 0x2D : byte >= 0x30 && byte <= 0x39
      if !isRight { return name }
    }
    return name[name.utf8.index(name.startIndex, offsetBy: 11)...]
  }
}
