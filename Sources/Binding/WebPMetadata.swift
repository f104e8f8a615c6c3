/// What WebP files tell beside their picture (WebP container specification, "Metadata"): libvips 8.14 leaves it there
/// whatever it is told.
package enum WebPMetadata {
  /// The file without its Exif and XMP chunks; the same bytes where it is no whole WebP file.
  package static func removed(from bytes: [UInt8]) -> [UInt8] {
    guard ImageHeader.has(bytes, at: 0, "RIFF"), ImageHeader.has(bytes, at: 8, "WEBP") else { return bytes }
    var result = Array(bytes[..<12])
    var offset = 12
    while offset + 8 <= bytes.count {
      let length = ImageHeader.little32(bytes, offset + 4)
      // Chunks are padded to an even length.
      let end = offset + 8 + length + length % 2
      guard end <= bytes.count else { return bytes }
      if !ImageHeader.has(bytes, at: offset, "EXIF"), !ImageHeader.has(bytes, at: offset, "XMP ") {
        let start = result.count
        result += bytes[offset..<end]
        // Its flags say which of them are there.
        if ImageHeader.has(bytes, at: offset, "VP8X"), length > 0 { result[start + 8] &= 0b1111_0011 }
      }
      offset = end
    }
    guard offset == bytes.count else { return bytes }
    for byte in 0..<4 { result[4 + byte] = UInt8((result.count - 8) >> (8 * byte) & 0xFF) }
    return result
  }
}
