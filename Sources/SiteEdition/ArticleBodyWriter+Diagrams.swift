import Manuscript
import Typesetting

/// A diagram is its picture, with the source below it to be opened; one without a picture is its source, and says why.
extension ArticleBodyWriter {
  /// - Returns: false when there is no picture: the code is to be written.
  mutating func writeDiagram(_ code: CodeBlock, _ block: Block) -> Bool {
    guard case .picture(let picture)? = code.drawing, let file = links.asset(picture), let size = file.size else {
      adapt("diagram", to: "source", at: block.range)
      return false
    }
    printer.freshLine()
    printer.startTag("figure")
    writeAttributes(block.attributes, class: "diagram")
    printer.finishTag()
    printer.lineFeed()
    // Wide ones scroll sideways in here, by keyboard too.
    printer.startTag("div")
    printer.attribute("class", literal: "drawing")
    printer.attribute("tabindex", literal: "0")
    // So that words stay readable where the column is much narrower than the picture.
    if size.width > Self.widestOnPhone { printer.attribute("style", "--natural:\(size.width)px") }
    printer.finishTag()
    let label = code.title?.string ?? words.diagram
    if let asset = links.assetIndex(picture), let svg = drawings[asset], svg.starts(with: Self.svgStart) {
      writeDrawing(svg, label: label)
    } else {
      printer.voidTag("img")
      printer.attribute("src", address: file.address, fragment: nil)
      printer.attribute("alt", label)
      printer.attribute("width", size.width)
      printer.attribute("height", size.height)
      printer.attribute("loading", literal: "lazy")
      printer.finishVoidTag()
    }
    close()
    if let title = code.title {
      printer.start("figcaption")
      printer.text(title.bytes)
      close()
    }
    var source = code
    source.drawing = nil
    source.title = nil
    printer.start("details")
    printer.start("summary")
    printer.text(words.diagramSource)
    close()
    writeCode(source, Block(.code(source), range: block.range))
    close()
    close()
    return true
  }

  /// Pixels of a picture that is readable in the column of a phone.
  private static let widestOnPhone = 400
  private static let svgStart = Array("<svg ".utf8)

  private mutating func writeDrawing(_ svg: [UInt8], label: String) {
    var svg = svg
    while svg.last == 10 { svg.removeLast() }
    printer.markup(Self.svgStart)
    var attributes = HTMLPrinter()
    attributes.attribute("role", literal: "img")
    attributes.attribute("aria-label", label)
    printer.markup(Array(attributes.bytes.dropFirst()) + [0x20])
    printer.markup(Array(svg[Self.svgStart.count...]))
  }
}
