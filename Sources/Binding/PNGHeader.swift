import Manuscript

/// What a PNG's chunks before its pixels tell (PNG specification, third edition, sections 11.2 and 11.3).
enum PNGHeader {
  static func traits(of bytes: [UInt8]) -> Asset.Traits {
    var traits: Asset.Traits = []
    // Colour types 4 and 6 have an alpha channel.
    if bytes.count > 25, bytes[25] == 4 || bytes[25] == 6 { traits.insert(.transparent) }
    var offset = 8
    while offset + 8 <= bytes.count, !ImageHeader.has(bytes, at: offset + 4, "IDAT") {
      if ImageHeader.has(bytes, at: offset + 4, "tRNS") { traits.insert(.transparent) }
      if ImageHeader.has(bytes, at: offset + 4, "acTL") { traits.insert(.animated) }
      offset += ImageHeader.big32(bytes, offset) + 12
    }
    return traits
  }
}
