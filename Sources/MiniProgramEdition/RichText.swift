import Manuscript
import Mathematics
import Typesetting

/// Content for `rich-text`: the platform lays it out as HTML, but nothing in it can be tapped and only trusted elements
/// are shown (wechat-rules 29-33).
enum RichText {
  static func ruby(_ pairs: [RubyPair]) -> [UInt8] {
    var html = HTMLPrinter()
    html.element("ruby") { html in
      for pair in pairs {
        write(pair.base, to: &html)
        html.element("rt") { write(pair.reading, to: &$0) }
      }
    }
    return html.bytes
  }

  /// Whether these lose nothing there: words and their looks.
  static func canHold(_ inlines: [Inline]) -> Bool {
    inlines.allSatisfy { inline in
      guard inline.attributes.id == nil else { return false }
      switch inline.kind {
      case .text, .softBreak, .hardBreak, .code: return true
      case .emphasis(let content), .strong(let content), .strikethrough(let content), .styled(_, let content):
        return canHold(content)
      case .ruby(let pairs): return pairs.allSatisfy { canHold($0.base) && canHold($0.reading) }
      // Formulas are counted and read aloud where they stand by themselves.
      case .math, .link, .anchor, .image, .footnoteReference, .abbreviation, .media, .span, .html: return false
      }
    }
  }

  /// Writes what can be shown; the rest as its words.
  static func write(_ inlines: [Inline], to html: inout HTMLPrinter) {
    for (index, inline) in inlines.enumerated() {
      switch inline.kind {
      case .text(let text): html.text(text.bytes)
      case .softBreak:
        let before = EastAsianText.last(PlainText.text(of: Array(inlines[..<index].suffix(1))).bytes)
        let after = EastAsianText.first(PlainText.text(of: Array(inlines[(index + 1)...].prefix(1))).bytes)
        if EastAsianText.needsBlank(after: before, before: after) { html.text(" ") }
      case .hardBreak: html.void("br")
      case .code(let text): html.element("span", class: "c") { $0.text(text.bytes) }
      case .math(let formula): write(formula, to: &html)
      case .emphasis(let content): html.element("em") { write(content, to: &$0) }
      case .strong(let content): html.element("strong") { write(content, to: &$0) }
      case .strikethrough(let content): html.element("del") { write(content, to: &$0) }
      case .styled(let style, let content): write(style, content, to: &html)
      case .link(_, let content), .anchor(let content), .abbreviation(_, let content), .span(_, let content):
        write(content, to: &html)
      case .image(let image): html.text(image.alternative.bytes)
      case .footnoteReference(let reference): html.element("sup") { $0.text("[\(reference.footnote + 1)]") }
      case .media(let media): html.text(media.title?.bytes ?? [])
      case .ruby(let pairs): html.markup(ruby(pairs))
      case .html(let raw): write(raw.fallback, to: &html)
      }
    }
  }

  private static func write(_ formula: Formula, to html: inout HTMLPrinter) {
    let parsed = TeXParser.parse(formula.source.bytes, definitions: formula.definitions.bytes)
    if parsed.problems.isEmpty {
      html.markup(FormulaMarkup.html(parsed, isDisplay: false))
    } else {
      html.element("span", class: "m") { $0.text(formula.source.bytes) }
    }
  }

  private static func write(_ style: InlineStyle, _ content: [Inline], to html: inout HTMLPrinter) {
    let name: StaticString
    switch style {
    case .subscripted: name = "sub"
    case .superscripted: name = "sup"
    case .marked: name = "mark"
    case .inserted: name = "ins"
    case .deleted: name = "del"
    case .underlined: name = "u"
    case .small: name = "small"
    case .big: name = "big"
    case .citation: name = "cite"
    case .quotation: name = "q"
    case .variable, .definition: name = "em"
    case .keyboard: return html.element("span", class: "kbd") { write(content, to: &$0) }
    case .sample: return html.element("span", class: "c") { write(content, to: &$0) }
    }
    html.element(name) { write(content, to: &$0) }
  }
}
