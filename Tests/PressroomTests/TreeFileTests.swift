import Diagnostics
import Manuscript
import Testing

@testable import Pressroom

/// Trees go to their file a batch at a time and come back one by one.
struct TreeFileTests {
  private func article(_ index: Int, bytes: Int) -> Article {
    let text = Text(bytes: Array(repeating: UInt8(0x61 + index % 26), count: bytes))
    let facts = ArticleFacts(
      path: "content/posts/\(index).md", kind: .post, fingerprint: 0, frontMatter: FrontMatter(), title: "\(index)",
      slug: "\(index)")
    let line = Inline(.text(text), range: SourceRange(0..<bytes))
    return Article(facts: facts, body: [Block(.paragraph([line]), range: line.range)], footnotes: [])
  }

  @Test func everyTreeComesBackFromItsPlace() throws {
    let file = try #require(TreeFile())
    var batch = TreeFile.Batch()
    var scratch: [UInt8] = []
    // Some that fill a batch together, one that is larger than a batch.
    let sizes = Array(repeating: 9_000, count: 40) + [400_000, 0, 1, 250_000, 9_000]
    let articles = sizes.enumerated().map { article($0.offset, bytes: $0.element) }
    var places: [TreeFile.Place] = []
    for (index, article) in articles.enumerated() {
      places.append(file.append(article, to: &batch))
      if index % 17 == 0 { file.write(&batch) }
    }
    // What is not written yet is no tree; it is never another one.
    #expect(file.tree(at: places[articles.count - 1], facts: articles[0].facts, scratch: &scratch) == nil)
    file.write(&batch)
    for (article, place) in zip(articles, places).reversed() {
      let tree = try #require(file.tree(at: place, facts: article.facts, scratch: &scratch))
      #expect(tree.body == article.body)
    }
  }
}
