import Diagnostics
import Manuscript
import TestSupport
import Testing

@testable import MiniProgramEdition

/// Whatever an article is made of, and however deep, its words are on its pages.
@Suite struct WordsTests {
  private func missing(_ article: Article, _ rendered: RenderedArticle) throws -> [String] {
    var shown = ""
    for page in rendered.pages { shown += try VisibleWords.ofWXML(page.wxml) + "\n" }
    return VisibleWords(article).missing(from: shown)
  }

  @Test(arguments: 0..<60)
  func `Random trees keep their words`(seed: Int) throws {
    var tree = RandomTree(seed: UInt64(7000 + seed))
    let article = tree.article(blocks: 25, depth: 2 + seed % 14)
    let sample = try Sample(articles: [article])
    let missing = try missing(article, sample.rendered[0])
    #expect(missing.isEmpty, "\(missing.prefix(5))")
  }

  /// Cut, simplified and flattened pieces too.
  @Test(arguments: ["list", "table", "nested"])
  func `Words of what no page can hold stay`(kind: String) throws {
    let range = SourceRange(start: 0, end: 0)
    func words(_ text: String) -> Block { Block(.paragraph([Inline(.text(Text(text)), range: range)]), range: range) }
    let picture = Inline(.image(Image(reference: 1, alternative: "画")), range: range)
    let body: Block
    switch kind {
    case "list":
      let items = (0..<1200).map { List.Item(content: [words("项\($0)"), words("次\($0)")], range: range) }
      body = Block(
        .list(List(marker: .ordered(start: 1, numeral: .decimal), isTight: false, items: items)), range: range,
        attributes: Attributes([.init(name: "reversed", value: "")]))
    case "table":
      let row = (0..<80).map { column in
        Table.Cell(
          content: .blocks([
            words("格\(column)"), Block(.paragraph([picture]), range: range),
            Block(.code(CodeBlock(text: "let a\n\tb\n")), range: range),
          ]), columnSpan: 2)
      }
      body = Block(.table(Table(caption: [picture], head: [], body: [row, row])), range: range)
    default:
      body = (0..<60).reduce(words("最里面")) { inner, level in
        Block(
          .details(
            Details(
              summary: [Inline(.text(Text("层\(level)")), range: range)], isOpen: level % 2 == 0,
              content: [inner, words("旁\(level)")])),
          range: range)
      }
    }
    var tree = RandomTree(seed: 1)
    var article = tree.article(blocks: 0, depth: 0)
    article.body = [body]
    let sample = try Sample(articles: [article])
    let missing = try missing(article, sample.rendered[0])
    #expect(missing.isEmpty, "\(missing.prefix(5))")
    if kind == "list" {
      // The numbers go down through all pieces.
      var shown = ""
      for page in sample.rendered[0].pages { shown += try WXMLDocument(page.wxml).root.text }
      for index in [0, 1, 299, 300, 600, 899, 1199] { #expect(shown.contains("\(1200 - index).项\(index)次")) }
    }
  }
}
