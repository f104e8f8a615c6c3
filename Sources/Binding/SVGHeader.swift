import Manuscript

/// An SVG file's size: `width` and `height` of its root in pixels, else the proportions of `viewBox`.
enum SVGHeader {
  static func isSVG(_ bytes: [UInt8]) -> Bool { rootTag(bytes) != nil }

  static func size(of bytes: [UInt8]) -> PixelSize? {
    guard let tag = rootTag(bytes) else { return nil }
    let width = attribute("width", of: tag).flatMap(pixels)
    let height = attribute("height", of: tag).flatMap(pixels)
    if let width, let height { return rounded(width, height) }
    let box = attribute("viewBox", of: tag)?.split { " ,\t\n".contains($0) }.compactMap { Double($0) } ?? []
    guard box.count == 4, box[2] > 0, box[3] > 0 else { return nil }
    if let width { return rounded(width, width * box[3] / box[2]) }
    if let height { return rounded(height * box[2] / box[3], height) }
    return rounded(box[2], box[3])
  }

  /// Whether it holds what the mini-program's `image` does not draw (wechat-rules 7) or what would load something: style
  /// sheets, percentages, scripts, foreign elements, addresses. Asks too much rather than too little.
  static func isIntricate(_ bytes: [UInt8]) -> Bool {
    var previous: UInt8 = 0
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "%"): if (48...57).contains(previous) { return true }
      case UInt8(ascii: "<"): if elements.contains(where: { begins(bytes, index + 1, $0) }) { return true }
      case UInt8(ascii: "h"), UInt8(ascii: "@"):
        if outside.contains(where: { begins(bytes, index, $0) }) { return true }
      default: break
      }
      previous = byte
    }
    return false
  }

  private static let elements = ["style", "script", "foreignobject", "image", "!entity", "?xml-stylesheet"].map {
    Array($0.utf8)
  }
  private static let outside = ["href=\"http", "href='http", "href=\"//", "@import"].map { Array($0.utf8) }

  private static func begins(_ bytes: [UInt8], _ offset: Int, _ word: [UInt8]) -> Bool {
    guard offset + word.count <= bytes.count else { return false }
    return word.indices.allSatisfy { index in
      let byte = bytes[offset + index]
      return ((65...90).contains(byte) ? byte | 32 : byte) == word[index]
    }
  }

  /// The text between `<svg` and `>`, when that is the first element (comments, declarations and a DOCTYPE may precede).
  private static func rootTag(_ bytes: [UInt8]) -> Substring? {
    let text = String(decoding: bytes.prefix(8192), as: UTF8.self)
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      rest = rest[open...]
      if rest.hasPrefix("<svg") {
        guard let end = rest.firstIndex(of: ">") else { return nil }
        return rest[..<end].dropFirst(4)
      }
      guard rest.hasPrefix("<?") || rest.hasPrefix("<!") else { return nil }
      let terminator = rest.hasPrefix("<!--") ? "-->" : ">"
      guard let end = rest.firstRange(of: terminator) else { return nil }
      rest = rest[end.upperBound...]
    }
    return nil
  }

  private static func attribute(_ name: String, of tag: Substring) -> Substring? {
    var rest = tag
    while let found = rest.firstRange(of: name) {
      let before = found.lowerBound > tag.startIndex ? tag[tag.index(before: found.lowerBound)] : " "
      rest = rest[found.upperBound...]
      guard before.isWhitespace else { continue }
      let value = rest.drop(while: \.isWhitespace)
      guard value.first == "=" else { continue }
      let quoted = value.dropFirst().drop(while: \.isWhitespace)
      guard let quote = quoted.first, quote == "\"" || quote == "'" else { continue }
      return quoted.dropFirst().prefix { $0 != quote }
    }
    return nil
  }

  /// A length in CSS pixels; percentages and font-relative units say nothing here.
  private static func pixels(_ text: Substring) -> Double? {
    for (unit, factor) in [
      ("px", 1.0), ("pt", 96.0 / 72), ("in", 96), ("cm", 96 / 2.54), ("mm", 96 / 25.4), ("pc", 16),
    ]
    where text.hasSuffix(unit) {
      return Double(text.dropLast(2)).map { $0 * factor }
    }
    return Double(text)
  }

  private static func rounded(_ width: Double, _ height: Double) -> PixelSize? {
    guard width.isFinite, height.isFinite, width > 0, height > 0, width < 1e6, height < 1e6 else { return nil }
    return PixelSize(width: max(1, Int(width.rounded())), height: max(1, Int(height.rounded())))
  }
}
