import Foundation
import TestSupport
import Testing
import Typesetting

@testable import MiniProgramEdition

@Suite struct DrawingTests {
  struct Picture: Decodable {
    var width, height: Int
    var pixels, palette, alpha: [UInt8]
  }

  private func read(_ bytes: [UInt8]) throws -> Picture {
    try Node.withFolder { folder in
      let file = folder.appending(path: "a.png")
      try Data(bytes).write(to: file)
      return try JSONDecoder().decode(Picture.self, from: Node.run("read-picture.js", [file.path]))
    }
  }

  @Test(.disabled(if: Node.isSkipped, "node is not installed"))
  func `Pictures are read back by another program as they were drawn`() throws {
    var random = Randomness(seed: 7)
    for (width, height) in [(1, 1), (2, 3), (81, 81), (255, 5), (600, 40)] {
      for calm in [0, 60, 3000] {
        // Runs of one value, sometimes as the row above: what the packing looks for.
        var pixels: [UInt8] = []
        while pixels.count < width * height {
          let run = calm == 0 ? 1 : Int(random.next() % UInt64(calm)) + 1
          let copies = random.next() % 3 == 0 && pixels.count >= width
          let value = UInt8(random.next() % 16)
          for _ in 0..<run { pixels.append(copies ? pixels[pixels.count - width] : value) }
        }
        pixels.removeLast(pixels.count - width * height)
        let palette = (0..<16).map { (step: UInt8) -> PNGPrinter.Color in
          PNGPrinter.Color(red: step, green: step * 2, blue: step * 3, alpha: step * 17)
        }
        let picture = try read(PNGPrinter.picture(width: width, height: height, pixels: pixels, palette: palette))
        #expect(picture.width == width && picture.height == height)
        #expect(picture.pixels == pixels, "\(width)x\(height) \(calm)")
        #expect(picture.palette == palette.flatMap { [$0.red, $0.green, $0.blue] })
        #expect(picture.alpha == palette.map(\.alpha))
      }
    }
  }

  @Test(.disabled(if: Node.isSkipped, "node is not installed"))
  func `Icons and pictures for sharing have the platform's shapes`() throws {
    let icon = try read(Drawing.icon("dot", [.dot(12, 12, radius: 4)], color: "#a8321c", isBold: false))
    #expect(icon.width == 81 && icon.height == 81)
    #expect(icon.pixels[40 * 81 + 40] == 15 && icon.pixels[0] == 0)
    #expect(Array(icon.palette.prefix(3)) == [0xA8, 0x32, 0x1C])
    let share = try read(Drawing.share(width: 500, height: 400, paper: "#fff", accent: "#a8321c", onAccent: "#ffffff"))
    #expect(share.width * 4 == share.height * 5)
    #expect(Set(share.pixels).isSuperset(of: [0, 7, 15]))
  }

  /// zbar reads what the emitted encoder draws: every version, its greatest and its smallest length.
  @Test(
    .disabled(
      if: Node.isSkipped || Node.find("zbarimg") == nil && !Fixtures.isCI, "zbar is not installed"))
  func `Codes of addresses are read by another program`() throws {
    struct Report: Decodable {
      var count: Int
      var problems: [String]
    }
    let encoder = Fixtures.root.appending(path: "Sources/CTheme/miniprogram/qr.js").path
    let report = try Node.withFolder { folder in
      try JSONDecoder().decode(Report.self, from: Node.run("read-codes.js", [encoder, folder.path]))
    }
    #expect(report.count == 81)
    #expect(report.problems == [])
  }
}
