import Diagnostics

/// The HTML that stands as one string in a `rich-text`: which of it would be dropped.
///
/// An element that is not trusted vanishes with everything in it; images there come from the network only.
enum RichTextChecker {
  /// From the page of `rich-text`, as of 2026-07-30.
  static let trusted = NameTable(
    words: """
      a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt em
      fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rt ruby s section
      small span strong sub sup table tbody td tfoot th thead tr tt u ul
      """)

  static func check(_ bytes: FileBytes, _ value: Range<Int>, _ findings: inout FileFindings) {
    // A string in an expression, or the markup itself; anything else is data.
    guard bytes.has("{{'", at: value.lowerBound) || !bytes.has("{{", at: value.lowerBound) else { return }
    var index = value.lowerBound
    while let angle = bytes.first(UInt8(ascii: "<"), in: index..<value.upperBound) {
      let start = angle + 1
      // Nearly all of highlighted code: a span with a class, and its end.
      if start < value.upperBound, bytes.has("span class=", at: start) || bytes.has("/", at: start) {
        index = start + 1
        continue
      }
      var end = start
      while end < value.upperBound, bytes[end].isLetter || bytes[end].isDigit { end += 1 }
      if end > start {
        if trusted[bytes.slice(start..<end)] == nil {
          findings.report(.richTextElement, start..<end, bytes.text(start..<end))
        } else if bytes.is("img", start..<end) {
          findings.report(.richTextElement, start..<end, "img")
        } else if end < value.upperBound, bytes[end] != UInt8(ascii: ">") {
          attributes(bytes, element: start..<end, limit: value.upperBound, &findings)
        }
      }
      index = max(end, start)
    }
  }

  /// Attributes that elements keep beside `class` and `style`, from the same page.
  private static let kept: [String: Set<String>] = [
    "bdo": ["dir"], "col": ["span", "width"], "colgroup": ["span", "width"], "ol": ["start", "type"],
    "table": ["width"], "td": ["colspan", "height", "rowspan", "width"],
    "th": ["colspan", "height", "rowspan", "width"],
    "tr": ["colspan", "height", "rowspan", "width"],
  ]

  /// The attributes of a start tag: all others vanish. Quotation marks may be escaped, since the tag stands in a string.
  private static func attributes(
    _ bytes: FileBytes, element: Range<Int>, limit: Int, _ findings: inout FileFindings
  ) {
    var index = element.upperBound
    while index < limit, bytes[index] != UInt8(ascii: ">"), bytes[index] != UInt8(ascii: "<") {
      let start = index
      while index < limit, bytes[index].isLetter || bytes[index].isDigit || bytes[index] == UInt8(ascii: "-") {
        index += 1
      }
      guard index > start else {
        index += 1
        continue
      }
      let name = start..<index
      if !bytes.is("class", name), !bytes.is("style", name),
        kept[bytes.text(element)]?.contains(bytes.text(name)) != true
      {
        findings.report(.richTextAttribute, name, bytes.text(name), bytes.text(element))
      }
      if index < limit, bytes[index] == UInt8(ascii: "=") { index = valueEnd(bytes, index + 1, limit) }
    }
  }

  /// Where an attribute's value ends: behind the mark that opened it, plain or escaped as `\x22`, else before a blank or
  /// the tag's end.
  private static func valueEnd(_ bytes: FileBytes, _ start: Int, _ limit: Int) -> Int {
    if bytes.has("\\x22", at: start) {
      return min(limit, (bytes.find("\\x22", from: start + 4) ?? limit) + 4)
    }
    var index = start
    if index < limit, bytes[index] == UInt8(ascii: "\\") { index += 1 }
    guard index < limit, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
      while index < limit, !bytes[index].isBlank, bytes[index] != UInt8(ascii: ">") { index += 1 }
      return index
    }
    let quote = bytes[index]
    return (bytes.first(quote, in: index + 1..<limit) ?? limit - 1) + 1
  }
}
