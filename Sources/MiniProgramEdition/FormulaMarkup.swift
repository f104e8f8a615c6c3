import Mathematics
import Typesetting

/// A formula as one string for `rich-text`: spans that CSS lays out, since the platform knows no MathML there
/// (wechat-rules 30) and a phone has none of our fonts.
///
/// Rows are lines of text; what stands above and below is a column whose height on the line is told by `FormulaBox`;
/// whatever grows with its content (roots, fences, braces) is a stroke of the style sheet, not a letter, so that it looks
/// the same with every font. Classes are those of `math.wxss`.
///
/// Extended by aspect: `+Atoms`, `+Scripts`, `+Marks`, `+Tables`.
struct FormulaMarkup {
  var html = HTMLPrinter()
  /// Large operators are large, fractions of full size.
  var isDisplay: Bool
  /// Scripts leave no room around operators.
  var isScript = false

  static func html(_ formula: ParsedFormula, isDisplay: Bool) -> [UInt8] {
    var markup = FormulaMarkup(isDisplay: isDisplay)
    markup.html.start("span", class: isDisplay ? "fm fd" : "fm")
    _ = markup.write(formula.root)
    markup.html.end()
    if let tag = formula.tag {
      markup.html.start("span", class: "ftag")
      _ = markup.write(tag)
      markup.html.end()
    }
    return markup.html.bytes
  }

  /// Writes a node into the line that is open.
  ///
  /// - Returns: what it takes above and below the line.
  mutating func write(_ node: MathNode, isSign: Bool = false) -> FormulaBox {
    switch node {
    case .row(let nodes): return row(nodes)
    case .identifier(let text, let style): return letters(text, style)
    case .number(let text, let style): return letters(text, style == .italic ? .upright : style)
    case .symbol(let symbol): return self.symbol(symbol)
    case .function(let name, _):
      html.text(name)
      return .line
    case .text(let words, let style): return text(words, style)
    case .space(let width):
      space(width)
      return .line
    case .fraction(let fraction): return self.fraction(fraction)
    case .root(let radicand, let index): return root(radicand, index)
    case .scripts(let scripts): return self.scripts(scripts)
    case .accent(let accent): return self.accent(accent)
    case .arrow(let mark, let over, let under): return arrow(mark, over, under)
    case .fenced(let fence): return self.fence(fence)
    case .delimiter(let text, let size, _): return delimiter(text, size)
    case .table(let table): return self.table(table)
    case .styled(let style, let content): return styled(style, content)
    case .phantom(let content, let extent): return phantom(content, extent)
    case .enclosed(let content, let notation):
      return inside("span", class: Self.className(notation)) { $0.write(content) }
    case .classed(let content, _): return write(content)
    }
  }

  private mutating func row(_ nodes: [MathNode]) -> FormulaBox {
    let line = MathSpacing.line(of: nodes, isScript: isScript)
    var box = FormulaBox.line
    for index in nodes.indices {
      let room = line.rooms[index]
      // Blanks at which a long formula may break, after an operator only.
      if room > 0 { html.text(room < 0.2 ? "\u{2009}" : "\u{2005}") }
      box.join(write(nodes[index], isSign: line.signs.contains(index)))
    }
    return box
  }

  /// Writes an element around what `body` writes.
  mutating func inside<Result>(
    _ name: StaticString, class classes: StaticString, style: String? = nil, _ body: (inout FormulaMarkup) -> Result
  ) -> Result {
    html.startTag(name)
    html.attribute("class", literal: classes)
    if let style { html.attribute("style", style) }
    html.finishTag()
    let result = body(&self)
    html.end()
    return result
  }

  /// Something written, before it is known where it stands.
  struct Piece {
    var bytes: [UInt8]
    var box: FormulaBox
  }

  /// Writes a node by itself, so that what is around it may know what it takes.
  ///
  /// - Parameter scale: its size beside that of the line, to which its box refers.
  func piece(_ node: MathNode, isDisplay: Bool? = nil, isScript: Bool? = nil, scale: Double = 1) -> Piece {
    var markup = FormulaMarkup(isDisplay: isDisplay ?? self.isDisplay, isScript: isScript ?? self.isScript)
    let box = markup.write(node)
    return Piece(bytes: markup.html.bytes, box: box.scaled(scale))
  }

  /// The same for a script; its box refers to the line beside which it stands.
  func smallPiece(_ node: MathNode) -> Piece {
    piece(node, isDisplay: false, isScript: true, scale: FormulaBox.scriptScale)
  }

  mutating func put(_ piece: Piece, class classes: StaticString, style: String? = nil) {
    inside("span", class: classes, style: style) { $0.html.markup(piece.bytes) }
  }

  private static func className(_ notation: MathNotation) -> StaticString {
    switch notation {
    case .box: "fbox"
    case .cancel: "fx fx1"
    case .backCancel: "fx fx2"
    case .crossCancel: "fx fx3"
    case .strike: "fx fx4"
    }
  }
}

/// What a piece of a formula takes above and below the line on which it stands, in em of that line.
struct FormulaBox: Hashable, Sendable {
  var height: Double
  var depth: Double

  /// A line of letters, whose line height is one em.
  static let line = FormulaBox(height: 0.84, depth: 0.16)
  /// Above the line: where the strokes of fractions and operators lie.
  static let axis = 0.26
  /// Size of scripts.
  static let scriptScale = 0.7

  var total: Double { height + depth }

  mutating func join(_ other: FormulaBox) {
    height = max(height, other.height)
    depth = max(depth, other.depth)
  }

  func scaled(_ factor: Double) -> FormulaBox { FormulaBox(height: height * factor, depth: depth * factor) }
}
