import Manuscript

/// An AVIF file's size: the largest `ispe` property of its `meta` box, turned as `irot` says (ISO/IEC 23008-12).
enum AVIFHeader {
  static func size(of bytes: [UInt8]) -> PixelSize? {
    guard let meta = box("meta", in: 0..<bytes.count, bytes),
      let iprp = box("iprp", in: meta.lowerBound + 4..<max(meta.lowerBound + 4, meta.upperBound), bytes),
      let ipco = box("ipco", in: iprp, bytes)
    else { return nil }
    var best: PixelSize?
    var isTurned = false
    forEachBox(in: ipco, bytes) { name, content in
      if name == "ispe" {
        let size = PixelSize(
          width: ImageHeader.big32(bytes, content.lowerBound + 4),
          height: ImageHeader.big32(bytes, content.lowerBound + 8))
        if size.width * size.height > (best.map { $0.width * $0.height } ?? 0) { best = size }
      } else if name == "irot", !content.isEmpty {
        isTurned = bytes[content.lowerBound] & 1 == 1
      }
    }
    return best.map { isTurned ? PixelSize(width: $0.height, height: $0.width) : $0 }
  }

  /// An auxiliary image of alpha (ISO/IEC 23000-22, 7.3.5) makes it transparent, the brand of sequences animated.
  static func traits(of bytes: [UInt8]) -> Asset.Traits {
    var traits: Asset.Traits = ImageHeader.has(bytes, at: 4, "ftypavis") ? .animated : []
    guard let meta = box("meta", in: 0..<bytes.count, bytes),
      let iprp = box("iprp", in: meta.lowerBound + 4..<max(meta.lowerBound + 4, meta.upperBound), bytes),
      let ipco = box("ipco", in: iprp, bytes)
    else { return traits }
    forEachBox(in: ipco, bytes) { name, content in
      guard name == "auxC",
        ImageHeader.has(bytes, at: content.lowerBound + 4, "urn:mpeg:mpegB:cicp:systems:auxiliary:alpha")
      else { return }
      traits.insert(.transparent)
    }
    return traits
  }

  private static func box(_ name: String, in range: Range<Int>, _ bytes: [UInt8]) -> Range<Int>? {
    var found: Range<Int>?
    forEachBox(in: range, bytes) { if found == nil, $0 == name { found = $1 } }
    return found
  }

  private static func forEachBox(in range: Range<Int>, _ bytes: [UInt8], _ body: (String, Range<Int>) -> Void) {
    var offset = range.lowerBound
    while offset + 8 <= range.upperBound, offset + 8 <= bytes.count {
      let size = ImageHeader.big32(bytes, offset)
      let end = size == 0 ? range.upperBound : offset + size
      guard size == 0 || size >= 8, end <= range.upperBound else { return }
      body(String(decoding: bytes[offset + 4..<offset + 8], as: UTF8.self), offset + 8..<end)
      offset = end
    }
  }
}
