import Binding
import Manuscript
import Testing

/// What headers tell beyond the size. The files are made of the fields that matter, by each format's specification.
@Suite struct ImageTraitsTests {
  private func traits(_ bytes: [UInt8]) throws -> Asset.Traits {
    ImageHeader.traits(of: bytes, kind: try #require(ImageHeader.kind(of: bytes)))
  }

  private func png(colorType: UInt8, _ chunks: String...) -> [UInt8] {
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
    bytes += [0, 0, 0, 9, 0, 0, 0, 9, 8, colorType, 0, 0, 0, 0, 0, 0, 0]
    for chunk in chunks + ["IDAT", "tRNS"] { bytes += [0, 0, 0, 2] + Array(chunk.utf8) + [1, 2, 0, 0, 0, 0] }
    return bytes
  }

  @Test func pngChannelsAndChunks() throws {
    #expect(try traits(png(colorType: 2)) == [], "what follows the pixels is no header")
    #expect(try traits(png(colorType: 6)) == .transparent)
    #expect(try traits(png(colorType: 4)) == .transparent)
    #expect(try traits(png(colorType: 3, "PLTE", "tRNS")) == .transparent)
    #expect(try traits(png(colorType: 2, "acTL")) == .animated)
    for end in 8..<60 { _ = try traits(Array(png(colorType: 3, "PLTE").prefix(end))) }
  }

  @Test func gifImages() throws {
    let head = Array("GIF89a".utf8) + [2, 0, 2, 0, 0x80, 0, 0] + [0, 0, 0, 255, 255, 255]
    let control: [UInt8] = [0x21, 0xF9, 4, 0, 0, 0, 0, 0]
    let image: [UInt8] = [0x2C, 0, 0, 0, 0, 2, 0, 2, 0, 0, 2, 2, 0x2C, 0x21, 0]
    #expect(try traits(head + control + image + [0x3B]) == [])
    #expect(try traits(head + control + image + control + image + [0x3B]) == .animated)
    let all = head + control + image + control + image
    for end in 6..<all.count { _ = try traits(Array(all.prefix(end))) }
  }

  @Test func webpFlags() throws {
    func webp(_ chunk: String, _ content: [UInt8]) -> [UInt8] {
      Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP".utf8) + Array(chunk.utf8) + [10, 0, 0, 0] + content
    }
    #expect(try traits(webp("VP8X", [0x10, 0, 0, 0, 1, 0, 0, 1, 0, 0])) == .transparent)
    #expect(try traits(webp("VP8X", [0x12, 0, 0, 0, 1, 0, 0, 1, 0, 0])) == [.transparent, .animated])
    #expect(try traits(webp("VP8L", [0x2F, 0, 0, 0, 0x10, 0])) == .transparent)
    #expect(try traits(webp("VP8L", [0x2F, 0, 0, 0, 0, 0])) == [])
    #expect(try traits(webp("VP8 ", [0, 0, 0, 0x9D, 1, 0x2A, 1, 0, 1, 0])) == [])
  }

  @Test(arguments: [(1, false), (3, true), (6, true), (2, true), (9, false)])
  func jpegOrientation(orientation: UInt8, isTurned: Bool) throws {
    let exif: [UInt8] =
      Array("Exif".utf8) + [0, 0] + Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1]
      + [1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
    let jpeg: [UInt8] =
      [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif + [0xFF, 0xC0, 0, 11, 8, 0, 20, 0, 30, 1, 1, 0x11, 0]
    #expect(try traits(jpeg) == (isTurned ? .turned : []))
    let size = ImageHeader.size(of: jpeg, kind: .jpeg)
    let isSideways = (5...8).contains(orientation)
    #expect(size == PixelSize(width: isSideways ? 20 : 30, height: isSideways ? 30 : 20))
  }

  @Test(arguments: [
    ("<path d=\"M0 0h9\"/>", false), ("<style>.a{}</style>", true), ("<STYLE/>", true), ("<rect width='50%'/>", true),
    ("<script>1</script>", true), ("<foreignObject/>", true), ("<a href=\"https://example.com\"/>", true),
    ("<use href=\"#a\"/>", false), ("<text>百分之百 %</text>", false), ("<image href=\"a.png\"/>", true),
  ])
  func svgContent(content: String, isIntricate: Bool) throws {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">\(content)</svg>"
    #expect(try traits(Array(svg.utf8)) == (isIntricate ? .intricate : []))
  }
}
