package import Manuscript

/// What the first bytes of an image tell: its format and the size in which it is shown. Nothing is decoded.
package enum ImageHeader {
  /// The format by content, whatever the file's name says; nil when the bytes are no image known here.
  package static func kind(of bytes: [UInt8]) -> Asset.Kind? {
    if starts(bytes, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
    if starts(bytes, [0xFF, 0xD8, 0xFF]) { return .jpeg }
    if starts(bytes, Array("GIF8".utf8)) { return .gif }
    if starts(bytes, Array("RIFF".utf8)), has(bytes, at: 8, "WEBP") { return .webp }
    if has(bytes, at: 4, "ftypavif") || has(bytes, at: 4, "ftypavis") { return .avif }
    return SVGHeader.isSVG(bytes) ? .svg : nil
  }

  /// Size in pixels as a viewer shows it (a JPEG's or AVIF's rotation applied); nil when the header does not say.
  package static func size(of bytes: [UInt8], kind: Asset.Kind) -> PixelSize? {
    let size: PixelSize? =
      switch kind {
      case .png: has(bytes, at: 12, "IHDR") ? PixelSize(width: big32(bytes, 16), height: big32(bytes, 20)) : nil
      case .gif: bytes.count >= 10 ? PixelSize(width: little16(bytes, 6), height: little16(bytes, 8)) : nil
      case .jpeg: JPEGHeader.size(of: bytes)
      case .webp: WebPHeader.size(of: bytes)
      case .avif: AVIFHeader.size(of: bytes)
      case .svg: SVGHeader.size(of: bytes)
      case .audio, .video, .other: nil
      }
    guard let size, size.width > 0, size.height > 0, size.width < 1 << 24, size.height < 1 << 24 else { return nil }
    return size
  }

  /// What else an edition must know of an image.
  package static func traits(of bytes: [UInt8], kind: Asset.Kind) -> Asset.Traits {
    switch kind {
    case .png: PNGHeader.traits(of: bytes)
    case .gif: GIFHeader.isAnimated(bytes) ? .animated : []
    case .jpeg: JPEGHeader.traits(of: bytes)
    case .webp: WebPHeader.traits(of: bytes)
    case .avif: AVIFHeader.traits(of: bytes)
    case .svg: SVGHeader.isIntricate(bytes) ? .intricate : []
    case .audio, .video, .other: []
    }
  }

  // Reading past the end gives 0, which no valid size is.

  static func big16(_ bytes: [UInt8], _ offset: Int) -> Int {
    offset >= 0 && offset + 2 <= bytes.count ? Int(bytes[offset]) << 8 | Int(bytes[offset + 1]) : 0
  }
  static func big32(_ bytes: [UInt8], _ offset: Int) -> Int { big16(bytes, offset) << 16 | big16(bytes, offset + 2) }
  static func little16(_ bytes: [UInt8], _ offset: Int) -> Int {
    offset >= 0 && offset + 2 <= bytes.count ? Int(bytes[offset + 1]) << 8 | Int(bytes[offset]) : 0
  }
  static func little24(_ bytes: [UInt8], _ offset: Int) -> Int {
    offset >= 0 && offset + 3 <= bytes.count ? Int(bytes[offset + 2]) << 16 | little16(bytes, offset) : 0
  }
  static func little32(_ bytes: [UInt8], _ offset: Int) -> Int {
    little16(bytes, offset + 2) << 16 | little16(bytes, offset)
  }
  static func has(_ bytes: [UInt8], at offset: Int, _ text: StaticString) -> Bool {
    offset >= 0 && offset + text.utf8CodeUnitCount <= bytes.count
      && text.withUTF8Buffer { bytes[offset..<offset + $0.count].elementsEqual($0) }
  }
  private static func starts(_ bytes: [UInt8], _ prefix: [UInt8]) -> Bool { bytes.starts(with: prefix) }
}
