import Diagnostics

/// The lines of a tree dump under construction.
struct TreeLines {
  /// One fact on a node's line.
  enum Field {
    /// `name="value"`, or `"value"` without a name; left out when nil.
    case text(String?, String?)
    /// `name=value`; left out when nil.
    case plain(String, (any CustomStringConvertible)?)
    /// The word alone, when it holds.
    case flag(String, Bool)
  }

  private(set) var output: [UInt8] = []
  private var depth = 0

  mutating func line(
    _ name: String, _ fields: [Field] = [], range: SourceRange? = nil, attributes: Attributes = Attributes()
  ) {
    output.append(contentsOf: repeatElement(0x20, count: depth * 2))
    output += name.utf8
    for field in fields { append(field) }
    if !attributes.isEmpty {
      output += " {".utf8
      for (index, item) in attributes.items.enumerated() {
        if index > 0 { output.append(0x20) }
        output += item.name.utf8
        output.append(0x3D)
        quote(item.value)
      }
      output.append(0x7D)
    }
    if let range { output += " @\(range.start)-\(range.end)".utf8 }
    output.append(0x0A)
  }

  /// Takes back what was written since `output` had this length.
  mutating func remove(from length: Int) { output.removeSubrange(length...) }

  mutating func indented(_ body: (inout TreeLines) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }

  /// A title line and one entry per element; nothing when there are none.
  mutating func section<Element>(
    _ title: String, _ elements: [Element], _ body: (inout TreeLines, Int, Element) -> Void
  ) {
    guard !elements.isEmpty else { return }
    line(title)
    indented { lines in
      for (index, element) in elements.enumerated() { body(&lines, index, element) }
    }
  }

  private mutating func append(_ field: Field) {
    switch field {
    case .text(let name, let value):
      guard let value else { return }
      output.append(0x20)
      if let name { output += "\(name)=".utf8 }
      quote(value)
    case .plain(let name, let value):
      guard let value else { return }
      output += " \(name)=\(value)".utf8
    case .flag(let name, let holds):
      if holds { output += " \(name)".utf8 }
    }
  }

  private mutating func quote(_ value: String) {
    output.append(0x22)
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\"".utf8
      case "\\": output += "\\\\".utf8
      case "\n": output += "\\n".utf8
      case "\t": output += "\\t".utf8
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{A0}", "\u{2000}"..."\u{200F}", "\u{2028}"..."\u{202F}", "\u{3000}",
        "\u{FEFF}":
        output += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".utf8
      default: output += String(scalar).utf8
      }
    }
    output.append(0x22)
  }
}
