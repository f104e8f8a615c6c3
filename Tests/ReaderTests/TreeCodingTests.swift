import Diagnostics
import Foundation
import Manuscript
import TestSupport
import Testing

@testable import Reader

/// The compact form of a tree gives the same tree back.
@Suite struct TreeCodingTests {
  private func expectSame(_ bytes: [UInt8], _ name: String) {
    let file = SourceFile(path: "content/posts/a.md", bytes: bytes)
    let (article, _) = ArticleReader(options: ReadingOptions()).read(file, kind: .post)
    var coded: [UInt8] = []
    TreeCoding.encode(article, into: &coded)
    let decoded = coded.withUnsafeBytes { TreeCoding.decode($0, facts: article.facts) }
    #expect(decoded?.body == article.body, "\(name)")
    #expect(decoded?.footnotes == article.footnotes, "\(name)")
  }

  @Test(arguments: Fixtures.folders("elements"))
  func elements(folder: URL) throws {
    expectSame(try #require(Fixtures.bytes(folder.appending(path: "source.md"))), folder.lastPathComponent)
  }

  @Test func exampleContent() throws {
    let content = Fixtures.root.appending(path: "content")
    let files = try #require(FileManager.default.enumerator(at: content, includingPropertiesForKeys: nil))
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "md" }
    #expect(files.count > 50)
    for file in files { expectSame(try #require(Fixtures.bytes(file)), file.lastPathComponent) }
  }

  @Test func documentsOfChance() {
    var random = RandomDocuments(seed: 11)
    for number in 0..<400 { expectSame(random.document(tokens: 120), "document \(number)") }
  }

  /// Damaged bytes give nil or some tree, and never a crash.
  @Test func damage() throws {
    var random = RandomDocuments(seed: 12)
    for _ in 0..<40 {
      let file = SourceFile(path: "content/posts/a.md", bytes: random.document(tokens: 80))
      let (article, _) = ArticleReader(options: ReadingOptions()).read(file, kind: .post)
      var coded: [UInt8] = []
      TreeCoding.encode(article, into: &coded)
      for length in stride(from: 0, to: coded.count, by: 7) {
        #expect(coded[..<length].withUnsafeBytes { TreeCoding.decode($0, facts: article.facts) } == nil)
      }
      for _ in 0..<200 {
        var damaged = coded
        damaged[Int(random.next() % UInt64(coded.count))] = UInt8(truncatingIfNeeded: random.next())
        _ = damaged.withUnsafeBytes { TreeCoding.decode($0, facts: article.facts) }
      }
    }
  }
}
