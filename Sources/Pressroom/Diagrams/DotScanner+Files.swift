extension DotScanner {
  /// Attributes whose value names a file or a folder that Graphviz would read.
  private static let readers: Set<String> = [
    "image", "shapefile", "imagepath", "fontpath", "_background", "stylesheet",
  ]

  /// The first place where a graph would have a file read: the attribute, or the label with a picture in it.
  static func fileUse(in bytes: [UInt8], _ tokens: [Token]) -> (name: String, range: Range<Int>)? {
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .html:
        if String(decoding: bytes[token.range], as: UTF8.self).lowercased().contains("<img") {
          return ("IMG", token.range)
        }
      case .word, .string:
        guard index + 1 < tokens.count, bytes[tokens[index + 1].range].elementsEqual("=".utf8) else { continue }
        let name = name(bytes, tokens[...index])
        if readers.contains(name) { return (name, token.range) }
      case .sign: break
      }
    }
    return nil
  }

  /// The word that ends a list of tokens: without quotes and broken lines, joined with what `+` puts before it.
  private static func name(_ bytes: [UInt8], _ tokens: ArraySlice<Token>) -> String {
    guard let last = tokens.last else { return "" }
    var text = String(decoding: bytes[last.range], as: UTF8.self)
    guard last.kind == .string else { return text }
    text = String(text.dropFirst().dropLast(text.hasSuffix("\"") ? 1 : 0)).replacing("\\\n", with: "")
    let before = tokens.dropLast()
    guard let plus = before.last, bytes[plus.range].elementsEqual("+".utf8) else { return text }
    return name(bytes, before.dropLast()) + text
  }
}
