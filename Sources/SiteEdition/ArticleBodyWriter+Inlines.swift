import Manuscript
import Typesetting

extension ArticleBodyWriter {
  mutating func write(_ inlines: [Inline]) {
    for inline in inlines { write(inline) }
  }

  mutating func write(_ inline: Inline) {
    switch inline.kind {
    case .text(let text): printer.text(text.bytes)
    case .softBreak: printer.lineFeed()
    case .hardBreak:
      printer.voidTag("br")
      writeAttributes(inline.attributes)
      printer.finishVoidTag()
      printer.lineFeed()
    case .code(let text):
      open("code", inline.attributes)
      printer.text(text.bytes)
      printer.end()
    case .emphasis(let inlines): wrap("em", inline.attributes, inlines)
    case .strong(let inlines): wrap("strong", inline.attributes, inlines)
    case .strikethrough(let inlines): wrap("del", inline.attributes, inlines)
    case .styled(let style, let inlines): writeStyled(style, inline.attributes, inlines)
    case .link(let link, let inlines): writeLink(link, inline.attributes, inlines)
    case .anchor(let inlines): wrap("a", inline.attributes, inlines)
    case .image(let image): writeImage(image, inline.attributes)
    case .footnoteReference(let reference): writeFootnoteReference(reference)
    case .abbreviation(let title, let inlines):
      printer.startTag("abbr")
      printer.attribute("title", title.bytes)
      writeAttributes(inline.attributes, without: Self.title)
      printer.finishTag()
      write(inlines)
      printer.end()
    case .ruby(let pairs): writeRuby(pairs, inline.attributes)
    case .math(let formula): writeMath(formula, inline)
    case .media(let media): writeMedia(media, inline.attributes)
    case .span(let name, let inlines):
      printer.startTag(written: name, otherwise: "span")
      writeAttributes(inline.attributes)
      printer.finishTag()
      write(inlines)
      printer.end()
    case .html(let html):
      for piece in html.pieces {
        switch piece {
        case .source(let text): printer.markup(text.bytes)
        case .content(let inlines): write(inlines)
        }
      }
    }
  }

  private static let title = ["title"]

  private mutating func wrap(_ name: StaticString, _ attributes: Attributes, _ inlines: [Inline]) {
    open(name, attributes)
    write(inlines)
    printer.end()
  }

  private mutating func writeStyled(_ style: InlineStyle, _ attributes: Attributes, _ inlines: [Inline]) {
    let name: StaticString
    switch style {
    case .subscripted: name = "sub"
    case .superscripted: name = "sup"
    case .keyboard: name = "kbd"
    case .marked: name = "mark"
    case .inserted: name = "ins"
    case .deleted: name = "del"
    case .underlined: name = "u"
    case .small: name = "small"
    case .big:
      // `big` left HTML; its look is a class.
      printer.startTag("span")
      writeAttributes(attributes, class: "big")
      printer.finishTag()
      write(inlines)
      printer.end()
      return
    case .citation: name = "cite"
    case .quotation: name = "q"
    case .sample: name = "samp"
    case .variable: name = "var"
    case .definition: name = "dfn"
    }
    wrap(name, attributes, inlines)
  }

  private mutating func writeLink(_ link: Link, _ attributes: Attributes, _ inlines: [Inline]) {
    let address = links.address(of: link.reference)
    if case .broken(let written) = address {
      writeBroken(written, attributes)
      write(inlines)
      printer.end()
      return
    }
    printer.startTag("a")
    writeAddress("href", address)
    if let title = link.title { printer.attribute("title", title.bytes) }
    if profile == .offprint, address.leavesSite, attributes["rel"] == nil {
      printer.attribute("rel", literal: "noopener")
    }
    writeAttributes(attributes)
    printer.finishTag()
    write(inlines)
    printer.end()
  }

  /// Opens the element that stands for something whose address leads nowhere; its tooltip is the address as written.
  mutating func writeBroken(_ written: String, _ attributes: Attributes) {
    printer.startTag("span")
    // The rest of what the author wrote belongs to a link or a picture.
    let kept = attributes.items.filter { ["id", "class", "style", "lang", "dir"].contains($0.name) }
    writeAttributes(Attributes(kept), class: "broken")
    printer.attribute("title", written)
    printer.finishTag()
  }

  mutating func writeAddress(_ name: StaticString, _ address: ArticleLinks.Address) {
    switch address {
    case .encoded(let bytes, let fragment): printer.attribute(name, address: bytes, fragment: fragment)
    case .written(let address), .broken(let address): printer.attribute(name, writtenAddress: address)
    }
  }

  private mutating func writeRuby(_ pairs: [RubyPair], _ attributes: Attributes) {
    open("ruby", attributes)
    for pair in pairs {
      write(pair.base)
      printer.start("rp")
      printer.text("(")
      printer.end()
      printer.start("rt")
      write(pair.reading)
      printer.end()
      printer.start("rp")
      printer.text(")")
      printer.end()
    }
    printer.end()
  }
}
