/// Paths inside the mini-program's folder.
enum FilePath {
  static func suffix(_ path: String) -> Substring {
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "" }
    return name[name.utf8.index(after: dot)...]
  }

  /// ASCII letters, digits and `-_.` only: what every file system, URL and upload takes alike.
  static func isPortable(_ path: String) -> Bool {
    path.utf8.allSatisfy {
      $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
        || $0 == UInt8(ascii: "/")
    }
  }

  static func folder(_ path: String) -> Substring {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] } ?? ""
  }

  /// The path that an address in a file leads to; nil when it leads out of the folder.
  static func resolve(_ address: String, from file: String) -> String? {
    let slash = UInt8(ascii: "/")
    var path: [UInt8] = []
    path.reserveCapacity(file.utf8.count + address.utf8.count)
    if address.utf8.first != slash { path += folder(file).utf8 }
    var rest = Substring(address).utf8
    if let query = rest.firstIndex(of: UInt8(ascii: "?")) { rest = rest[..<query] }
    while let start = rest.firstIndex(where: { $0 != slash }) {
      let end = rest[start...].firstIndex(of: slash) ?? rest.endIndex
      let part = rest[start..<end]
      rest = rest[end...]
      if part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) {
        guard !path.isEmpty else { return nil }
        path.removeSubrange((path.lastIndex(of: slash) ?? 0)...)
      } else {
        if !path.isEmpty { path.append(slash) }
        path += part
      }
    }
    return String(decoding: path, as: UTF8.self)
  }
}
