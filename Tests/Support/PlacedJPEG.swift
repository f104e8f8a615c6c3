/// The beginning of a JPEG file that says where it was taken.
package enum PlacedJPEG {
  private struct Writer {
    let isLittle: Bool
    var bytes: [UInt8] = []

    mutating func number16(_ value: Int) {
      let pair = [UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
      bytes += isLittle ? pair.reversed() : pair
    }

    mutating func number32(_ value: Int) {
      let (high, low) = (value >> 16, value & 0xFFFF)
      number16(isLittle ? low : high)
      number16(isLittle ? high : low)
    }

    mutating func entry(_ tag: Int, type: Int, count: Int, value: Int) {
      number16(tag)
      number16(type)
      number32(count)
      if type == 3 {
        number16(value)
        number16(0)
      } else {
        number32(value)
      }
    }
  }

  /// An Exif segment: orientation 6, a place (39° 54′ 20″ N), the maker's name `Tea`.
  package static func exif(isLittle: Bool) -> [UInt8] {
    var writer = Writer(isLittle: isLittle)
    writer.bytes = Array((isLittle ? "II" : "MM").utf8)
    writer.number16(42)
    writer.number32(8)
    writer.number16(3)
    writer.entry(0x010F, type: 2, count: 4, value: isLittle ? 0x0061_6554 : 0x5465_6100)
    writer.entry(0x0112, type: 3, count: 1, value: 6)
    writer.entry(0x8825, type: 4, count: 1, value: 50)
    writer.number32(0)
    // The GPS directory at 50, its longitude's three fractions behind it at 80.
    writer.number16(2)
    writer.entry(0x0001, type: 2, count: 2, value: isLittle ? 0x4E : 0x4E00_0000)
    writer.entry(0x0002, type: 5, count: 3, value: 80)
    writer.number32(0)
    for value in [39, 1, 54, 1, 20, 1] { writer.number32(value) }
    return segment(0xE1, Array("Exif".utf8) + [0, 0] + writer.bytes)
  }

  /// An XMP packet with the same place.
  package static let xmp = segment(
    0xE1,
    Array("http://ns.adobe.com/xap/1.0/".utf8) + [0]
      + Array("<rdf:Description exif:GPSLatitude=\"39,54.33N\"/>".utf8))

  package static func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
    let length = payload.count + 2
    return [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + payload
  }
}
