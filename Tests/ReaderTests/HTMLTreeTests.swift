import Diagnostics
import Manuscript
import Testing

@testable import Reader

@Suite struct HTMLTreeTests {
  private static let pieces = [
    "<b>", "</b>", "<i>", "</i>", "<a id=\"x\">", "</a>", "<a href='/b?c=1&d=2'>", "<br>", "<br/>", "</br>", "<kbd>",
    "</kbd>", "<sub>", "</sub>", "<p align=center>", "</p>", "<p>", "<div>", "</div>", "<details><summary>",
    "</summary>",
    "</details>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<ruby>", "<rt>", "</ruby>", "<li>", "<ul>", "</ul>",
    "<x-own>", "</x-own>", "<own/>", "<img src=a.png alt=b>", "<hr>", "<script>", "</script>", "<pre>", "</pre>",
    "<textarea>", "</textarea>", "<!-- c -->", "<!--", "<3", "<", "</", ">", "words", " ", "\n", "\t", "中文，", "é", "🙏",
    "\u{7F}", "\u{85}", "\u{FFFD}", "\u{FEFF}", "\u{1FFFE}", "\"", "'", "=", "a\n\nb",
  ]
  /// What only the parser decodes.
  private static let special = ["&amp;", "&", "&#x41;", "\u{1}", "\r\n", "\u{FFFE}", "\u{FFFF}", "\u{B}"]

  @Test func `events alone make the tree that the parser makes of them`() {
    var generator = SeededGenerator(state: 41)
    let parser = HTMLParser()
    var direct = 0
    for round in 0..<4000 {
      let vocabulary = round % 4 == 0 ? Self.pieces + Self.special : Self.pieces
      let parts = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
        (
          text: vocabulary.randomElement(using: &generator) ?? "b",
          isMarkdown: Int.random(in: 0..<6, using: &generator) == 0
        )
      }
      let source = parts.map(\.text).joined()
      let file = SourceFile(path: "content/a.md", bytes: Array(source.utf8))
      let context = ReadingContext(file: file, options: ReadingOptions())
      var tokenizer = HTMLTokenizer(file: file)
      var start = 0
      for part in parts {
        let range = SourceRange(start..<start + part.text.utf8.count)
        start += part.text.utf8.count
        if part.isMarkdown {
          tokenizer.append(.inline(Inline(.text(Text(part.text)), range: range)))
        } else {
          tokenizer.append(Array(part.text.utf8), at: range)
        }
      }
      let nesting = HTMLNesting(tokenizer.finish(), context: context)
      if HTMLTree.needsParser(nesting) { continue }
      direct += 1
      let mine = HTMLTree(direct: nesting).nodes.map { "\($0)" }
      let parsed = HTMLTree(nesting, through: parser).nodes.map { "\($0)" }
      if mine != parsed {
        Issue.record("round \(round): \(source.debugDescription)\n\(mine)\n\(parsed)")
        return
      }
    }
    #expect(direct > 2500)
  }

  @Test(arguments: special)
  func `what must be decoded goes to the parser`(piece: String) {
    let file = SourceFile(path: "content/a.md", bytes: Array("<b>a\(piece)c</b>".utf8))
    let context = ReadingContext(file: file, options: ReadingOptions())
    var tokenizer = HTMLTokenizer(file: file)
    tokenizer.append(file.bytes, at: SourceRange(0..<file.bytes.count))
    #expect(HTMLTree.needsParser(HTMLNesting(tokenizer.finish(), context: context)))
  }
}
