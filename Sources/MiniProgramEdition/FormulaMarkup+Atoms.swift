import Mathematics
import Typesetting

extension FormulaMarkup {
  mutating func letters(_ text: String, _ style: LetterStyle) -> FormulaBox {
    switch style {
    case .upright: html.text(text)
    case .italic: html.element("i") { $0.text(text) }
    case .bold: html.element("b") { $0.text(text) }
    case .boldItalic: html.element("b") { $0.element("i") { $0.text(text) } }
    // Phones have these letters in their fonts for symbols.
    case .doubleStruck, .script, .fraktur: html.text(MathAlphabet.text(text, style))
    case .sansSerif: html.element("span", class: "fss") { $0.text(text) }
    case .monospace: html.element("span", class: "ftt") { $0.text(text) }
    }
    return .line
  }

  mutating func text(_ words: String, _ style: TextStyle) -> FormulaBox {
    // Blanks at the ends would not print.
    let words = words.replacing(" ", with: "\u{A0}")
    switch style {
    case .upright: html.text(words)
    case .italic: html.element("i") { $0.text(words) }
    case .bold: html.element("b") { $0.text(words) }
    case .sansSerif: html.element("span", class: "fss") { $0.text(words) }
    case .monospace: html.element("span", class: "ftt") { $0.text(words) }
    }
    return .line
  }

  mutating func symbol(_ symbol: MathSymbol) -> FormulaBox {
    guard symbol.kind == .largeOperator else {
      html.text(symbol.text)
      return .line
    }
    guard isDisplay else {
      html.text(symbol.text)
      return .line
    }
    html.element("span", class: symbol.takesLimits ? "fo" : "fo fi") { $0.text(symbol.text) }
    return FormulaBox(height: 1.08, depth: 0.42)
  }

  mutating func space(_ width: Double) {
    switch width {
    case 0: break
    case 0.1..<0.2: html.text("\u{2009}")
    case 0.2..<0.3: html.text("\u{2005}")
    default:
      html.startTag("span")
      html.attribute("style", "margin-left:" + Self.em(width))
      html.finishTag()
      html.end()
    }
  }

  mutating func styled(_ style: MathStyle, _ content: MathNode) -> FormulaBox {
    let css: String
    switch style {
    case .color(let color): css = "color:" + color
    case .background(let color): css = "background:" + color + ";padding:.1em .2em"
    case .display(let isDisplay):
      let outer = self.isDisplay
      self.isDisplay = isDisplay
      defer { self.isDisplay = outer }
      return write(content)
    case .script(let level):
      let scale = level > 1 ? 0.5 : FormulaBox.scriptScale
      return inside("span", class: "fk", style: "font-size:" + Self.em(scale)) { $0.write(content) }.scaled(scale)
    case .size(let size):
      return inside("span", class: "fk", style: "font-size:" + Self.em(size)) { $0.write(content) }.scaled(size)
    }
    return inside("span", class: "fk", style: css) { $0.write(content) }
  }

  mutating func phantom(_ content: MathNode, _ extent: MathExtent) -> FormulaBox {
    switch extent {
    case .both, .width: inside("span", class: "fh") { $0.write(content) }
    case .height: inside("span", class: "fh fz") { $0.write(content) }
    case .smashed:
      inside("span", class: "fk") { markup in
        _ = markup.write(content)
        return .line
      }
    }
  }

  /// A length in em with three digits at most.
  static func em(_ width: Double) -> String {
    let thousandths = Int((width * 1000).rounded())
    let whole = thousandths.magnitude / 1000
    var fraction = String(thousandths.magnitude % 1000 + 1000).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    return (thousandths < 0 ? "-" : "") + (whole > 0 || fraction.isEmpty ? String(whole) : "")
      + (fraction.isEmpty ? "" : "." + fraction) + "em"
  }
}
