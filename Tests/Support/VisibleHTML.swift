/// The words that a reader of HTML sees: a small reader for tests, written against the standard and not against a printer.
package enum VisibleHTML {
  /// Text outside of tags, references decoded, `<br>` as a line feed; nothing of comments, scripts, styles and templates.
  package static func text(_ html: String) -> String {
    let scalars = Array(html.unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    var hidden: String?
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "<", let tag = tag(scalars, index) {
        index = tag.end
        if let name = hidden {
          if tag.isEnd, tag.name == name { hidden = nil }
        } else if !tag.isEnd, ["script", "style", "template"].contains(tag.name) {
          hidden = tag.name
        } else if tag.name == "br" {
          result.append("\n")
        }
        continue
      }
      if hidden != nil {
        index += 1
      } else if scalar == "&", let (decoded, end) = reference(scalars, index) {
        result.append(contentsOf: decoded.unicodeScalars)
        index = end
      } else {
        result.append(scalar)
        index += 1
      }
    }
    return String(result)
  }

  /// The values of all attributes, references decoded.
  package static func attributeValues(_ html: String) -> [String] {
    let scalars = Array(html.unicodeScalars)
    var result: [String] = []
    var index = 0
    while index < scalars.count {
      guard scalars[index] == "<", let tag = tag(scalars, index) else {
        index += 1
        continue
      }
      result += tag.values.map { text($0.replacing("<", with: "&lt;")) }
      index = tag.end
    }
    return result
  }

  private struct Tag {
    var name = ""
    var isEnd = false
    var values: [String] = []
    var end = 0
  }

  /// The tag or comment that begins here; nil where `<` is only a sign.
  private static func tag(_ scalars: [Unicode.Scalar], _ start: Int) -> Tag? {
    var index = start + 1
    var tag = Tag()
    if index < scalars.count, scalars[index] == "!" {
      let isComment = index + 2 < scalars.count && scalars[index + 1] == "-" && scalars[index + 2] == "-"
      index += isComment ? 3 : 1
      while index < scalars.count {
        if scalars[index] == ">", !isComment || scalars[index - 1] == "-" && scalars[index - 2] == "-" { break }
        index += 1
      }
      tag.end = min(scalars.count, index + 1)
      return tag
    }
    if index < scalars.count, scalars[index] == "/" {
      tag.isEnd = true
      index += 1
    }
    guard index < scalars.count, scalars[index].isASCII, scalars[index].properties.isAlphabetic else { return nil }
    while index < scalars.count, scalars[index] != ">", scalars[index] != "/", !isSpace(scalars[index]) {
      tag.name.unicodeScalars.append(scalars[index])
      index += 1
    }
    tag.name = tag.name.lowercased()
    while index < scalars.count, scalars[index] != ">" {
      if scalars[index] == "=" {
        index += 1
        while index < scalars.count, isSpace(scalars[index]) { index += 1 }
        guard index < scalars.count else { break }
        var value = ""
        let quote = scalars[index]
        if quote == "\"" || quote == "'" {
          index += 1
          while index < scalars.count, scalars[index] != quote {
            value.unicodeScalars.append(scalars[index])
            index += 1
          }
          index += 1
        } else {
          while index < scalars.count, scalars[index] != ">", !isSpace(scalars[index]) {
            value.unicodeScalars.append(scalars[index])
            index += 1
          }
        }
        tag.values.append(value)
      } else {
        index += 1
      }
    }
    tag.end = min(scalars.count, index + 1)
    return tag
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { " \t\n\r\u{C}".unicodeScalars.contains(scalar) }

  private static let names = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "copy": "©", "hellip": "…",
    "mdash": "—", "ndash": "–", "times": "×", "middot": "·", "rarr": "→", "larr": "←", "eacute": "é", "auml": "ä",
  ]

  private static func reference(_ scalars: [Unicode.Scalar], _ start: Int) -> (String, Int)? {
    guard let end = scalars[start..<min(scalars.count, start + 12)].firstIndex(of: ";") else { return nil }
    let body = String(String.UnicodeScalarView(scalars[start + 1..<end]))
    if let text = names[body] { return (text, end + 1) }
    guard body.hasPrefix("#") else { return nil }
    let digits = body.dropFirst()
    let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init).map { (String($0), end + 1) }
  }
}
