import Manuscript

/// A WebP file's size from its first chunk (WebP container specification; RFC 6386 section 9.1; WebP lossless, section 4).
enum WebPHeader {
  static func traits(of bytes: [UInt8]) -> Asset.Traits {
    var traits: Asset.Traits = []
    if ImageHeader.has(bytes, at: 12, "VP8X"), bytes.count > 20 {
      if bytes[20] & 0x10 != 0 { traits.insert(.transparent) }
      if bytes[20] & 0x02 != 0 { traits.insert(.animated) }
    } else if ImageHeader.has(bytes, at: 12, "VP8L"), ImageHeader.little32(bytes, 21) >> 28 & 1 == 1 {
      traits.insert(.transparent)
    }
    return traits
  }

  static func size(of bytes: [UInt8]) -> PixelSize? {
    if ImageHeader.has(bytes, at: 12, "VP8X") {
      return PixelSize(width: ImageHeader.little24(bytes, 24) + 1, height: ImageHeader.little24(bytes, 27) + 1)
    }
    if ImageHeader.has(bytes, at: 12, "VP8L"), bytes.count >= 25, bytes[20] == 0x2F {
      let bits = ImageHeader.little32(bytes, 21)
      return PixelSize(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
    }
    if ImageHeader.has(bytes, at: 12, "VP8 "), bytes.count >= 30, bytes[23] == 0x9D, bytes[24] == 0x01,
      bytes[25] == 0x2A
    {
      return PixelSize(
        width: ImageHeader.little16(bytes, 26) & 0x3FFF, height: ImageHeader.little16(bytes, 28) & 0x3FFF)
    }
    return nil
  }
}
