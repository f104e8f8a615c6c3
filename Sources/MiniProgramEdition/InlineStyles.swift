import Manuscript

/// Looks of running text that need no element of their own: they add up on the innermost run.
struct InlineStyles: OptionSet, Hashable {
  let rawValue: UInt32
  static let strong = InlineStyles(rawValue: 1 << 0)
  static let emphasis = InlineStyles(rawValue: 1 << 1)
  static let strikethrough = InlineStyles(rawValue: 1 << 2)
  static let code = InlineStyles(rawValue: 1 << 3)
  static let math = InlineStyles(rawValue: 1 << 4)
  static let abbreviation = InlineStyles(rawValue: 1 << 5)
  static let firstStyle = 6

  private static let fixedNames: [StaticString] = ["b", "i", "s", "c", "m", "ab"]

  /// One bit for each of the model's styles.
  static func style(_ style: InlineStyle) -> InlineStyles {
    let bit =
      switch style {
      case .subscripted: 0
      case .superscripted: 1
      case .keyboard: 2
      case .marked: 3
      case .inserted: 4
      case .deleted: 5
      case .underlined: 6
      case .small: 7
      case .big: 8
      case .citation: 9
      case .quotation: 10
      case .sample: 11
      case .variable: 12
      case .definition: 13
      }
    return InlineStyles(rawValue: 1 << UInt32(firstStyle + bit))
  }

  private static let styleNames: [StaticString] = [
    "sub", "sup", "kbd", "mark", "u", "s", "u", "small", "big", "i", "q", "c", "i", "i",
  ]
  private static let names = fixedNames + styleNames

  /// The class when it is only one look.
  var singleName: StaticString? {
    rawValue.nonzeroBitCount == 1 ? Self.names[rawValue.trailingZeroBitCount] : nil
  }

  /// The words of a `class` attribute, each once.
  var classNames: [UInt8] {
    var result: [UInt8] = []
    var seen: [StaticString] = []
    for (bit, name) in Self.names.enumerated() where rawValue & (1 << UInt32(bit)) != 0 {
      guard !seen.contains(where: { $0.utf8Start == name.utf8Start || "\($0)" == "\(name)" }) else { continue }
      seen.append(name)
      if !result.isEmpty { result.append(32) }
      name.withUTF8Buffer { result.append(contentsOf: $0) }
    }
    return result
  }
}
