/// Paths of the published site and of the source folder as lists of components.
enum SitePath {
  /// Resolves `.` and `..`. `..` above the root is dropped when `clamping` (as browsers do), else the result is nil.
  static func normalize(_ path: some StringProtocol, clamping: Bool) -> [Substring]? {
    var parts: [Substring] = []
    // A slash is a byte: what a file system and a browser split at, and far cheaper to find than a character.
    for part in Substring(path).utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true) {
      if part.first == UInt8(ascii: ".") {
        if part.elementsEqual(".".utf8) { continue }
        if part.elementsEqual("..".utf8) {
          if parts.popLast() == nil, !clamping { return nil }
          continue
        }
      }
      parts.append(Substring(part))
    }
    return parts
  }

  /// The folder of a path: all but its last component, without a slash at the end.
  static func folder(of path: String) -> Substring {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return path[..<slash]
  }

  /// Turns `%E4%BD%A0` into the bytes it stands for. Ill-formed escapes stay as they are; nil when the result is no
  /// UTF-8 or holds NUL.
  static func percentDecoded(_ text: some StringProtocol) -> String? {
    let source = Array(text.utf8)
    guard source.contains(UInt8(ascii: "%")) else { return source.contains(0) ? nil : String(text) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count)
    var index = 0
    while index < source.count {
      if source[index] == UInt8(ascii: "%"), index + 2 < source.count, let high = hex(source[index + 1]),
        let low = hex(source[index + 2])
      {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    guard !bytes.contains(0) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }
}
