import Diagnostics
import Manuscript
import TestSupport
import Testing

@testable import MiniProgramEdition

/// The platform's limits and its rules of nesting, over whatever an author may write.
@Suite struct LimitTests {
  /// Everything wrong with the pages of one article.
  private func problems(_ article: RenderedArticle) throws -> [String] {
    var problems: [String] = []
    for page in article.pages {
      let root = try WXMLDocument(page.wxml).root
      let all = root.all.dropFirst()
      // What stands around an article (neighbours, sheet) needs at most 100 nodes and is less deep.
      if all.count > 900 { problems.append("\(all.count) nodes") }
      // The page element and the nameless root cancel out.
      if root.depth >= 30 { problems.append("depth \(root.depth)") }
      for element in all {
        if element.children.count > 60 { problems.append("\(element.children.count) children of \(element.name)") }
        if element.name == "text", element.elements.contains(where: { $0.name != "text" }) {
          problems.append("text holds \(element.elements.map(\.name))")
        }
        if element.name != "text", element.children.contains(where: { if case .text = $0 { true } else { false } }) {
          problems.append("words outside of text in \(element.name)")
        }
        if let id = element["id"], !id.utf8.allSatisfy({ $0 < 128 }) || id.first?.isNumber == true {
          problems.append("id \(id)")
        }
      }
    }
    return problems
  }

  @Test(arguments: 0..<40)
  func `Random trees stay within the limits`(seed: Int) throws {
    var tree = RandomTree(seed: UInt64(seed))
    let article = tree.article(blocks: 30, depth: 2 + seed % 12)
    let sample = try Sample(articles: [article])
    #expect(try problems(sample.rendered[0]) == [])
  }

  @Test func `A long article is cut at headings and nothing of it is lost`() throws {
    var text = "---\ntitle: 长文\ndate: 2024-01-01\n---\n"
    for chapter in 0..<120 {
      text += "\n## 第 \(chapter) 章\n\n"
      for paragraph in 0..<12 {
        text += "段落 \(chapter)-\(paragraph) **强调** 与 [链接](https://example.org/\(paragraph))，"
        text += String(repeating: "很长的文字。", count: 8) + "\n\n"
      }
      text += "```js\nconst chapter = \(chapter); // 注释\n```\n\n- 甲\n- 乙\n"
    }
    #expect(text.utf8.count > 300_000)
    let sample = try Sample(["posts/2024-01-01-long.md": text])
    let article = sample.rendered[0]
    #expect(article.pages.count > 5)
    #expect(try problems(article) == [])
    var words = ""
    for page in article.pages { words += try WXMLDocument(page.wxml).root.text }
    for chapter in 0..<120 {
      #expect(words.contains("第 \(chapter) 章"))
      for paragraph in 0..<12 { #expect(words.contains("段落 \(chapter)-\(paragraph) 强调")) }
    }
    // Every page but the first begins with a heading.
    for page in article.pages.dropFirst() {
      let body = try #require(try WXMLDocument(page.wxml).root.all.first { $0["class"] == "body" })
      let first = try #require(body.all.dropFirst().first { $0["class"] != nil })
      #expect(first["class"] == "h2")
    }
    // A script knows on which page an id is that is not on its own.
    let script = String(decoding: article.pages[0].script, as: UTF8.self)
    #expect(script.contains("\"parts\":\(article.pages.count)"))
    #expect(
      script.contains("\"\(String(decoding: AnchorName.id("第-119-章"), as: UTF8.self))\":\(article.pages.count - 1)"))
  }

  @Test(arguments: ["list", "quote", "paragraph", "table", "links", "nested"])
  func `One huge block is cut or simplified`(kind: String) throws {
    let range = SourceRange(start: 0, end: 0)
    func words(_ text: String) -> Block { Block(.paragraph([Inline(.text(Text(text)), range: range)]), range: range) }
    let link = Inline(.link(Link(reference: 0), [Inline(.text("甲"), range: range)]), range: range)
    let body: Block
    switch kind {
    case "list":
      let items = (0..<3000).map { List.Item(content: [words("项 \($0)")], range: range) }
      body = Block(
        .list(List(marker: .ordered(start: 1, numeral: .decimal), isTight: true, items: items)), range: range)
    case "quote": body = Block(.quote((0..<3000).map { words("段 \($0)") }), range: range)
    case "paragraph":
      body = Block(
        .paragraph((0..<3000).flatMap { [link, Inline(.text(Text("，\($0)")), range: range)] }), range: range)
    case "table":
      let rows = (0..<1500).map { row in
        [
          Table.Cell(content: .inlines([link])),
          Table.Cell(content: .inlines([Inline(.text(Text("格 \(row)")), range: range)])),
        ]
      }
      body = Block(.table(Table(head: [], body: rows)), range: range)
    case "links":
      body = Block(.paragraph([Inline(.strong((0..<3000).map { _ in link }), range: range)]), range: range)
    default:
      body = (0..<200).reduce(words("最里面")) { inner, _ in Block(.quote([inner, words("旁")]), range: range) }
    }
    var tree = RandomTree(seed: 1)
    var article = tree.article(blocks: 0, depth: 0)
    article.body = [body]
    let sample = try Sample(articles: [article])
    #expect(try problems(sample.rendered[0]) == [])
    var text = ""
    for page in sample.rendered[0].pages { text += try WXMLDocument(page.wxml).root.text }
    switch kind {
    case "list": for index in 0..<3000 { #expect(text.contains("\(index + 1).项 \(index)")) }
    case "quote": for index in 0..<3000 { #expect(text.contains("段 \(index)")) }
    case "paragraph": for index in 0..<3000 { #expect(text.contains("，\(index)")) }
    case "table": for index in 0..<1500 { #expect(text.contains("格 \(index)")) }
    case "links": #expect(text.count(where: { $0 == "甲" }) == 3000)
    default: #expect(text.contains("最里面"))
    }
  }
}
