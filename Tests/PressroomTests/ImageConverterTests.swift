import Diagnostics
import Foundation
import Manuscript
import TestSupport
import Testing

@testable import Binding
@testable import Pressroom

/// Real conversions by the real tool.
@Suite struct ImageConverterTests {
  private static let isSkipped = ChildProcess.find("vips") == nil && !Fixtures.isCI

  /// Runs `vips` to make a picture.
  private func vips(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: try #require(ChildProcess.find("vips")))
    process.arguments = arguments
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(arguments)")
  }

  private func asset(_ path: String, in folder: URL) throws -> Asset {
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: path)))
    let kind = try #require(ImageHeader.kind(of: bytes))
    return Asset(
      path: path, sitePath: "/" + path, kind: kind, byteCount: bytes.count,
      size: ImageHeader.size(of: bytes, kind: kind), contentHash: path.filter { $0 != "." },
      traits: ImageHeader.traits(of: bytes, kind: kind))
  }

  @Test(.disabled(if: isSkipped, "vips is not installed"))
  func picturesBecomeWhatAPhoneTakes() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "offprint-images-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func path(_ name: String) -> String { folder.appending(path: name).path }
    try vips("black", path("plain.v"), "2000", "500", "--bands", "4")
    try vips("copy", path("plain.v"), path("seethrough.v"), "--interpretation", "srgb")
    try vips("webpsave", path("seethrough.v"), path("see.webp"))
    try vips("black", path("three.v"), "1300", "400", "--bands", "3")
    try vips("copy", path("three.v"), path("opaque.v"), "--interpretation", "srgb")
    try vips("webpsave", path("opaque.v"), path("opaque.webp"))
    try Data(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"50\"><style>rect{fill:red}</style><rect width=\"50%\" height=\"9\"/></svg>"
        .utf8
    ).write(to: folder.appending(path: "chart.svg"))
    try Data("RIFF    WEBPVP8X          x".utf8).write(to: folder.appending(path: "broken.webp"))

    let assets = try ["see.webp", "opaque.webp", "chart.svg", "broken.webp"].map { try asset($0, in: folder) }
    #expect(assets[0].traits.contains(.transparent) && !assets[1].traits.contains(.transparent))
    let derivations = [
      ImageDerivation(asset: 0, format: .png, maximumWidth: 1125),
      ImageDerivation(asset: 1, format: .jpeg, maximumWidth: 1125),
      ImageDerivation(asset: 2, format: .png, maximumWidth: 300),
      ImageDerivation(asset: 3, format: .jpeg, maximumWidth: 1125),
    ]
    let converter = ImageConverter(source: folder.path)
    let (images, diagnostics) = await converter.convert(derivations, assets: assets, jobs: 2) { _ in }
    #expect(images[derivations[0]]?.size == PixelSize(width: 1125, height: 281))
    #expect(images[derivations[1]]?.size == PixelSize(width: 1125, height: 346))
    // Drawn at the width that was asked for, not made larger from its own.
    #expect(images[derivations[2]]?.size == PixelSize(width: 300, height: 150))
    #expect(diagnostics.map(\.code) == [.toolFailed] && diagnostics.map(\.path) == ["broken.webp"])
    let png = [UInt8](try Data(contentsOf: URL(filePath: try #require(images[derivations[0]]).cachePath)))
    #expect(ImageHeader.traits(of: png, kind: .png).contains(.transparent))
    // Nothing is left but the results.
    let cached = try FileManager.default.contentsOfDirectory(atPath: converter.cache)
    #expect(Set(cached) == ["seewebp-1125.png", "opaquewebp-1125.jpg", "chartsvg-300.png"])
    // The second time nothing is run.
    let again = await converter.convert(Array(derivations.prefix(3)), assets: assets, jobs: 2) { _ in
      Issue.record("converted again")
    }
    #expect(again.images == images && again.diagnostics.isEmpty)
  }

  /// What strict readers of pictures find in what is delivered: no place, all else. And AVIF where it was asked for.
  @Test(.disabled(if: isSkipped, "vips is not installed"))
  func deliveredPhotographsSayNoPlace() async throws {
    let folder = try TemporaryFolder()
    try folder.write("title: 照片\nsite:\n  avif: true\n", to: "offprint.yml")
    try folder.write("---\ntitle: 湖\n---\n\n![湖](a.jpg)\n", to: "content/posts/2024-01-01-lake.md")
    let photo = folder.path + "/content/posts/a.jpg"
    let lake = Fixtures.root.appending(path: "assets/img/2024-08-10/lake.jpg").path
    try vips("thumbnail", lake, photo + "[strip]", "640", "--height", "400", "--size", "force")
    let plain = [UInt8](try Data(contentsOf: URL(filePath: photo)))
    let placed = Array(plain.prefix(2)) + PlacedJPEG.exif(isLittle: true) + plain.dropFirst(2)
    try Data(placed).write(to: URL(filePath: photo))
    #expect(try header(photo).contains("GPSLatitude"), "the test's own picture says no place")
    let options = PressOptions(
      source: folder.path, output: folder.path + "/_site", now: 1_800_000_000, toolVersion: "test")
    let build = try await Press(options: options).build()
    #expect(build.isDelivered && build.diagnostics.isEmpty, "\(build.diagnostics)")
    let files = folder.files()
    let pictures = files.filter {
      $0.hasPrefix("_site/") && ["jpg", "webp", "avif"].contains(URL(filePath: $0).pathExtension)
    }
    #expect(Set(pictures.map { URL(filePath: $0).pathExtension }) == ["jpg", "webp", "avif"], "\(pictures)")
    #expect(pictures.contains { $0.hasPrefix("_site/miniprogram/") })
    for picture in pictures {
      let said = try header(folder.path + "/" + picture)
      #expect(!said.contains("GPS"), "\(picture): \(said)")
      // Of the versions nothing else is told either.
      if picture.hasSuffix("webp") { #expect(!said.contains("exif"), "\(picture): \(said)") }
    }
    #expect(try header(folder.path + "/_site/web/posts/a.jpg").contains("Tea"))
    // The author's own file is as it was.
    #expect([UInt8](try Data(contentsOf: URL(filePath: photo))) == placed)
    // A browser chooses AVIF where it can; the file is what its name says, and smaller.
    let page = try #require(folder.read("_site/web/posts/lake/index.html"))
    #expect(page.contains("<picture><source type=\"image/avif\" srcset=\"/theme/img/"))
    let avif = try #require(pictures.first { $0.hasSuffix("-400.avif") })
    let bytes = [UInt8](try Data(contentsOf: folder.url.appending(path: avif)))
    #expect(ImageHeader.kind(of: bytes) == .avif && bytes.count < placed.count)
    #expect(
      ImageHeader.size(of: bytes, kind: .avif) == PixelSize(width: 400, height: 640), "turned as the original says")
    // Who wants it keeps it.
    try folder.write("title: 照片\nkeep-location: true\n", to: "offprint.yml")
    _ = try await Press(options: options).build()
    #expect(try header(folder.path + "/_site/web/posts/a.jpg").contains("GPSLatitude"))
  }

  /// What libvips, which did not write it, reads of a picture's header.
  private func header(_ path: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: try #require(ChildProcess.find("vipsheader")))
    process.arguments = ["-a", path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: said, as: UTF8.self)
  }
}
