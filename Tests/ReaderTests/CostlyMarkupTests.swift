import Diagnostics
import Manuscript
import Testing

@testable import Reader

@Suite struct CostlyMarkupTests {
  private func kind(_ text: String) -> CostlyMarkup.Kind? {
    Array(text.utf8).withUnsafeBufferPointer { CostlyMarkup.first(in: $0, from: 0) }?.kind
  }

  private func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  @Test func whatGrowsWithTheSquareIsFound() {
    #expect(kind(times(6000, "![[]()")) == .images)
    #expect(kind("字\n\n" + times(513, "|a") + "\n" + times(513, "|-")) == .columns)
    #expect(kind("> " + times(500, "|a") + "\r> " + times(500, "|-") + "\r" + times(1000, "> |b|\r")) == .cells)
    #expect(kind(times(1200, "|a|\n|-|-|\n")) == .heads)
    // A fence that is closed again hides nothing, nor does one that is none.
    #expect(kind("```\n```\n" + times(6000, "![[]()")) == .images)
    #expect(kind("``` `\n" + times(6000, "![[]()")) == .images)
    #expect(kind("    ```\n" + times(6000, "![[]()")) == .images)
  }

  @Test func whatPeopleWriteIsNot() {
    #expect(kind("") == nil && kind("a") == nil && kind("\n\n\n") == nil)
    // A large table that is full, a gallery, rules, and anything inside a fence.
    let row = times(40, "| 字段 ") + "|\n"
    #expect(kind(row + times(40, "|---") + "|\n" + times(20_000, row)) == nil)
    #expect(kind(times(3000, "![图](a.png)\n")) == nil)
    #expect(kind(times(2000, "- - - - - -\n")) == nil && kind(times(3000, "---\n")) == nil)
    #expect(kind("```js\n" + times(20_000, "(![]+[])[+[]]\n") + "```\n") == nil)
    #expect(kind("~~~\n" + times(900, "|a") + "\n" + times(900, "|-") + "\n~~~\n\n|a|\n|-|\n|b|\n") == nil)
  }

  @Test func theArticleIsNotReadAndTheLineIsShown() {
    let text = "---\ntitle: T\n---\n\n字\n\n" + times(6000, "![[]()") + "\n\n## 后\n"
    let (article, diagnostics) = MarkdownRobustnessTests.read(Array(text.utf8))
    #expect(diagnostics.map(\.code) == [.costlyMarkup] && diagnostics.map(\.severity) == [.error])
    #expect(article.body.isEmpty && article.facts.title == "T")
    #expect(diagnostics.first?.range?.bounds == 23..<23 + 36_000)
  }
}
