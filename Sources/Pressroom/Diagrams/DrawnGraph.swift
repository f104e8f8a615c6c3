internal import Manuscript
internal import Typesetting

/// The picture of a graph as both editions take it, made of Graphviz's SVG: shapes and words with attributes alone, on an
/// opaque ground. No style sheet, script, link, comment, or address can come through: what is not named here is left out.
struct DrawnGraph {
  /// A whole SVG file. Its root has the class `plain`, where the graph has no colours but Graphviz's own black and grey,
  /// or `dyed`; the ground is a `rect` of the class `ground`.
  var svg: [UInt8]
  /// Pixels: one for each of Graphviz's points.
  var size: PixelSize

  /// Pixels of a side beyond which a picture is of no use on a page.
  private static let sideLimit = 20_000.0

  /// - Parameters:
  ///   - paper: the ground, hexadecimal.
  ///   - name: is put before the names inside, which would meet those of another picture on the same page.
  /// - Returns: nil when these are not the words of Graphviz.
  init?(graphviz bytes: [UInt8], paper: String, name: String) {
    var scanner = MarkupScanner(bytes)
    var writer = Writer(name: name)
    guard let root = scanner.next(until: "svg"), let box = root["viewBox"].map(Self.numbers), box.count == 4,
      box[2] > 0, box[3] > 0, max(box[2], box[3]) <= Self.sideLimit
    else { return nil }
    while let piece = scanner.next() {
      if !writer.write(piece) { break }
    }
    guard writer.isComplete else { return nil }
    size = PixelSize(width: Int(box[2].rounded(.up)), height: Int(box[3].rounded(.up)))
    var head = HTMLPrinter()
    head.startTag("svg")
    head.attribute("xmlns", literal: "http://www.w3.org/2000/svg")
    head.attribute("class", literal: writer.isDyed ? "dyed" : "plain")
    head.attribute("width", size.width)
    head.attribute("height", size.height)
    head.attribute("viewBox", "0 0 \(size.width) \(size.height)")
    head.finishTag()
    head.startTag("rect")
    head.attribute("class", literal: "ground")
    head.attribute("width", size.width)
    head.attribute("height", size.height)
    head.attribute("fill", paper)
    head.finishTag()
    head.end()
    svg = head.bytes + writer.printer.bytes + Array("</svg>\n".utf8)
  }

  private static func numbers(_ text: String) -> [Double] { text.split(separator: " ").compactMap { Double($0) } }
}
