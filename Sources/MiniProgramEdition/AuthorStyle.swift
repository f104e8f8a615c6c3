import Manuscript

/// What of an author's inline style the mini-program takes over: looks of the text itself, nothing that moves or loads.
enum AuthorStyle {
  private static let properties: Set<Substring> = [
    "color", "background-color", "font-weight", "font-style", "font-size", "text-decoration", "letter-spacing",
  ]

  /// Declarations for a `style` attribute; nil when there is nothing to say.
  static func safe(_ attributes: Attributes) -> [UInt8]? {
    guard !attributes.isEmpty else { return nil }
    var declarations: [String] = []
    if let color = attributes["color"], isPlain(Substring(color)) { declarations.append("color:\(color)") }
    for declaration in (attributes["style"] ?? "").split(separator: ";") {
      guard let colon = declaration.firstIndex(of: ":") else { continue }
      let name = trimmed(declaration[..<colon])
      let value = trimmed(declaration[declaration.index(after: colon)...])
      if properties.contains(Substring(name.lowercased())), isPlain(value) { declarations.append("\(name):\(value)") }
    }
    return declarations.isEmpty ? nil : Array(declarations.joined(separator: ";").utf8)
  }

  /// Colours, numbers, words, `rgb(…)`: no strings, no `url(`.
  private static func isPlain(_ value: Substring) -> Bool {
    !value.isEmpty && !value.lowercased().contains("url")
      && value.utf8.allSatisfy { byte in
        switch byte {
        case 48...57, 65...90, 97...122: true
        default: "#%(),. -".utf8.contains(byte)
        }
      }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
