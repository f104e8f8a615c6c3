/// What a character is to a search. The same table stands in `engine.js`, which must fold and cut a query as this folds
/// and cuts the text.
enum SearchCharacter {
  enum Kind: UInt8 {
    /// Separates.
    case other
    /// Part of a word.
    case letter
    /// Of a script without word spaces: every neighbouring pair is a term.
    case run
  }

  static func kind(_ scalar: UInt32) -> Kind {
    if scalar >= 0x4E00, scalar < 0xA000 { return .run }
    var low = 0
    var high = ranges.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if ranges[middle].start <= scalar { low = middle } else { high = middle }
    }
    return ranges[low].kind
  }

  /// The kind of every character of the BMP.
  static let kinds: [Kind] = {
    var kinds = [Kind](repeating: .other, count: 0x10000)
    for (index, range) in ranges.enumerated() where range.start < 0x10000 {
      let end = index + 1 < ranges.count ? min(ranges[index + 1].start, 0x10000) : 0x10000
      for scalar in range.start..<end { kinds[Int(scalar)] = range.kind }
    }
    return kinds
  }()

  /// The folded byte of a word's ASCII character; 0 for what separates.
  static let foldedASCII: [UInt8] = (0..<0x80 as Range<UInt32>).map { kind($0) == .letter ? UInt8(fold($0)) : 0 }

  /// Lower case; full-width letters and digits as ASCII. What would change its length in UTF-16 stays as it is, so that
  /// positions in folded text are positions in the text.
  static func fold(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A: return scalar + 32
    case 0..<0x80: return scalar
    case 0x4E00..<0xA000: return scalar
    case 0xFF10...0xFF19, 0xFF41...0xFF5A: return scalar - 0xFEE0
    case 0xFF21...0xFF3A: return scalar - 0xFEE0 + 32
    case 0xE0...0xFF: return scalar
    // Cyrillic, the most frequent alphabet besides Latin.
    case 0x410...0x42F: return scalar + 32
    case 0x430...0x44F: return scalar
    default:
      guard kind(scalar) == .letter, let value = Unicode.Scalar(scalar) else { return scalar }
      let lower = value.properties.lowercaseMapping.unicodeScalars
      guard lower.count == 1, let one = lower.first, (one.value > 0xFFFF) == (scalar > 0xFFFF) else { return scalar }
      return one.value
    }
  }

  /// Where a kind begins; it lasts to the next.
  private static let ranges: [(start: UInt32, kind: Kind)] = [
    (0x0, .other), (0x30, .letter), (0x3A, .other), (0x41, .letter), (0x5B, .other), (0x5F, .letter), (0x60, .other),
    (0x61, .letter), (0x7B, .other), (0xAA, .letter), (0xAB, .other), (0xB5, .letter), (0xB6, .other),
    (0xBA, .letter), (0xBB, .other), (0xC0, .letter), (0xD7, .other), (0xD8, .letter), (0xF7, .other),
    (0xF8, .letter), (0xE01, .run), (0xF00, .letter), (0x1000, .run), (0x10A0, .letter), (0x1780, .run),
    (0x1800, .letter), (0x2000, .other), (0x2C00, .letter), (0x2E00, .other), (0x2E80, .run), (0x3000, .other),
    (0x3005, .run), (0x3008, .other), (0x3041, .run), (0x30A0, .other), (0x30A1, .run), (0x30FB, .other),
    (0x30FC, .run), (0x3130, .letter), (0x31A0, .run), (0x31C0, .other), (0x31F0, .run), (0x3200, .other),
    (0x3400, .run), (0x4DC0, .other), (0x4E00, .run), (0xA000, .letter), (0xAC00, .run), (0xD7B0, .letter),
    (0xD800, .other), (0xF900, .run), (0xFB00, .letter), (0xFE00, .other), (0xFE70, .letter), (0xFEFF, .other),
    (0xFF10, .letter), (0xFF1A, .other), (0xFF21, .letter), (0xFF3B, .other), (0xFF41, .letter), (0xFF5B, .other),
    (0xFF66, .run), (0xFFA0, .letter), (0xFFE0, .other), (0x10000, .letter), (0x1F000, .other), (0x1FB00, .letter),
    (0x20000, .run), (0x40000, .other),
  ]
}
