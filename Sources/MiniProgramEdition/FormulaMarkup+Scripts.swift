import Mathematics
import Typesetting

extension FormulaMarkup {
  mutating func scripts(_ scripts: MathScripts) -> FormulaBox {
    let isStacked = scripts.placement == .stacked || scripts.placement == .movable && isDisplay
    guard !isStacked else { return stacked(piece(scripts.base), scripts.lower, scripts.upper) }
    var box = write(scripts.base)
    let scale = FormulaBox.scriptScale
    let drop = max(0.2, box.depth + 0.04)
    var raise = max(0.38, box.height - 0.46)
    switch (scripts.lower.map(smallPiece), scripts.upper.map(smallPiece)) {
    case (nil, let upper?):
      // The bottom of a tall script must not sink into the line.
      raise = max(raise, upper.box.depth + 0.2)
      put(upper, class: "fs", style: "vertical-align:" + Self.em(raise / scale))
      box.join(FormulaBox(height: raise + upper.box.height, depth: 0))
    case (let lower?, nil):
      let down = max(drop, lower.box.height - 0.42)
      put(lower, class: "fs", style: "vertical-align:" + Self.em(-down / scale))
      box.join(FormulaBox(height: 0, depth: down + lower.box.depth))
    case (let lower?, let upper?):
      // Lines of one em have room to spare between them.
      let overlap = 0.07
      let distance = upper.box.depth + lower.box.height - overlap
      raise = max(raise, distance - drop)
      let gap = max(0, raise + drop - distance)
      html.startTag("span")
      html.attribute("class", literal: "fs fv")
      html.attribute("style", "vertical-align:" + Self.em(raise / scale))
      html.finishTag()
      put(upper, class: "fr")
      put(lower, class: "fr", style: "margin-top:" + Self.em((gap - overlap) / scale))
      html.end()
      box.join(
        FormulaBox(height: raise + upper.box.height, depth: distance + gap - raise + lower.box.depth))
    case (nil, nil): break
    }
    return box
  }

  /// Above and below: a column whose first item's line must lie so that the base's is the line's.
  private mutating func stacked(_ base: Piece, _ lower: MathNode?, _ upper: MathNode?) -> FormulaBox {
    var box = base.box
    let above = upper.map(smallPiece)
    let raise = above.map { $0.box.depth + box.height } ?? 0
    html.startTag("span")
    html.attribute("class", literal: "fv")
    if raise > 0 { html.attribute("style", "vertical-align:" + Self.em(raise)) }
    html.finishTag()
    if let above {
      put(above, class: "fr fl")
      box.height += above.box.total
    }
    put(base, class: "fr")
    if let below = lower.map(smallPiece) {
      put(below, class: "fr fl")
      box.depth += below.box.total
    }
    html.end()
    return box
  }

  mutating func arrow(_ mark: String, _ over: MathNode, _ under: MathNode?) -> FormulaBox {
    var shaft = FormulaMarkup(isDisplay: false)
    shaft.stretched(mark)
    html.text("\u{2005}")
    let base = Piece(bytes: shaft.html.bytes, box: FormulaBox(height: 0.46, depth: -0.06))
    let box = inside("span", class: "fj") { $0.stacked(base, under, over) }
    html.text("\u{2005}")
    return box
  }

  mutating func fraction(_ fraction: MathFraction) -> FormulaBox {
    let isLarge = fraction.isDisplay ?? (isDisplay && !isScript)
    // Within a line its parts are small, in scripts they are small already.
    let scale = isLarge || isScript ? 1 : 0.75
    let above = piece(fraction.numerator, isDisplay: fraction.isContinued, scale: scale)
    let below = piece(fraction.denominator, isDisplay: fraction.isContinued, scale: scale)
    let (gap, bar) = (0.08, fraction.hasBar ? 0.05 : 0)
    let raise = FormulaBox.axis + bar / 2 + gap * scale + above.box.depth
    html.startTag("span")
    html.attribute("class", literal: "fv")
    html.attribute("style", "vertical-align:" + Self.em(raise))
    html.finishTag()
    let style = scale == 1 ? nil : "font-size:" + Self.em(scale)
    put(above, class: "fr fu", style: style)
    if fraction.hasBar { inside("span", class: "fb") { _ in } }
    put(below, class: "fr fw", style: style)
    html.end()
    return FormulaBox(
      height: raise + above.box.height, depth: below.box.total + gap * scale + bar / 2 - FormulaBox.axis)
  }
}
