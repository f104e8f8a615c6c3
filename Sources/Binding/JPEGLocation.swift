/// The place where a photograph was taken, as cameras write it into a JPEG file: the GPS directory of Exif (Exif 2.3,
/// 4.6.6) and the same in XMP.
///
/// Taking it out changes no pixel and no length: the directory is unlinked and its bytes are zeroed, an XMP packet that
/// speaks of it becomes an empty comment. Orientation, colour profile and all else stay.
package enum JPEGLocation {
  /// Whether a file says where it was taken.
  static func isPresent(in bytes: [UInt8]) -> Bool {
    var isPresent = false
    forEachSegment(of: bytes) { marker, payload in
      if marker == 0xE1, gpsEntry(bytes, payload) != nil || isXMPWithPlace(bytes, payload) { isPresent = true }
    }
    return isPresent
  }

  /// The file without it; the same bytes where there is none.
  package static func removed(from bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    forEachSegment(of: bytes) { marker, payload in
      guard marker == 0xE1 else { return }
      if isXMPWithPlace(bytes, payload) {
        result[payload.lowerBound - 3] = 0xFE
        for index in payload { result[index] = 0x20 }
      } else if let entry = gpsEntry(bytes, payload) {
        clear(entry, in: &result, payload)
      }
    }
    return result
  }

  /// The parts before the picture's data, by marker and payload.
  private static func forEachSegment(of bytes: [UInt8], _ body: (UInt8, Range<Int>) -> Void) {
    var offset = 2
    while offset + 4 <= bytes.count, bytes[offset] == 0xFF {
      let marker = bytes[offset + 1]
      if marker == 0xFF || marker == 0x01 || (0xD0...0xD8).contains(marker) {
        offset += marker == 0xFF ? 1 : 2
        continue
      }
      let end = offset + 2 + ImageHeader.big16(bytes, offset + 2)
      guard end >= offset + 4, end <= bytes.count, marker != 0xD9, marker != 0xDA else { return }
      body(marker, (offset + 4)..<end)
      offset = end
    }
  }

  private static func isXMPWithPlace(_ bytes: [UInt8], _ payload: Range<Int>) -> Bool {
    // Both the packet and its extensions.
    guard ImageHeader.has(bytes, at: payload.lowerBound, "http://ns.adobe.com/x") else { return false }
    return bytes[payload].indices.dropLast(2).contains {
      bytes[$0] == UInt8(ascii: "G") && bytes[$0 + 1] == UInt8(ascii: "P") && bytes[$0 + 2] == UInt8(ascii: "S")
    }
  }

  /// A directory entry of Exif: where it stands in the file, and the directory around it.
  private struct Entry {
    var tiff: Int
    var isLittle: Bool
    var directory: Int
    var count: Int
    var offset: Int
  }

  /// The entry of the first directory that leads to the GPS directory (tag 0x8825).
  private static func gpsEntry(_ bytes: [UInt8], _ payload: Range<Int>) -> Entry? {
    let tiff = payload.lowerBound + 6
    guard ImageHeader.has(bytes, at: payload.lowerBound, "Exif"), tiff + 8 <= payload.upperBound else { return nil }
    let isLittle = ImageHeader.has(bytes, at: tiff, "II")
    guard isLittle || ImageHeader.has(bytes, at: tiff, "MM") else { return nil }
    let directory = tiff + number32(bytes, tiff + 4, isLittle)
    guard directory + 2 <= payload.upperBound else { return nil }
    let count = number16(bytes, directory, isLittle)
    for index in 0..<count {
      let offset = directory + 2 + index * 12
      guard offset + 12 <= payload.upperBound else { return nil }
      if number16(bytes, offset, isLittle) == 0x8825 {
        return Entry(tiff: tiff, isLittle: isLittle, directory: directory, count: count, offset: offset)
      }
    }
    return nil
  }

  /// Zeroes the directory that an entry leads to, values elsewhere included, and takes the entry out of its own.
  private static func clear(_ entry: Entry, in bytes: inout [UInt8], _ payload: Range<Int>) {
    let isLittle = entry.isLittle
    func zero(_ range: Range<Int>) {
      for index in range.clamped(to: (entry.tiff + 8)..<payload.upperBound) { bytes[index] = 0 }
    }
    let gps = entry.tiff + number32(bytes, entry.offset + 8, isLittle)
    if gps + 2 <= payload.upperBound, gps > entry.tiff {
      let count = min(number16(bytes, gps, isLittle), 64)
      for index in 0..<count {
        let one = gps + 2 + index * 12
        guard one + 12 <= payload.upperBound else { break }
        let sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]
        let type = number16(bytes, one + 2, isLittle)
        let length = min(number32(bytes, one + 4, isLittle), 1 << 16) * (sizes.indices.contains(type) ? sizes[type] : 1)
        if length > 4 {
          let value = entry.tiff + number32(bytes, one + 8, isLittle)
          // Never over the directory that stays.
          if !(value..<(value + length)).overlaps(entry.directory..<(entry.directory + 6 + entry.count * 12)) {
            zero(value..<(value + length))
          }
        }
      }
      if !(gps..<(gps + 6 + count * 12)).overlaps(entry.directory..<(entry.directory + 6 + entry.count * 12)) {
        zero(gps..<(gps + 6 + count * 12))
      }
    }
    // The entries behind it and the link to the next directory move up.
    let end = min(entry.directory + 2 + entry.count * 12 + 4, payload.upperBound)
    for index in entry.offset..<(end - 12) { bytes[index] = bytes[index + 12] }
    for index in (end - 12)..<end { bytes[index] = 0 }
    let left = UInt16(entry.count - 1)
    bytes[entry.directory + (isLittle ? 0 : 1)] = UInt8(left & 0xFF)
    bytes[entry.directory + (isLittle ? 1 : 0)] = UInt8(left >> 8)
  }

  private static func number16(_ bytes: [UInt8], _ offset: Int, _ isLittle: Bool) -> Int {
    isLittle ? ImageHeader.little16(bytes, offset) : ImageHeader.big16(bytes, offset)
  }

  private static func number32(_ bytes: [UInt8], _ offset: Int, _ isLittle: Bool) -> Int {
    isLittle ? ImageHeader.little32(bytes, offset) : ImageHeader.big32(bytes, offset)
  }
}
