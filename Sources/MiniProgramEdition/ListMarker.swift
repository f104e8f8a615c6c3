import Manuscript

/// The text before a list item: the platform numbers nothing by itself.
enum ListMarker {
  static func text(_ number: Int, _ numeral: List.Numeral) -> String {
    switch numeral {
    case .decimal: "\(number)."
    case .lowerAlpha: (alphabetic(number) ?? "\(number)") + "."
    case .upperAlpha: (alphabetic(number)?.uppercased() ?? "\(number)") + "."
    case .lowerRoman: (roman(number) ?? "\(number)") + "."
    case .upperRoman: (roman(number)?.uppercased() ?? "\(number)") + "."
    }
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
