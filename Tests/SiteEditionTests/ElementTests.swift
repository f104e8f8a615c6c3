import Diagnostics
import Foundation
import Manuscript
import Reader
import TestSupport
import Testing

@testable import SiteEdition

/// Every case of the model: `Tests/Fixtures/elements/<case>/source.md` and the body the site prints of it.
@Suite struct ElementTests {
  static let cases = Fixtures.folders("elements").map(\.lastPathComponent)

  @Test(arguments: cases) func prints(_ name: String) throws {
    let folder = Fixtures.root.appending(path: "Tests/Fixtures/elements/\(name)")
    let source = try #require(Fixtures.bytes(folder.appending(path: "source.md")), "\(name) has no source.md")
    var press = SamplePress()
    press.assets = ["photo.jpg", "图.png", "clip.mp4", "sound.mp3"].map { file in
      Asset(
        path: "content/posts/\(file)", sitePath: "/posts/\(file)", kind: file.hasSuffix("jpg") ? .jpeg : .png,
        byteCount: 9, size: file.hasSuffix("g") ? PixelSize(width: 1200, height: 800) : nil, contentHash: "00")
    }
    press.sources = [("content/posts/case.md", String(decoding: source, as: UTF8.self))]
    let (publication, articles) = press.read()
    let article = try #require(articles.first)
    let links = ArticleLinks(
      references: article.facts.references, destinations: publication.entries[0].destinations,
      site: SiteAddresses(publication))
    var writer = ArticleBodyWriter(
      article, profile: .offprint, links: links, words: SiteWords(.simplifiedChinese), showsLineNumbers: false)
    let problem = Fixtures.mismatch(writer.write(from: 0).html, expected: folder.appending(path: "site.html"))
    #expect(problem == nil, "\(problem ?? "")")
  }
}
