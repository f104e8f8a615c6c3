import Mathematics
import Typesetting

extension MathMLWriter {
  mutating func identifier(_ text: String, _ style: LetterStyle) {
    switch style {
    case .italic:
      // A longer name would stand upright.
      for letter in text { element("mi") { $0.printer.text(String(letter)) } }
    case .upright:
      printer.startTag("mi")
      if text.count == 1 { printer.attribute("mathvariant", literal: "normal") }
      printer.finishTag()
      printer.text(text)
      printer.end()
    case .bold, .boldItalic, .doubleStruck, .script, .fraktur, .sansSerif, .monospace:
      element("mi") { $0.printer.text(MathAlphabet.text(text, style)) }
    }
  }

  mutating func text(_ text: String, _ style: TextStyle) {
    printer.startTag("mtext")
    switch style {
    case .upright: break
    case .italic: printer.attribute("style", literal: "font-style:italic")
    case .bold: printer.attribute("style", literal: "font-weight:bold")
    case .sansSerif: printer.attribute("style", literal: "font-family:sans-serif")
    case .monospace: printer.attribute("style", literal: "font-family:monospace")
    }
    printer.finishTag()
    // Blanks at its ends would not print.
    printer.text(text.replacing(" ", with: "\u{A0}"))
    printer.end()
  }

  /// - Parameter kind: another class than its own, by which it is spaced.
  mutating func symbol(_ symbol: MathSymbol, as kind: MathSymbol.Class? = nil, isSign: Bool = false) {
    switch kind ?? symbol.kind {
    case .ordinary where kind == nil && !Self.isMark(symbol.text), .inner:
      element("mi") { $0.printer.text(symbol.text) }
    case .ordinary: mark(symbol.text, [("stretchy", "false"), ("lspace", "0"), ("rspace", "0")])
    case .largeOperator: mark(symbol.text, [])
    case .binary:
      if isSign {
        mark(symbol.text, [("form", "prefix"), ("lspace", "0"), ("rspace", "0")])
      } else {
        mark(symbol.text, kind == nil ? [] : [("lspace", "0.222em"), ("rspace", "0.222em")])
      }
    case .relation:
      // Bars and arrows would grow with what stands beside them, bars without room.
      let isBar = symbol.text == "∣" || symbol.text == "∥" || symbol.text == "|" || symbol.text == ":"
      mark(
        symbol.text,
        kind != nil || isBar
          ? [("stretchy", "false"), ("lspace", "0.278em"), ("rspace", "0.278em")] : [("stretchy", "false")])
    case .opening: mark(symbol.text, [("form", "prefix"), ("stretchy", "false")])
    case .closing:
      let isFence = !(symbol.text == "!" || symbol.text == "?")
      mark(symbol.text, isFence ? [("form", "postfix"), ("stretchy", "false")] : [("lspace", "0"), ("rspace", "0")])
    case .punctuation: mark(symbol.text, [("separator", "true"), ("lspace", "0"), ("rspace", "0.167em")])
    }
  }

  private static func isMark(_ text: String) -> Bool { text.first == "′" || text.first == "″" || text.first == "‴" }

  mutating func mark(_ text: String, _ attributes: [(StaticString, StaticString)]) {
    printer.startTag("mo")
    for (name, value) in attributes { printer.attribute(name, literal: value) }
    printer.finishTag()
    printer.text(text)
    printer.end()
  }

  mutating func delimiter(_ text: String, _ size: Double, _ kind: MathSymbol.Class) {
    printer.startTag("mo")
    printer.attribute("stretchy", literal: "true")
    printer.attribute("symmetric", literal: "true")
    printer.attribute("minsize", Self.em(size))
    printer.attribute("maxsize", Self.em(size))
    if kind == .opening { printer.attribute("form", literal: "prefix") }
    if kind == .closing { printer.attribute("form", literal: "postfix") }
    if kind == .ordinary {
      printer.attribute("lspace", literal: "0")
      printer.attribute("rspace", literal: "0")
    }
    printer.finishTag()
    printer.text(text)
    printer.end()
  }

  mutating func fence(_ fence: MathFence) {
    element("mrow") { writer in
      if !fence.opening.isEmpty {
        writer.mark(fence.opening, [("form", "prefix"), ("stretchy", "true"), ("fence", "true")])
      }
      for (index, part) in fence.parts.enumerated() {
        if index > 0, !fence.separators[index - 1].isEmpty {
          writer.mark(
            fence.separators[index - 1],
            [("form", "infix"), ("stretchy", "true"), ("fence", "true"), ("lspace", "0.167em"), ("rspace", "0.167em")])
        }
        writer.single(part)
      }
      if !fence.closing.isEmpty {
        writer.mark(fence.closing, [("form", "postfix"), ("stretchy", "true"), ("fence", "true")])
      }
    }
  }

  mutating func styled(_ style: MathStyle, _ content: MathNode) {
    printer.startTag("mstyle")
    switch style {
    case .color(let color): printer.attribute("mathcolor", color)
    case .background(let color): printer.attribute("mathbackground", color)
    case .display(let isDisplay):
      if isDisplay {
        printer.attribute("displaystyle", literal: "true")
      } else {
        printer.attribute("displaystyle", literal: "false")
      }
      printer.attribute("scriptlevel", literal: "0")
    case .script(let level):
      printer.attribute("displaystyle", literal: "false")
      printer.attribute("scriptlevel", level)
    case .size(let size): printer.attribute("mathsize", "\(Int((size * 100).rounded()))%")
    }
    printer.finishTag()
    contents(of: content)
    printer.end()
  }

  mutating func phantom(_ content: MathNode, _ extent: MathExtent) {
    if extent == .both { return element("mphantom") { $0.contents(of: content) } }
    printer.startTag("mpadded")
    if extent == .height {
      printer.attribute("width", literal: "0")
    } else {
      printer.attribute("height", literal: "0")
      printer.attribute("depth", literal: "0")
    }
    printer.finishTag()
    if extent == .smashed { contents(of: content) } else { element("mphantom") { $0.contents(of: content) } }
    printer.end()
  }
}
