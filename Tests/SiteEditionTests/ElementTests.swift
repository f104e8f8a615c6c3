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
    press.sources = [("content/posts/case.md", String(decoding: source, as: UTF8.self))]
    press.assets = files(named: press.read().1.first?.facts.references ?? [])
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

  /// Every picture and recording that an article names is there; what is called `missing` is not.
  private func files(named references: [Reference]) -> [Asset] {
    var assets = references.filter { $0.role == .diagram }.map {
      Asset(
        path: "drawn" + $0.target, sitePath: $0.target, kind: .svg, byteCount: 9,
        size: PixelSize(width: 640, height: 200), contentHash: "00")
    }
    for reference in references where [.image, .media, .poster, .cover].contains(reference.role) {
      let target = reference.target.removingPercentEncoding ?? reference.target
      guard !target.contains(":"), !target.hasPrefix("//"), !target.contains("missing") else { continue }
      let path = String(URL(filePath: "/content/posts/\(target)").standardizedFileURL.path.dropFirst())
      guard !assets.contains(where: { $0.path == path }) else { continue }
      assets.append(
        Asset(
          path: path, sitePath: path.hasPrefix("content/") ? String(path.dropFirst(7)) : "/" + path, kind: .png,
          byteCount: 9, size: reference.role == .media ? nil : PixelSize(width: 1200, height: 800), contentHash: "00"))
    }
    return assets
  }
}
