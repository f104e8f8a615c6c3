import Mathematics
import Typesetting

extension MathMLWriter {
  mutating func scripts(_ scripts: MathScripts) {
    let isStacked = scripts.placement != .side
    let name: StaticString
    switch (scripts.lower != nil, scripts.upper != nil) {
    case (true, true): name = isStacked ? "munderover" : "msubsup"
    case (true, false): name = isStacked ? "munder" : "msub"
    case (false, _): name = isStacked ? "mover" : "msup"
    }
    element(name) { writer in
      writer.base(scripts)
      if let lower = scripts.lower { writer.single(lower) }
      if let upper = scripts.upper { writer.single(upper) }
    }
  }

  /// Only an operator can have its limits move beside it within a line.
  private mutating func base(_ scripts: MathScripts) {
    switch (scripts.base, scripts.placement) {
    case (.function(let name, _), .movable):
      mark(name, [("movablelimits", "true"), ("form", "prefix"), ("lspace", "0"), ("rspace", "0")])
    case (.symbol(let symbol), .stacked) where symbol.kind == .largeOperator:
      mark(symbol.text, [("movablelimits", "false")])
    case (let base, _): single(base)
    }
  }

  mutating func accent(_ accent: MathAccent) {
    if accent.isLine {
      printer.startTag("mrow")
      printer.attribute(
        "style",
        literal: accent.isUnder
          ? "border-bottom:.06em solid;padding-bottom:.12em" : "border-top:.06em solid;padding-top:.12em")
      printer.finishTag()
      contents(of: accent.base)
      return printer.end()
    }
    printer.startTag(accent.isUnder ? "munder" : "mover")
    printer.attribute(accent.isUnder ? "accentunder" : "accent", literal: "true")
    printer.finishTag()
    single(accent.base)
    mark(accent.mark, accent.isWide ? [("stretchy", "true")] : [("stretchy", "false")])
    printer.end()
  }

  mutating func arrow(_ mark: String, _ over: MathNode, _ under: MathNode?) {
    element(under == nil ? "mover" : "munderover") { writer in
      writer.mark(mark, [("stretchy", "true"), ("lspace", "0.278em"), ("rspace", "0.278em")])
      if let under { writer.padded(under) }
      writer.padded(over)
    }
  }

  private mutating func padded(_ label: MathNode) {
    element("mrow") { writer in
      writer.space(0.5)
      writer.contents(of: label)
      writer.space(0.5)
    }
  }

  mutating func fraction(_ fraction: MathFraction) {
    if let isDisplay = fraction.isDisplay {
      printer.startTag("mstyle")
      if isDisplay {
        printer.attribute("displaystyle", literal: "true")
      } else {
        printer.attribute("displaystyle", literal: "false")
      }
      printer.attribute("scriptlevel", literal: "0")
      printer.finishTag()
    }
    printer.startTag("mfrac")
    if !fraction.hasBar { printer.attribute("linethickness", literal: "0") }
    printer.finishTag()
    for part in [fraction.numerator, fraction.denominator] {
      if fraction.isContinued { styled(.display(true), part) } else { single(part) }
    }
    printer.end()
    if fraction.isDisplay != nil { printer.end() }
  }
}
