import Diagnostics
import Manuscript
import Typesetting

extension ArticleRenderer {
  mutating func write(_ inline: Inline) {
    // A link carries its id itself.
    if !inline.attributes.isEmpty {
      if case .link = inline.kind {} else { mark(anchor(of: inline.attributes)) }
    }
    switch inline.kind {
    case .text(let text): append(LineEnds.areIn(text.bytes) ? Self.onOneLine(text.bytes) : text.bytes)
    case .softBreak: line.softBreak = true
    case .hardBreak:
      line.softBreak = false
      while pending.last == 0x20 { pending.removeLast() }
      append([10])
      line.last = nil
      line.hasContent = false
    case .code(let text):
      styled(.code) { $0.append(LineEnds.areIn(text.bytes) ? Self.onOneLine(text.bytes) : text.bytes) }
    case .emphasis(let content): styled(.emphasis) { $0.write(content) }
    case .strong(let content): styled(.strong) { $0.write(content) }
    case .strikethrough(let content): styled(.strikethrough) { $0.write(content) }
    case .styled(.quotation, let content):
      styled(.style(.quotation)) { renderer in
        renderer.append(Array("“".utf8))
        renderer.write(content)
        renderer.append(Array("”".utf8))
      }
    case .styled(let style, let content): styled(.style(style)) { $0.write(content) }
    case .link(let link, let content): write(link, content, attributes: inline.attributes)
    case .anchor(let content): write(content)
    case .image(let image):
      atom { $0.image(image, inline.attributes, range: inline.range, isInLine: true) }
    case .footnoteReference(let reference): write(reference)
    case .abbreviation(let title, let content):
      guard !title.isEmpty, isShallow else { return styled(.abbreviation) { $0.write(content) } }
      wrapped(content, class: "ab") { renderer in
        renderer.printer.attribute("catchtap", literal: "tip")
        renderer.printer.attribute("aria-role", literal: "button")
        renderer.printer.attribute("data-t", title.bytes)
        // What a toast cannot show whole stands in the sheet, under the abbreviation.
        if title.bytes.count > 42 { renderer.printer.attribute("data-a", PlainText.text(of: content).bytes) }
      } _: {
        $0.write(content)
      }
    case .ruby(let pairs):
      atom { renderer in
        let html = RichText.ruby(pairs)
        renderer.printer.void("rich-text", [.class("ruby"), .bytes("nodes", html)])
      }
    case .math(let formula): write(formula, inline.range)
    case .media(let media):
      atom { $0.media(media, range: inline.range) }
    case .span(let name, let content): write(span: name, content, inline.attributes)
    case .html(let html):
      if let drawing = SVGDrawing(html) {
        return atom { $0.draw(drawing, label: PlainText.text(of: html.fallback), range: inline.range, isInLine: true) }
      }
      report(html.elements, hasFallback: !html.fallback.isEmpty, range: inline.range)
      write(html.fallback)
    }
  }

  var isShallow: Bool { printer.depth < PlatformLimits.depthOfInlines }

  private mutating func styled(_ style: InlineStyles, _ body: (inout ArticleRenderer) -> Void) {
    let outer = line.styles
    line.styles.insert(style)
    body(&self)
    line.styles = outer
  }

  private mutating func write(_ reference: FootnoteReference) {
    let number = reference.footnote + 1
    let id = Self.markID(footnote: reference.footnote, occurrence: reference.occurrence)
    tables.notes.append(reference.footnote)
    atom { renderer in
      renderer.printer.startTag("text", class: "fn")
      if let id = renderer.anchor(id) { renderer.printer.attribute("id", id) }
      renderer.printer.attribute("catchtap", literal: "note")
      renderer.printer.attribute("data-i", reference.footnote)
      renderer.printer.attribute("aria-role", literal: "link")
      renderer.printer.finishTag("text")
      renderer.printer.text("[\(number)]")
      renderer.printer.end()
    }
  }

  /// The id of a footnote's mark in the text: `r-1`, `r-1-2`…; authors' ids begin otherwise (`AnchorName`).
  static func markID(footnote: Int, occurrence: Int) -> [UInt8] {
    Array((occurrence == 0 ? "r-\(footnote + 1)" : "r-\(footnote + 1)-\(occurrence + 1)").utf8)
  }

  private mutating func write(span name: String, _ content: [Inline], _ attributes: Attributes) {
    guard isShallow, let style = AuthorStyle.safe(attributes) else { return write(content) }
    wrapped(content, class: "in") {
      $0.printer.attribute("style", style)
    } _: {
      $0.write(content)
    }
  }

  /// Raw HTML: what the site shows as it is.
  mutating func report(_ elements: [String], hasFallback: Bool, range: SourceRange) {
    for name in elements { adapt(name, hasFallback ? .adapted : .dropped, hasFallback ? "text" : "nothing", at: range) }
  }

  static func onOneLine(_ bytes: [UInt8]) -> [UInt8] { bytes.map { $0 == 10 || $0 == 13 ? 32 : $0 } }
}
