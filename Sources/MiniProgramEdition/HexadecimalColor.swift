/// Colours as settings write them: `#rgb`, `#rrggbb`, both with an opacity.
enum HexadecimalColor {
  /// Whether white text reads better on it; false when it is no colour.
  static func isDark(_ color: String) -> Bool {
    let digits = color.utf8.dropFirst().compactMap { byte -> Int? in
      switch byte {
      case 48...57: Int(byte) - 48
      case 65...70: Int(byte) - 55
      case 97...102: Int(byte) - 87
      default: nil
      }
    }
    let channels: [Int]
    switch digits.count {
    case 3, 4: channels = digits.prefix(3).map { $0 * 17 }
    case 6, 8: channels = stride(from: 0, to: 6, by: 2).map { digits[$0] * 16 + digits[$0 + 1] }
    default: return false
    }
    // Rec. 601 luma.
    return channels[0] * 299 + channels[1] * 587 + channels[2] * 114 < 128_000
  }
}
