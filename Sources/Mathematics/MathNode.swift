/// A formula as TeX means it: what is above what, not how wide. Both editions print it in their own way.
///
/// Closed: switch over it without `default`, as over the document model's cases.
package indirect enum MathNode: Hashable, Sendable {
  /// Things side by side; empty: nothing.
  case row([MathNode])
  /// A variable or a constant: one letter as a rule.
  case identifier(String, LetterStyle)
  /// Digits, with their decimal point.
  case number(String, LetterStyle)
  /// An operator, relation, fence or mark.
  case symbol(MathSymbol)
  /// The name of a function or operator (`sin`, `lim`): upright, a thin space beside it; whether its scripts stand above
  /// and below it in display style.
  case function(String, takesLimits: Bool)
  /// Words between formulas (`\text{if }`).
  case text(String, TextStyle)
  /// Empty room, in em of the text; may be negative.
  case space(Double)
  case fraction(MathFraction)
  case root(MathNode, index: MathNode?)
  case scripts(MathScripts)
  /// A mark over or under a base: a hat, a line, an arrow, a brace.
  case accent(MathAccent)
  /// An arrow as long as what stands above and below it (`\xrightarrow`).
  case arrow(String, over: MathNode, under: MathNode?)
  /// Delimiters that grow with what is between them; separators (`\middle`) are the delimiters between the parts.
  case fenced(MathFence)
  /// A delimiter of a fixed size, as a multiple of its normal one.
  case delimiter(String, size: Double, MathSymbol.Class)
  case table(MathTable)
  case styled(MathStyle, MathNode)
  /// The room of something that is not printed.
  case phantom(MathNode, MathExtent)
  /// Something with lines around or through it.
  case enclosed(MathNode, MathNotation)
  /// Something that is spaced like another class of atoms (`\mathrel{…}`).
  case classed(MathNode, MathSymbol.Class)
}

/// The alphabet of a letter.
package enum LetterStyle: UInt8, Hashable, Sendable {
  case italic, upright, bold, boldItalic, doubleStruck, script, fraktur, sansSerif, monospace
}

/// The look of words in a formula.
package enum TextStyle: UInt8, Hashable, Sendable {
  case upright, italic, bold, sansSerif, monospace
}

/// An operator, relation, fence or mark.
package struct MathSymbol: Hashable, Sendable {
  /// TeX's classes of atoms, which decide the space between neighbours.
  package enum Class: UInt8, Hashable, Sendable {
    case ordinary, largeOperator, binary, relation, opening, closing, punctuation, inner
  }

  package var text: String
  package var kind: Class
  /// Of a large operator: scripts above and below it in display style (`∑`, but not `∫`).
  package var takesLimits = false

  package init(_ text: String, _ kind: Class, takesLimits: Bool = false) {
    self.text = text
    self.kind = kind
    self.takesLimits = takesLimits
  }
}

package struct MathFraction: Hashable, Sendable {
  package var numerator: MathNode
  package var denominator: MathNode
  /// Whether there is a line between them (binomials have none).
  package var hasBar = true
  /// `\dfrac`: true, `\tfrac`: false, nil: as it comes.
  package var isDisplay: Bool?
  /// Continued fractions keep their size.
  package var isContinued = false
}

package struct MathScripts: Hashable, Sendable {
  package enum Placement: UInt8, Hashable, Sendable {
    case side
    /// Above and below in display style, beside else.
    case movable
    case stacked
  }

  package var base: MathNode
  package var lower: MathNode?
  package var upper: MathNode?
  package var placement = Placement.side
}

package struct MathAccent: Hashable, Sendable {
  package var base: MathNode
  /// The character that is drawn.
  package var mark: String
  /// Whether it is as wide as the base.
  package var isWide: Bool
  package var isUnder: Bool
  /// A line over or under the base: drawn, not a character.
  package var isLine: Bool { mark == "\u{203E}" || mark == "_" }
}

package struct MathFence: Hashable, Sendable {
  /// Empty: nothing is drawn (`\left.`).
  package var opening: String
  package var parts: [MathNode]
  /// Between the parts.
  package var separators: [String]
  package var closing: String
}

package struct MathTable: Hashable, Sendable {
  package enum Alignment: UInt8, Hashable, Sendable { case left, center, right }

  package var rows: [[MathNode]]
  /// One for each column that was named; the last repeats.
  package var alignments: [Alignment]
  /// Room between columns, in em; an `aligned` has none within its pairs.
  package var gaps: [Double]
  /// Columns before which a line stands (`|` in the argument of `array`).
  package var rules: [Int] = []
  /// Rows before which a line stands (`\hline`); the number of rows: below the last.
  package var lines: [Int] = []
  /// Rows stand wider apart and hold formulas in display style.
  package var isDisplay = false
  /// `smallmatrix`, `\substack`.
  package var isSmall = false

  package func alignment(ofColumn column: Int) -> Alignment {
    column < alignments.count ? alignments[column] : alignments.last ?? .center
  }

  /// Room before a column.
  package func gap(beforeColumn column: Int) -> Double {
    if column == 0 || gaps.isEmpty { return 0 }
    return gaps[(column - 1) % gaps.count]
  }
}

/// What changes the look of a piece of a formula.
package enum MathStyle: Hashable, Sendable {
  /// A colour as CSS writes it.
  case color(String)
  case background(String)
  /// `\displaystyle`, `\textstyle`.
  case display(Bool)
  /// `\scriptstyle`: 1, `\scriptscriptstyle`: 2.
  case script(Int)
  /// `\large`…: a multiple of the size.
  case size(Double)
}

package enum MathExtent: UInt8, Hashable, Sendable {
  case both, width, height
  /// No room at all, but printed (`\smash`).
  case smashed
}

package enum MathNotation: UInt8, Hashable, Sendable {
  case box, cancel, backCancel, crossCancel, strike
}
