/// Letters of Unicode's mathematical alphabets: the way MathML Core names a letter's style.
package enum MathAlphabet {
  /// The letters of a text in an alphabet. Italic and upright letters stay as they are: printers say those by markup.
  package static func text(_ text: String, _ style: LetterStyle) -> String {
    if style == .italic || style == .upright { return text }
    var result = ""
    for scalar in text.unicodeScalars { result.unicodeScalars.append(character(scalar, style)) }
    return result
  }

  static func character(_ scalar: Unicode.Scalar, _ style: LetterStyle) -> Unicode.Scalar {
    if let exception = exceptions[scalar.value | UInt32(style.rawValue) << 24] { return exception }
    guard let starts = starts(style) else { return scalar }
    let first: UInt32
    let offset: UInt32
    switch scalar {
    case "A"..."Z": (first, offset) = (starts.latin, scalar.value - 65)
    case "a"..."z": (first, offset) = (starts.latin + 26, scalar.value - 97)
    case "0"..."9": (first, offset) = (starts.digits, scalar.value - 48)
    case "Α"..."Ω": (first, offset) = (starts.greek, scalar.value - 0x391)
    case "α"..."ω": (first, offset) = (starts.greek == 0 ? 0 : starts.greek + 26, scalar.value - 0x3B1)
    default: return scalar
    }
    return first == 0 ? scalar : Unicode.Scalar(first + offset) ?? scalar
  }

  /// Where an alphabet begins; 0: it has none of these.
  private static func starts(_ style: LetterStyle) -> (latin: UInt32, digits: UInt32, greek: UInt32)? {
    switch style {
    case .italic, .upright: nil
    case .bold: (0x1D400, 0x1D7CE, 0x1D6A8)
    case .boldItalic: (0x1D468, 0x1D7CE, 0x1D71C)
    case .doubleStruck: (0x1D538, 0x1D7D8, 0)
    case .script: (0x1D49C, 0, 0)
    case .fraktur: (0x1D504, 0, 0)
    case .sansSerif: (0x1D5A0, 0x1D7E2, 0)
    case .monospace: (0x1D670, 0x1D7F6, 0)
    }
  }

  /// Letters that had a place of their own before the alphabets got theirs.
  private static let exceptions: [UInt32: Unicode.Scalar] = {
    var table: [UInt32: Unicode.Scalar] = [:]
    let lists: [(LetterStyle, String)] = [
      (.doubleStruck, "CℂHℍNℕPℙQℚRℝZℤ"), (.script, "BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ"), (.fraktur, "CℭHℌIℑRℜZℨ"),
    ]
    for (style, list) in lists {
      let scalars = Array(list.unicodeScalars)
      for index in stride(from: 0, to: scalars.count, by: 2) {
        table[scalars[index].value | UInt32(style.rawValue) << 24] = scalars[index + 1]
      }
    }
    return table
  }()
}
