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
      var end = start
      while end < value.upperBound, bytes[end].isLetter || bytes[end].isDigit { end += 1 }
      if end > start {
        // Nearly all of highlighted code.
        if bytes.is("span", start..<end) {
          index = end
          continue
        }
        if trusted[bytes.slice(start..<end)] == nil {
          findings.report(.richTextElement, start..<end, bytes.text(start..<end))
        } else if bytes.is("img", start..<end) {
          findings.report(.richTextElement, start..<end, "img")
        }
      }
      index = max(end, start)
    }
  }
}
