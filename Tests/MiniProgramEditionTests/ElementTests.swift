import Diagnostics
import Foundation
import Manuscript
import Reader
import TestSupport
import Testing

@testable import MiniProgramEdition

/// Every folder of `Tests/Fixtures/elements` is a case: `source.md` must print as `page.wxml`.
@Suite struct ElementTests {
  @Test(arguments: Fixtures.folders("elements"))
  func `A page prints as expected`(folder: URL) throws {
    let source = try #require(Fixtures.bytes(folder.appending(path: "source.md")))
    let file = SourceFile(path: "content/\(folder.lastPathComponent).md", bytes: source)
    let article = ArticleReader(options: ReadingOptions()).read(file, kind: .page).0
    let sample = try Sample(articles: [article], assets: Self.assets(of: article))
    let wxml = sample.rendered[0].pages[0].wxml
    _ = try WXMLDocument(wxml)
    let mismatch = Fixtures.mismatch(Self.lines(wxml), expected: folder.appending(path: "page.wxml"))
    #expect(mismatch == nil, "\(mismatch ?? "")")
  }

  @Test func `There are cases`() { #expect(Fixtures.folders("elements").count >= 15) }

  /// Local files that an article points at, as if they were there.
  private static func assets(of article: Article) -> [Asset] {
    var seen: Set<String> = []
    return article.facts.references.compactMap { reference -> Asset? in
      let name = reference.target
      guard !name.contains(":"), !name.contains("#"), let dot = name.lastIndex(of: "."), seen.insert(name).inserted
      else {
        return nil
      }
      let kind: Asset.Kind
      switch name[dot...] {
      case ".png": kind = .png
      case ".jpg", ".jpeg": kind = .jpeg
      case ".svg": kind = .svg
      case ".gif": kind = .gif
      case ".mp3", ".ogg", ".wav": kind = .audio
      case ".mp4": kind = .video
      default: return nil
      }
      let path =
        reference.role == .diagram ? "drawn" + name : name.hasPrefix("/") ? String(name.dropFirst()) : "content/" + name
      return Asset(
        path: path, sitePath: reference.role == .diagram ? name : "/" + path, kind: kind, byteCount: 1000,
        size: kind.isImage ? PixelSize(width: 400, height: 300) : nil,
        contentHash: String(ContentHash.hash(name), radix: 16))
    }
  }

  /// A line for each block, so that a difference can be read.
  private static func lines(_ wxml: [UInt8]) -> [UInt8] {
    var text = String(decoding: wxml, as: UTF8.self)
    for tag in ["<view", "<scroll-view", "<text class=\"p\"", "<text class=\"pt\"", "<rich-text", "<image"] {
      text = text.replacingOccurrences(of: "><" + tag.dropFirst(), with: ">\n" + tag)
    }
    return Array((text + "\n").utf8)
  }
}
