import Diagnostics
import Foundation
import Manuscript
import TestSupport
import Testing

@testable import Reader

/// Garbage of any size is read in linear time on a small stack.
@Suite struct HTMLLimitTests {
  private static let patterns = [
    "<div>", "</div>", "<b>", "<p>", "<li>", "<td>", "<table>", "<table><tr><td>", "<a ", "<a b=\"", "<a b='\"", "<!--",
    "<!", "<?", "&", "&a", "<", "</", "<x-y>", "<ul><li>", "<svg>", "<script>", "<details><summary>", "<dl><dd>",
    "<rt>",
    "<ruby>", "<div></b>", "<a href=x>", "<p><b>", "<span></div>", "<h1>", "<option>", "<x-y><ip>", "<form>a",
    "<![CDATA[",
    "<td><tr>", "<table><td>", "<b><table></b>", "<center><p>", "<pre>", "<code>", "<br>", "<img src=a>", "<textarea>",
    "<picture>", "<object>", "<math>", "<video>", "<font></p>", "<a =", "<a \" ",
  ]

  private static func seconds(_ pattern: String, _ count: Int) -> Double {
    let html = String(repeating: pattern, count: count)
    return processorSeconds { _ = assemble(html) }
  }

  @Test(arguments: patterns)
  func timeIsLinear(pattern: String) {
    _ = Self.seconds(pattern, 100)
    let small = Self.seconds(pattern, 600)
    let large = Self.seconds(pattern, 6000)
    // Ten times the input: thirty times the time leaves room for a busy machine; quadratic would be a hundred.
    #expect(large < small * 30 + 0.25, "\(pattern): \(small) s, then \(large) s")
  }

  @Test(arguments: patterns)
  func aSmallStackIsEnough(pattern: String) async {
    let html = String(repeating: pattern, count: 200)
    let isRead = await withCheckedContinuation { continuation in
      let thread = Thread {
        let (blocks, _) = assemble(html)
        continuation.resume(returning: TreeDump.print(blocks).count >= 0)
      }
      thread.stackSize = 1024 * 1024
      thread.start()
    }
    #expect(isRead)
  }

  @Test func depthIsReportedOnceAndWordsStay() {
    let html = String(repeating: "<div>", count: 500) + "deep" + String(repeating: "</div>", count: 500)
    let (blocks, diagnostics) = assemble(html)
    #expect(PlainText.text(of: blocks).string == "deep")
    #expect(diagnostics.map(\.code) == [.nestingTooDeep])
  }

  @Test func levelsOfNestedColumnsAddUp() {
    var source = ""
    for level in 0..<20 {
      let indent = String(repeating: "> ", count: level)
      source += indent + String(repeating: "<div>", count: 20) + "\n" + indent + "\n"
    }
    source += String(repeating: "> ", count: 20) + "words\n"
    let (article, diagnostics) = readArticle(source)
    #expect(PlainText.text(of: article.body).string == "words")
    #expect(diagnostics.contains { $0.code == .nestingTooDeep })
    var deepest = 0
    func visit(_ blocks: [Block], _ depth: Int) {
      deepest = max(deepest, depth)
      for block in blocks { block.forEachChild(blocks: { visit($0, depth + 1) }, inlines: { _ in }) }
    }
    visit(article.body, 0)
    #expect(deepest <= HTMLNesting.depthLimit + 30)
  }
}
