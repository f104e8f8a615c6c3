/// HTML in a form in which two texts that mean the same are the same: what the specification's own test program
/// compares. White space outside of `pre` is one blank and none beside block tags, attributes are sorted, tag names are
/// lower case, character references are resolved.
struct MarkupNormalization {
  private static let blockNames: Set<String> = [
    "article", "header", "aside", "hgroup", "blockquote", "hr", "iframe", "body", "li", "map", "button", "object",
    "canvas", "ol", "caption", "output", "col", "p", "colgroup", "pre", "dd", "progress", "div", "section", "dl",
    "table", "td", "dt", "tbody", "embed", "textarea", "fieldset", "tfoot", "figcaption", "th", "figure", "thead",
    "footer", "tr", "form", "ul", "h1", "h2", "h3", "h4", "h5", "h6", "video", "script", "style",
  ]

  private var rest: Substring
  private var output = ""
  private var preDepth = 0
  private var wasBlockTag = true

  static func normalize(_ html: String) -> String {
    var normalization = MarkupNormalization(rest: html[...])
    normalization.run()
    return normalization.output.trimmingSuffix(while: \.isWhitespace)
  }

  private init(rest: Substring) { self.rest = rest }

  private mutating func run() {
    while let first = rest.first {
      if first == "<", let end = verbatimEnd() {
        output += rest[..<end]
        rest = rest[end...]
        wasBlockTag = false
      } else if first == "<", let tag = Tag(&rest) {
        write(tag)
      } else {
        let end = rest.dropFirst().firstIndex(of: "<") ?? rest.endIndex
        write(text: String(rest[..<end]))
        rest = rest[end...]
      }
    }
  }

  // Comments, declarations, instructions and CDATA stay as they are.
  private func verbatimEnd() -> Substring.Index? {
    for (open, close) in [("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">")]
    where rest.hasPrefix(open) {
      return rest.firstRange(of: close)?.upperBound ?? rest.endIndex
    }
    return nil
  }

  private mutating func write(_ tag: Tag) {
    let isBlock = Self.blockNames.contains(tag.name)
    if isBlock, preDepth == 0 { output = output.trimmingSuffix(while: \.isWhitespace) }
    if tag.name == "pre" { preDepth = max(0, preDepth + (tag.isEnd ? -1 : 1)) }
    output += tag.normalized
    wasBlockTag = isBlock
  }

  private mutating func write(text: String) {
    let text = Entities.resolve(text)
    if preDepth > 0 {
      output += Entities.escape(text)
      wasBlockTag = false
      return
    }
    var collapsed = ""
    for character in text.unicodeScalars {
      let isSpace = character == " " || character == "\n" || character == "\t" || character == "\r"
      if !isSpace {
        collapsed.unicodeScalars.append(character)
      } else if collapsed.last != " " {
        collapsed += " "
      }
    }
    if wasBlockTag, collapsed.first == " " { collapsed.removeFirst() }
    if collapsed.isEmpty { return }
    output += Entities.escape(collapsed)
    wasBlockTag = false
  }
}

/// A start or end tag.
private struct Tag {
  var name: String
  var isEnd = false
  var attributes: [(name: String, value: String?)] = []

  /// nil, and nothing taken, when no tag begins here.
  init?(_ source: inout Substring) {
    var rest = source.dropFirst()
    if rest.first == "/" {
      isEnd = true
      rest.removeFirst()
    }
    let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == ":" || $0 == "_" }
    guard let first = name.first, first.isASCII, first.isLetter else { return nil }
    self.name = name.lowercased()
    rest = rest.dropFirst(name.count)
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "/" }
      guard let next = rest.first else { return nil }
      if next == ">" { break }
      let key = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != ">" && $0 != "/" }
      if key.isEmpty { return nil }
      rest = rest.dropFirst(key.count)
      var value: String?
      let afterBlank = rest.drop(while: \.isWhitespace)
      if afterBlank.first == "=" {
        rest = afterBlank.dropFirst().drop(while: \.isWhitespace)
        let quote = rest.first
        if quote == "\"" || quote == "'" {
          let inner = rest.dropFirst()
          guard let end = inner.firstIndex(where: { $0 == quote }) else { return nil }
          value = String(inner[..<end])
          rest = inner[inner.index(after: end)...]
        } else {
          let bare = rest.prefix { !$0.isWhitespace && $0 != ">" }
          value = String(bare)
          rest = rest.dropFirst(bare.count)
        }
      }
      attributes.append((key.lowercased(), value))
    }
    source = rest.dropFirst()
  }

  var normalized: String {
    if isEnd { return "</\(name)>" }
    let sorted = attributes.sorted { $0.name < $1.name }.map { attribute in
      guard let value = attribute.value else { return " \(attribute.name)" }
      // Percent signs in addresses: upper-case digits.
      return " \(attribute.name)=\"\(Entities.escape(Entities.resolve(value)))\""
    }
    return "<\(name)\(sorted.joined())>"
  }
}

/// The character references that the expectations use.
private enum Entities {
  static func resolve(_ text: String) -> String {
    guard text.contains("&") else { return text }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  static func escape(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}

extension String {
  func trimmingSuffix(while predicate: (Character) -> Bool) -> String {
    guard let last = lastIndex(where: { !predicate($0) }) else { return "" }
    return String(self[...last])
  }
}
