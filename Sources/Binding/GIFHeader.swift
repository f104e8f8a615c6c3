/// Whether a GIF moves: more than one image among its blocks (GIF89a specification, sections 17 to 23).
enum GIFHeader {
  static func isAnimated(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 13 else { return false }
    var offset = 13 + colorTable(bytes[10])
    var images = 0
    while offset + 1 < bytes.count {
      switch bytes[offset] {
      case 0x21:  // extension: introducer, label
        offset += 2
      case 0x2C:  // image: descriptor, its colours, code size
        images += 1
        guard images < 2, offset + 9 < bytes.count else { return images > 1 }
        offset += 10 + colorTable(bytes[offset + 9]) + 1
      default: return false
      }
      while offset < bytes.count, bytes[offset] > 0 { offset += Int(bytes[offset]) + 1 }
      offset += 1
    }
    return false
  }

  /// Bytes of the table that packed fields announce.
  private static func colorTable(_ fields: UInt8) -> Int { fields & 0x80 == 0 ? 0 : 3 << (Int(fields & 7) + 1) }
}
