import Manuscript
import TestSupport
import Testing

@testable import Binding

/// The place where a photograph was taken goes, and nothing else.
@Suite struct JPEGLocationTests {
  private static let frame: [UInt8] = [0xFF, 0xC0, 0, 11, 8, 0, 20, 0, 30, 1, 1, 0x11, 0]
  private static let data: [UInt8] = [0xFF, 0xDA, 0, 2] + Array("GPS in the picture's own data".utf8) + [0xFF, 0xD9]

  private func file(_ segments: [UInt8]...) -> [UInt8] {
    [0xFF, 0xD8] + segments.flatMap { $0 } + Self.frame + Self.data
  }

  @Test(arguments: [true, false]) func exifGoes(isLittle: Bool) {
    let profile = PlacedJPEG.segment(0xE2, Array("ICC_PROFILE GPS".utf8))
    let original = file(PlacedJPEG.exif(isLittle: isLittle), profile)
    #expect(ImageHeader.traits(of: original, kind: .jpeg) == [.located, .turned])
    let bare = JPEGLocation.removed(from: original)
    #expect(bare.count == original.count && bare != original)
    #expect(ImageHeader.traits(of: bare, kind: .jpeg) == .turned)
    #expect(ImageHeader.size(of: bare, kind: .jpeg) == PixelSize(width: 20, height: 30))
    // The maker's name and all behind the segment are what they were; no number of the place is left.
    let end = 2 + PlacedJPEG.exif(isLittle: isLittle).count
    #expect(bare[end...] == original[end...])
    #expect(bare[..<end].contains(UInt8(ascii: "T")) && !bare[..<end].contains(39) && !bare[..<end].contains(54))
    #expect(JPEGLocation.removed(from: bare) == bare)
  }

  @Test func packetsThatSpeakOfItAreEmptied() {
    let other = PlacedJPEG.segment(0xE1, Array("http://ns.adobe.com/xap/1.0/".utf8) + [0] + Array("<rdf:Seq/>".utf8))
    let original = file(other, PlacedJPEG.xmp)
    let bare = JPEGLocation.removed(from: original)
    #expect(
      ImageHeader.traits(of: original, kind: .jpeg) == .located && ImageHeader.traits(of: bare, kind: .jpeg) == [])
    #expect(bare[2 + other.count + 1] == 0xFE && bare[..<(2 + other.count)] == original[..<(2 + other.count)])
    let end = 2 + other.count + PlacedJPEG.xmp.count
    #expect(bare[end...] == original[end...])
    #expect(JPEGLocation.removed(from: file(other)) == file(other))
  }

  /// Damaged headers neither trap nor touch the picture's data nor the length.
  @Test func damagedHeadersAreSafe() {
    var random = Randomness(seed: 7)
    for round in 0..<4000 {
      var bytes = file(PlacedJPEG.exif(isLittle: round % 2 == 0), PlacedJPEG.xmp)
      let header = bytes.count - Self.data.count - Self.frame.count
      for _ in 0..<(1 + round % 6) {
        bytes[2 + Int(random.next() % UInt64(header - 2))] = UInt8(truncatingIfNeeded: random.next())
      }
      if round % 5 == 0 { bytes.removeLast(Int(random.next() % UInt64(bytes.count))) }
      let bare = JPEGLocation.removed(from: bytes)
      #expect(bare.count == bytes.count)
      #expect(bare.prefix(2) == bytes.prefix(2))
    }
  }
}
