import Diagnostics
import Foundation
import Manuscript
import Testing

@testable import Reader

struct LiquidAddressTests {
  private func read(_ text: String) -> Article {
    ArticleReader(options: ReadingOptions()).read(
      SourceFile(path: "content/posts/2024-01-02-x.md", bytes: Array(text.utf8)), kind: .post
    ).0
  }

  @Test(arguments: [
    "[那篇]({% post_url 2022-12-12-hello %})", "[那篇]( {%- post_url 2022-12-12-hello -%} )",
    "[那篇][1]\n\n[1]: {% post_url 2022-12-12-hello %}", "[那篇]({%post_url 2022-12-12-hello%})",
  ])
  func aPostNamedByJekyllsTagIsALink(_ text: String) throws {
    let article = read(text)
    let reference = try #require(article.facts.references.first)
    #expect(reference.target.hasPrefix("{%") && reference.target.contains("+2022-12-12-hello"))
    #expect(reference.role == .link)
    #expect(PlainText.text(of: article.body) == "那篇" || text.contains("[1]"))
  }

  @Test func inCodeAndTextTheTagStaysAsItIsWritten() {
    let tag = "{% post_url 2022-12-12-hello %}"
    let article = read("`[a](\(tag))` and \\[b](\(tag))\n\n```md\n[c](\(tag))\n```\n\nplain \(tag)\n")
    let text = String(decoding: TreeDump.print(article), as: UTF8.self)
    #expect(!text.contains("{%+"))
    #expect(PlainText.text(of: article.body).string.components(separatedBy: tag).count - 1 == 4)
  }

  @Test func nothingIsHiddenInThePlainDialect() {
    let bytes = Array("[a]({% post_url x %})".utf8)
    var changed = bytes
    #expect(LiquidAddress.conceal(&changed, from: 0))
    #expect(LiquidAddress.reveal(changed) == bytes)
    #expect(changed.count == bytes.count)
    let article = ArticleReader(options: ReadingOptions(dialect: .plain)).read(
      SourceFile(path: "x.md", bytes: bytes), kind: .page
    ).0
    #expect(article.facts.references.isEmpty)
  }
}
