import Diagnostics

extension TreeNode {
  /// Appends the node and all below it, one line each, indented by their depth.
  func print(to output: inout [UInt8], depth: Int = 0) {
    output.append(contentsOf: repeatElement(0x20, count: depth * 2))
    if let number { output += "\(number) ".utf8 }
    output += name.utf8
    for field in fields { Self.append(field, to: &output) }
    if !attributes.isEmpty {
      output += " {".utf8
      for (index, item) in attributes.items.enumerated() {
        if index > 0 { output.append(0x20) }
        output += item.name.utf8
        output.append(0x3D)
        Self.quote(item.value, to: &output)
      }
      output.append(0x7D)
    }
    if let range { output += " @\(range.start)-\(range.end)".utf8 }
    output.append(0x0A)
    for child in children { child.print(to: &output, depth: depth + 1) }
  }

  private static func append(_ field: Field, to output: inout [UInt8]) {
    switch field {
    case .text(let name, let value):
      guard let value else { return }
      output.append(0x20)
      if let name { output += "\(name)=".utf8 }
      quote(value, to: &output)
    case .plain(let name, let value):
      guard let value else { return }
      output += " \(name)=\(value)".utf8
    case .flag(let name, let holds):
      if holds { output += " \(name)".utf8 }
    }
  }

  private static func quote(_ value: String, to output: inout [UInt8]) {
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
