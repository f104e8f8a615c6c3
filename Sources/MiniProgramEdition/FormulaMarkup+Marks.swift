import Mathematics
import Typesetting

/// What grows with its content. Strokes are backgrounds of the style sheet, cut out of the colour of the text.
extension FormulaMarkup {
  mutating func root(_ radicand: MathNode, _ index: MathNode?) -> FormulaBox {
    var root = piece(radicand)
    root.box.height += 0.12
    if let index {
      let its = piece(index, isDisplay: false, isScript: true)
      put(its, class: "fri", style: "vertical-align:" + Self.em((root.box.height - 0.46) / 0.55))
    }
    inside("span", class: "fg") { markup in
      markup.inside("span", class: "fgs") { _ in }
      markup.put(root, class: "fgb")
    }
    return root.box
  }

  mutating func fence(_ fence: MathFence) -> FormulaBox {
    let parts = fence.parts.map { piece($0) }
    var box = FormulaBox.line
    for part in parts { box.join(part.box) }
    guard box.total > 1.35 else {
      html.text(fence.opening)
      for (index, part) in parts.enumerated() {
        if index > 0 { html.text("\u{2009}" + fence.separators[index - 1] + "\u{2009}") }
        html.markup(part.bytes)
      }
      html.text(fence.closing)
      return box
    }
    inside("span", class: "fg") { markup in
      let style = box.total > 2.4 ? "width:.55em" : nil
      markup.stroke(fence.opening, style)
      for (index, part) in parts.enumerated() {
        if index > 0 { markup.stroke(fence.separators[index - 1], nil) }
        markup.put(part, class: "fgi")
      }
      markup.stroke(fence.closing, style)
    }
    return box
  }

  private mutating func stroke(_ delimiter: String, _ style: String?) {
    if delimiter.isEmpty { return }
    if let name = Self.stroke(delimiter) {
      // Strokes of a fixed width are lines.
      let isCurved = "(){}⟨⟩".contains(delimiter)
      return inside("span", class: name, style: isCurved ? style : nil) { _ in }
    }
    // What has no stroke stays a letter in the middle.
    inside("span", class: "fgl") { $0.html.text(delimiter) }
  }

  private static func stroke(_ delimiter: String) -> StaticString? {
    switch delimiter {
    case "(": "fq q1"
    case ")": "fq q2"
    case "[": "fq q3"
    case "]": "fq q4"
    case "{": "fq q5"
    case "}": "fq q6"
    case "⟨": "fq q7"
    case "⟩": "fq q8"
    case "|", "∣": "fq q9"
    case "‖", "∥": "fq q0"
    case "⌊": "fq qa"
    case "⌋": "fq qb"
    case "⌈": "fq qc"
    case "⌉": "fq qd"
    case "/": "fq qe"
    case "∖": "fq qf"
    default: nil
    }
  }

  mutating func delimiter(_ text: String, _ size: Double) -> FormulaBox {
    let half = size / 2
    let box = FormulaBox(height: half + FormulaBox.axis, depth: half - FormulaBox.axis)
    guard let name = Self.stroke(text) else {
      html.text(text)
      return .line
    }
    inside("span", class: name, style: "height:\(Self.em(size));vertical-align:\(Self.em(-box.depth))") { _ in }
    return box
  }

  mutating func accent(_ accent: MathAccent) -> FormulaBox {
    if !accent.isWide, let mark = Self.combining[accent.mark], case .identifier(let letter, let style) = accent.base,
      letter.unicodeScalars.count == 1
    {
      return letters(letter + mark, style)
    }
    if accent.isLine {
      var box = inside("span", class: accent.isUnder ? "fa fau" : "fa fao") { $0.write(accent.base) }
      if accent.isUnder { box.depth += 0.12 } else { box.height += 0.1 }
      return box
    }
    let room = Self.braces.contains(accent.mark) ? 0.38 : 0.28
    let side = accent.isUnder ? "padding-bottom:" : "padding-top:"
    var box = inside("span", class: "fa", style: side + Self.em(room)) { markup in
      let box = markup.write(accent.base)
      markup.html.startTag("span")
      markup.html.attribute("class", literal: accent.isUnder ? "fas fab" : "fas fat")
      markup.html.finishTag()
      markup.inside("span", class: Self.mark(accent.mark)) { _ in }
      markup.html.end()
      return box
    }
    if accent.isUnder { box.depth += room } else { box.height += room }
    return box
  }

  private static let braces: Set<String> = ["⏞", "⏟", "⎴", "⎵", "⏜", "⏝", "⏠", "⏡"]

  private static let combining: [String: String] = [
    "^": "\u{302}", "~": "\u{303}", "¯": "\u{304}", "˙": "\u{307}", "¨": "\u{308}", "ˇ": "\u{30C}", "˘": "\u{306}",
    "´": "\u{301}", "`": "\u{300}", "˚": "\u{30A}",
  ]

  private static func mark(_ mark: String) -> StaticString {
    switch mark {
    case "^": "fw1"
    case "~": "fw2"
    case "←", "↩", "⇐": "fw4"
    case "↔", "⇔": "fw5"
    case "⏞", "⏜", "⏠": "fw6"
    case "⏟", "⏝", "⏡": "fw7"
    case "ˇ", "˘": "fw8"
    case "⎴": "fw9"
    case "⎵": "fw0"
    case "¯", "=": "fwa"
    case "˙", "¨", "⃛", "⃜": "fwd"
    default: "fw3"
    }
  }

  /// A mark as wide as the column that it stands in.
  mutating func stretched(_ mark: String) { inside("span", class: Self.mark(mark)) { _ in } }
}
