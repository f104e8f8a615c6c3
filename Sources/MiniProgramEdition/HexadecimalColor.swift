/// Colours as settings write them: `#rgb`, `#rrggbb`, both with an opacity.
enum HexadecimalColor {
  /// Whether white text reads better on it; false when it is no colour.
  static func isDark(_ color: String) -> Bool {
    guard let (red, green, blue) = channels(color) else { return false }
    // Rec. 601 luma.
    return red * 299 + green * 587 + blue * 114 < 128_000
  }

  /// Red, green and blue from 0 to 255; nil when it is no colour.
  static func channels(_ color: String) -> (Int, Int, Int)? {
    let digits = color.utf8.dropFirst().compactMap { byte -> Int? in
      switch byte {
      case 48...57: Int(byte) - 48
      case 65...70: Int(byte) - 55
      case 97...102: Int(byte) - 87
      default: nil
      }
    }
    switch digits.count {
    case 3, 4: return (digits[0] * 17, digits[1] * 17, digits[2] * 17)
    case 6, 8:
      return (digits[0] * 16 + digits[1], digits[2] * 16 + digits[3], digits[4] * 16 + digits[5])
    default: return nil
    }
  }
}
