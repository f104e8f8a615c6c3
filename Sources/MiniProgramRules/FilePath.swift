/// Paths inside the mini-program's folder.
enum FilePath {
  static func suffix(_ path: String) -> Substring {
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.index(after: $0)...] } ?? path[...]
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "" }
    return name[name.index(after: dot)...]
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
    let address = address.utf8.firstIndex(of: UInt8(ascii: "?")).map { address[..<$0] } ?? address[...]
    var parts = address.utf8.first == UInt8(ascii: "/") ? [] : folder(file).split(separator: "/")
    for part in address.split(separator: "/") {
      if part == "." { continue }
      if part == ".." {
        if parts.popLast() == nil { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
