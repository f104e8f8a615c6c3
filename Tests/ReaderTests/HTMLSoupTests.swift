import Diagnostics
import Foundation
import Manuscript
import TestSupport
import Testing

@testable import Reader

/// Whatever is thrown at it, reading ends, stays shallow and keeps every visible letter.
@Suite struct HTMLSoupTests {
  private static let visible = [
    "a", "b", "i", "p", "div", "span", "center", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th", "tbody",
    "thead", "caption", "h1", "h3", "blockquote", "details", "summary", "figure", "figcaption", "ruby", "rt", "rb",
    "code", "pre", "kbd", "font", "x-own", "button", "form", "section", "select", "option", "abbr", "noscript", "svg",
  ]

  private static func soup(_ generator: inout SeededGenerator, words: inout [String]) -> String {
    var html = ""
    for index in 0..<Int.random(in: 1...60, using: &generator) {
      let name = visible.randomElement(using: &generator) ?? "b"
      switch Int.random(in: 0..<10, using: &generator) {
      case 0...3: html += "<\(name)>"
      case 4...5: html += "</\(name)>"
      case 6: html += "<\(name) id=x\(index) class='k' title=\"t\">"
      case 7:
        html +=
          ["<br>", "<hr/>", "<!-- hidden -->", "\n", "<img src=a.png>", "<\(name)/>"].randomElement(using: &generator)
          ?? ""
      default:
        let word = "w\(index)w"
        words.append(word)
        html += word
      }
    }
    return html
  }

  @Test func noWordIsLostAndNoneComesTwice() {
    var generator = SeededGenerator(state: 7)
    for round in 0..<800 {
      var words: [String] = []
      let html = Self.soup(&generator, words: &words)
      let text = PlainText.text(of: assemble(html).0).string
      for word in words {
        let count = text.components(separatedBy: word).count - 1
        if count != 1 {
          Issue.record("round \(round): \(word) comes \(count) times in \(text.debugDescription) of \(html)")
        }
      }
    }
  }

  @Test func markdownBetweenTheTagsIsKeptToo() {
    var generator = SeededGenerator(state: 11)
    for round in 0..<300 {
      var words: [String] = []
      var source = ""
      for part in 0..<4 {
        source += Self.soup(&generator, words: &words).replacingOccurrences(of: "\n", with: " ")
        source += "\n\nm\(round)p\(part)m *em\(part)me* m\n\n"
        words += ["m\(round)p\(part)m", "em\(part)me"]
      }
      // An indented line would be code, whose markup is shown: none is.
      let text = PlainText.text(of: readArticle(source).0.body).string
      for word in words where !text.contains(word) { Issue.record("\(word) is lost from \(source): \(text)") }
    }
  }

  @Test func everyTruncationIsRead() throws {
    for folder in Fixtures.folders("elements") {
      let source = try #require(Fixtures.bytes(folder.appending(path: "source.md")))
      for end in source.indices {
        let file = SourceFile(path: "content/a.md", bytes: Array(source[..<end]))
        let (article, diagnostics) = ArticleReader(options: ReadingOptions()).read(file, kind: .page)
        TreeWalk.visit(
          article.body, block: { #expect(Int($0.range.end) <= end) }, inline: { #expect(Int($0.range.end) <= end) })
        for diagnostic in diagnostics { #expect(Int(diagnostic.range?.end ?? 0) <= end) }
      }
    }
  }

  @Test func randomBytesAreRead() {
    var generator = SeededGenerator(state: 3)
    let alphabet = Array("<>/=\"' \n!-?[]&;ab<p<!--</table><td a=\u{0}é中".utf8)
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0..<120, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? 0
      }
      let file = SourceFile(path: "a.md", bytes: bytes)
      let context = ReadingContext(file: file, options: ReadingOptions())
      let blocks = HTMLAssembler(context: context).blocks([.html(bytes, SourceRange(0..<bytes.count))])
      #expect(TreeDump.print(blocks).count >= 0)
    }
  }
}
