import Manuscript

/// A JPEG file's size: the frame header among the segments, turned as the Exif orientation says (ITU T.81; Exif 2.3, 4.6.4).
enum JPEGHeader {
  static func size(of bytes: [UInt8]) -> PixelSize? {
    read(bytes).map {
      (5...8).contains($0.orientation) ? PixelSize(width: $0.size.height, height: $0.size.width) : $0.size
    }
  }

  static func traits(of bytes: [UInt8]) -> Asset.Traits {
    var traits: Asset.Traits = []
    if isTurned(bytes) { traits.insert(.turned) }
    if JPEGLocation.isPresent(in: bytes) { traits.insert(.located) }
    return traits
  }

  /// Whether its pixels are upright only when the orientation is applied.
  static func isTurned(_ bytes: [UInt8]) -> Bool { read(bytes).map { (2...8).contains($0.orientation) } ?? false }

  /// The size of the frame and the Exif orientation, 1 where there is none.
  private static func read(_ bytes: [UInt8]) -> (size: PixelSize, orientation: Int)? {
    var offset = 2
    var turn = 1
    while offset + 4 <= bytes.count {
      guard bytes[offset] == 0xFF else { return nil }
      let marker = bytes[offset + 1]
      if marker == 0xFF {  // fill byte
        offset += 1
        continue
      }
      if marker == 0x01 || (0xD0...0xD8).contains(marker) {  // no length
        offset += 2
        continue
      }
      let length = ImageHeader.big16(bytes, offset + 2)
      guard length >= 2, marker != 0xD9, marker != 0xDA else { return nil }
      switch marker {
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        let height = ImageHeader.big16(bytes, offset + 5)
        let width = ImageHeader.big16(bytes, offset + 7)
        return (PixelSize(width: width, height: height), turn)
      case 0xE1:
        if let orientation = orientation(bytes, at: offset + 4, count: length - 2) { turn = orientation }
      default: break
      }
      offset += 2 + length
    }
    return nil
  }

  /// The orientation tag (0x0112) of the first directory, 1…8.
  private static func orientation(_ bytes: [UInt8], at start: Int, count: Int) -> Int? {
    guard ImageHeader.has(bytes, at: start, "Exif"), start + count <= bytes.count else { return nil }
    let tiff = start + 6
    let isLittle = ImageHeader.has(bytes, at: tiff, "II")
    func number16(_ offset: Int) -> Int {
      isLittle ? ImageHeader.little16(bytes, offset) : ImageHeader.big16(bytes, offset)
    }
    func number32(_ offset: Int) -> Int {
      isLittle ? ImageHeader.little32(bytes, offset) : ImageHeader.big32(bytes, offset)
    }
    guard isLittle || ImageHeader.has(bytes, at: tiff, "MM"), number16(tiff + 2) == 42 else { return nil }
    let directory = tiff + number32(tiff + 4)
    for index in 0..<min(number16(directory), 512) {
      let entry = directory + 2 + index * 12
      guard entry + 12 <= start + count else { return nil }
      if number16(entry) == 0x0112 { return number16(entry + 8) }
    }
    return nil
  }
}
