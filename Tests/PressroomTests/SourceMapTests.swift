import Diagnostics
import Foundation
import Manuscript
import TestSupport
import Testing

@testable import Pressroom

/// Source maps as they are kept beside the editions.
struct SourceMapTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("title: T\nurl: https://example.com\n", to: "offprint.yml")
    try folder.write(
      "---\ntitle: 甲\n---\n\n第一段\n\n## 小节\n\n- 一\n- 二\n\n末段[^1]\n\n[^1]: 注\n", to: "content/posts/2024-01-01-a.md")
    try folder.write("---\ntitle: B\neditions: [site]\n---\n\nOnly here.\n", to: "content/posts/2024-01-02-b.md")
    try folder.write("# 关于\n\n正文\n", to: "content/about.md")
    return folder
  }

  private func options(_ folder: TemporaryFolder, change: (inout PressOptions) -> Void = { _ in }) -> PressOptions {
    var options = PressOptions(
      source: folder.path, output: folder.path + "/_site", now: 1_720_000_000, toolVersion: "test")
    change(&options)
    return options
  }

  private func everything(_ maps: SourceMaps) -> [ArticleSourceMap] { maps.paths.compactMap { maps.article($0) } }

  @Test func everyBlockIsOnItsPage() async throws {
    let folder = try folder()
    let maps = try await Press(options: options(folder)).build().sourceMaps
    #expect(maps.paths == ["content/about.md", "content/posts/2024-01-01-a.md", "content/posts/2024-01-02-b.md"])
    let map = try #require(maps.article("content/posts/2024-01-01-a.md"))
    let source = Array(try #require(folder.read(map.path)).utf8)
    func text(_ range: SourceRange) -> String { String(decoding: source[range.bounds], as: UTF8.self) }
    let site = try #require(map[.site])
    #expect(site.entries.map { text($0.range).prefix(2) } == ["第一", "##", "- ", "末段"])
    #expect(site.entries.map(\.position) == [0, 1, 2, 3])
    for page in Set(site.entries.map(\.page)) { #expect(folder.read("_site/web/" + page) != nil, "\(page)") }
    let miniProgram = try #require(map[.miniProgram])
    #expect(miniProgram.entries.prefix(2).map { text($0.range).prefix(2) } == ["第一", "##"])
    for page in Set(miniProgram.entries.map(\.page)) {
      #expect(folder.read("_site/miniprogram/\(page).wxml") != nil, "\(page)")
    }
    let heading = try #require(map.anchors.first { $0.id == "小节" })
    #expect(text(heading.range).contains("小节") && heading.block == 1)
    #expect(maps.article("content/posts/2024-01-02-b.md")?[.miniProgram] == nil)
    #expect(maps.path(ofPage: "posts/a/index.html", in: .site) == map.path)
    #expect(maps.path(ofPage: miniProgram.entries[0].page, in: .miniProgram) == map.path)
    #expect(maps.path(ofPage: "index.html", in: .site) == nil && maps.article("content/none.md") == nil)
    // A place in the source leads to the block that holds it, or the last one before it.
    let offset = UInt32(try #require(source.firstRange(of: Array("二".utf8))).lowerBound)
    #expect(site.entry(at: offset)?.position == 2 && site.entry(at: 0) == nil)
  }

  @Test func aBuildWithNothingToDoHasThemAll() async throws {
    let folder = try folder()
    let first = try await Press(options: options(folder)).build()
    let second = try await Press(options: options(folder)).build()
    #expect(second.written.isEmpty)
    #expect(everything(second.sourceMaps) == everything(first.sourceMaps) && second.sourceMaps.paths.count == 3)
    let kept = SourceMapFile(options(folder)).path
    #expect(kept.hasPrefix(folder.path + "/.offprint/source-maps/"))
    // Thrown away: the next build makes them again and writes no page.
    try FileManager.default.removeItem(atPath: kept)
    let third = try await Press(options: options(folder)).build()
    #expect(third.written.isEmpty && everything(third.sourceMaps) == everything(first.sourceMaps))
    #expect(FileManager.default.fileExists(atPath: kept))
  }

  @Test func theyFollowAnEdit() async throws {
    let folder = try folder()
    let press = Press(options: options(folder))
    let before = try #require(try await press.build().sourceMaps.article("content/about.md"))
    try folder.write("# 关于\n\n先来一段\n\n正文\n", to: "content/about.md")
    let after = try #require(try await press.build().sourceMaps.article("content/about.md"))
    #expect(after.fingerprint != before.fingerprint)
    #expect(after[.site]?.entries.count == 2 && before[.site]?.entries.count == 1)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/.offprint/source-maps")
    #expect(names.count == 1, "nothing temporary is left: \(names)")
  }

  @Test func aSourceFolderThatCannotBeWrittenIsNoError() async throws {
    let folder = try folder()
    try folder.write("in the way", to: ".offprint")
    let build = try await Press(options: options(folder)).build()
    #expect(build.isDelivered)
    let warning = try #require(build.diagnostics.first { $0.code == .unwritableOutput })
    #expect(warning.severity == .warning && warning.arguments[0].contains("/.offprint/source-maps"))
    #expect(build.sourceMaps.paths.count == 3, "this build still knows them")
    #expect(try await Press(options: options(folder)).build().written.isEmpty)
  }

  @Test func twoOutputFoldersKeepTheirOwn() async throws {
    let folder = try folder()
    _ = try await Press(options: options(folder)).build()
    let other = try await Press(
      options: options(folder) {
        $0.output += "2"
        $0.editions = [.site]
      }
    ).build()
    #expect(other.sourceMaps.article("content/about.md")?[.miniProgram] == nil)
    let again = try await Press(options: options(folder)).build()
    #expect(again.written.isEmpty && again.sourceMaps.article("content/about.md")?[.miniProgram] != nil)
  }

  @Test func anyDamageMeansNotKnown() throws {
    let map = SourceMap(
      path: "a.md", edition: .site,
      entries: [(7, 9, "a", 0), (40, 70000, "a", 1), (3, 5, "b", 0), (.max, .max, "a", -1)].map {
        .init(range: SourceRange(start: $0.0, end: $0.1), page: $0.2, position: $0.3)
      })
    let bytes = SourceMapArchive.encode([
      .init(
        path: "a.md", fingerprint: .max, anchors: [.init(id: "锚", range: .fileStart, block: -1)],
        maps: [.site: ArticleSourceMap.encoded(map)])
    ])
    let checksum = ByteReader.storedChecksum(bytes[...])
    let read = try #require(SourceMapArchive(bytes, checksum: checksum)?["a.md"])
    #expect(read.maps == [map] && read.fingerprint == .max && read.anchors.map(\.block) == [-1])
    #expect(SourceMapArchive(bytes, checksum: checksum &+ 1) == nil)
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 1
      #expect(SourceMapArchive(damaged, checksum: checksum) == nil)
    }
    for count in 0..<bytes.count { #expect(SourceMapArchive(Array(bytes.prefix(count)), checksum: checksum) == nil) }
  }

  @Test func badRecordsFailAndDoNotCrash() {
    var generator = Randomness(seed: 5)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...48, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      var reader = ByteReader(bytes)
      _ = try? ArticleSourceMap.decoded(&reader, path: "a", edition: .site)
    }
  }
}
