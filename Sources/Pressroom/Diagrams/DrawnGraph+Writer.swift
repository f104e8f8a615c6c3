internal import Typesetting

extension DrawnGraph {
  /// Writes again what of Graphviz's picture is kept.
  struct Writer {
    private(set) var printer = HTMLPrinter(reservingCapacity: 4096)
    /// Whether the graph has colours of its own.
    private(set) var isDyed = false
    /// The root's end was there.
    private(set) var isComplete = false
    private let name: String
    /// By element that is open: whether it was written.
    private var open: [Bool] = []
    /// How many elements deep it is inside one that is left out with all that it holds.
    private var depthLeftOut = 0

    init(name: String) { self.name = name }

    private static let shapes: [String: StaticString] = [
      "g": "g", "polygon": "polygon", "polyline": "polyline", "path": "path", "ellipse": "ellipse", "circle": "circle",
      "rect": "rect", "text": "text", "tspan": "tspan", "defs": "defs", "linearGradient": "linearGradient",
      "radialGradient": "radialGradient", "stop": "stop",
    ]
    /// In the order in which they are written.
    private static let attributes: [(name: String, written: StaticString)] = [
      ("id", "id"), ("fill", "fill"), ("fill-opacity", "fill-opacity"), ("stroke", "stroke"),
      ("stroke-width", "stroke-width"), ("stroke-dasharray", "stroke-dasharray"), ("stroke-opacity", "stroke-opacity"),
      ("points", "points"), ("d", "d"), ("x", "x"), ("y", "y"), ("width", "width"), ("height", "height"), ("cx", "cx"),
      ("cy", "cy"), ("r", "r"), ("rx", "rx"), ("ry", "ry"), ("fx", "fx"), ("fy", "fy"), ("transform", "transform"),
      ("text-anchor", "text-anchor"), ("font-family", "font-family"), ("font-size", "font-size"),
      ("font-weight", "font-weight"), ("font-style", "font-style"), ("text-decoration", "text-decoration"),
      ("baseline-shift", "baseline-shift"), ("x1", "x1"), ("y1", "y1"), ("x2", "x2"), ("y2", "y2"),
      ("gradientUnits", "gradientUnits"), ("offset", "offset"), ("stop-color", "stop-color"),
      ("stop-opacity", "stop-opacity"),
    ]

    /// - Returns: false behind the root's end.
    mutating func write(_ piece: MarkupScanner.Piece) -> Bool {
      switch piece {
      case .text(let text):
        guard depthLeftOut == 0, text.contains(where: { $0 > 0x20 }) else { return true }
        printer.text(text)
      case .start(let element, let attributes, let isEmpty): start(element, attributes, isEmpty: isEmpty)
      case .end:
        guard let wasWritten = open.popLast() else {
          isComplete = true
          return false
        }
        if depthLeftOut > 0 { depthLeftOut -= 1 } else if wasWritten { printer.end() }
      }
      return true
    }

    private mutating func start(_ element: String, _ attributes: [String: String], isEmpty: Bool) {
      // What a link holds is shown, the link is not there. Groups say nothing unless they move what they hold.
      let isTransparent = element == "a" || (element == "g" && attributes["transform"] == nil)
      if depthLeftOut > 0 || (!isTransparent && Self.shapes[element] == nil) {
        guard !isEmpty else { return }
        depthLeftOut += 1
        return open.append(false)
      }
      guard !isTransparent, let written = Self.shapes[element] else {
        if !isEmpty { open.append(false) }
        return
      }
      printer.startTag(written)
      write(attributes, of: element)
      printer.finishTag()
      if isEmpty { printer.end() } else { open.append(true) }
    }

    private mutating func write(_ attributes: [String: String], of element: String) {
      var attributes = attributes
      // Only what fills refer to needs a name.
      if !element.hasSuffix("Gradient") { attributes["id"] = nil }
      for declaration in (attributes["style"] ?? "").split(separator: ";") {
        let parts = declaration.split(separator: ":", maxSplits: 1)
        if parts.count == 2, element == "stop" { attributes[String(parts[0])] = String(parts[1]) }
      }
      for (key, written) in Self.attributes {
        guard var value = attributes[key] else { continue }
        switch key {
        case "id": value = name + value
        case "fill", "stroke", "stop-color": value = color(value)
        case "font-family": value = value.filter { $0.isLetter || $0.isNumber || " ,-_".contains($0) }
        default: break
        }
        if !value.isEmpty { printer.attribute(written, value) }
      }
    }

    /// Graphviz's own colours are the page's to replace; all others are the author's.
    private mutating func color(_ value: String) -> String {
      switch value {
      case "black", "none": return value
      case "transparent": return "none"
      case "lightgrey", "#d3d3d3": return "lightgrey"
      case _ where value.hasPrefix("url(#"):
        isDyed = true
        return "url(#" + name + value.dropFirst("url(#".count)
      default:
        isDyed = true
        // A name or a number of the colour, nothing that leads elsewhere.
        return value.contains("(") && !value.hasPrefix("rgb") ? "none" : value
      }
    }
  }
}
