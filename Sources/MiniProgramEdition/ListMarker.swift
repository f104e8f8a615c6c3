import Manuscript
import Typesetting

/// The text before a list item: the platform numbers nothing by itself.
enum ListMarker {
  static func text(_ number: Int, _ numeral: List.Numeral) -> [UInt8] {
    let letters: String? =
      switch numeral {
      case .decimal: nil
      case .lowerAlpha: alphabetic(number)
      case .upperAlpha: alphabetic(number)?.uppercased()
      case .lowerRoman: roman(number)
      case .upperRoman: roman(number)?.uppercased()
      }
    var text: [UInt8] = []
    if let letters { text += letters.utf8 } else { DecimalNumber.append(number, to: &text) }
    text.append(UInt8(ascii: "."))
    return text
  }

  /// `a`…`z`, `aa`…; nil below 1, where HTML falls back to decimal numbers too.
  private static func alphabetic(_ number: Int) -> String? {
    guard number > 0 else { return nil }
    var rest = number
    var letters: [UInt8] = []
    while rest > 0 {
      rest -= 1
      letters.append(97 + UInt8(rest % 26))
      rest /= 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// nil outside 1…3999.
  private static func roman(_ number: Int) -> String? {
    guard (1...3999).contains(number) else { return nil }
    let values = [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
      (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var rest = number
    var text = ""
    for (value, letters) in values {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return text
  }
}
