/// Writes PNG pictures of at most sixteen colours (ISO/IEC 15948): four bits a pixel, one block of deflate with fixed
/// codes. Made for drawings of few colours, which it packs well; the same pixels always become the same bytes.
package enum PNGPrinter {
  package struct Color: Hashable, Sendable {
    package var red, green, blue, alpha: UInt8
    package init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
      self.red = red
      self.green = green
      self.blue = blue
      self.alpha = alpha
    }
  }

  /// - Parameters:
  ///   - pixels: indices into `palette`, row by row.
  ///   - palette: one to sixteen colours.
  package static func picture(width: Int, height: Int, pixels: [UInt8], palette: [Color]) -> [UInt8] {
    precondition(pixels.count == width * height && (1...16).contains(palette.count))
    let rowBytes = (width + 1) / 2
    var rows: [UInt8] = []
    rows.reserveCapacity((rowBytes + 1) * height)
    for y in 0..<height {
      // No filter.
      rows.append(0)
      for x in stride(from: 0, to: width, by: 2) {
        let second = x + 1 < width ? pixels[y * width + x + 1] : 0
        rows.append(pixels[y * width + x] << 4 | second)
      }
    }
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    // Four bits, indexed colours.
    chunk("IHDR", bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [4, 3, 0, 0, 0], to: &bytes)
    chunk("PLTE", palette.flatMap { [$0.red, $0.green, $0.blue] }, to: &bytes)
    if palette.contains(where: { $0.alpha < 255 }) { chunk("tRNS", palette.map(\.alpha), to: &bytes) }
    chunk("IDAT", [0x78, 0x01] + Deflate.compress(rows, row: rowBytes + 1) + bigEndian(adler32(rows)), to: &bytes)
    chunk("IEND", [], to: &bytes)
    return bytes
  }

  private static func chunk(_ name: StaticString, _ data: [UInt8], to bytes: inout [UInt8]) {
    bytes += bigEndian(UInt32(data.count))
    let start = bytes.count
    MarkupEscaping.append(name, to: &bytes)
    bytes += data
    bytes += bigEndian(crc32(bytes[start...]))
  }

  private static func bigEndian(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  private static func crc32(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var crc = UInt32.max
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }

  private static func adler32(_ bytes: [UInt8]) -> UInt32 {
    var low: UInt32 = 1
    var high: UInt32 = 0
    for byte in bytes {
      low = (low + UInt32(byte)) % 65521
      high = (high + low) % 65521
    }
    return high << 16 | low
  }
}
