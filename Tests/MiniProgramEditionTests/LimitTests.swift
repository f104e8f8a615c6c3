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
    // What the parts share knows on which page an id is, and stands in none of them.
    let script = String(decoding: article.pages[0].script, as: UTF8.self)
    #expect(script.contains("\"parts\":\(article.pages.count)") && !script.contains("outline"))
    let map = String(decoding: try #require(article.map).bytes, as: UTF8.self)
    #expect(map.contains("\"outline\":[[0,"))
    #expect(
      map.contains("\"\(String(decoding: AnchorName.id("第-119-章"), as: UTF8.self))\":\(article.pages.count - 1)"))
  }

  /// A page as it is delivered; files end in line feeds, which the reader of text refuses.
  private func delivered(_ sample: Sample, _ page: String) throws -> WXMLDocument.Element {
    try WXMLDocument(sample.bytes(page + ".wxml").filter { $0 != 10 }).root
  }

  /// Big articles as they are delivered: every page within the limits with all that stands around the text, and every id
  /// on the page that the other parts say.
  @Test(arguments: 0..<12)
  func `Random big articles are cut into parts that find each other`(seed: Int) throws {
    var tree = RandomTree(seed: UInt64(500 + seed))
    var article = tree.article(blocks: 150 + seed * 20, depth: 2 + seed % 3)
    for index in stride(from: 0, to: article.body.count, by: 5) {
      let words = [Inline(.text(Text("节 \(index)")), range: tree.range)]
      article.body[index] = Block(
        .heading(Heading(level: 2 + index % 3, id: "s\(index)", content: words)), range: tree.range)
    }
    let sample = try Sample(articles: [article]) { if seed % 3 == 0 { $0.miniProgram.nodesPerPage = 200 } }
    let rendered = sample.rendered[0]
    #expect(rendered.pages.count > 2)
    var pageOfID: [String: Set<Int>] = [:]
    for number in rendered.pages.indices {
      let path = "p001/" + PagePath.part(sample.publication.entries[0].miniProgramName, number)
      let root = try delivered(sample, path)
      let all = root.all.dropFirst()
      #expect(all.count < PlatformLimits.nodes && root.depth <= PlatformLimits.depth)
      #expect(all.allSatisfy { $0.children.count <= PlatformLimits.children })
      for element in all { if let id = element["id"] { pageOfID[id, default: []].insert(number) } }
    }
    for (id, part) in rendered.partOfAnchor {
      #expect(pageOfID[String(decoding: id, as: UTF8.self)]?.contains(part) == true)
    }
    for index in stride(from: 0, to: article.body.count, by: 5) {
      #expect(rendered.partOfAnchor[AnchorName.id("s\(index)")] != nil)
    }
  }

  @Test func `A link from another article leads to the part that has its place`() throws {
    var text = "---\ntitle: 长文\ndate: 2024-01-01\n---\n"
    for chapter in 0..<60 {
      text += "\n## 第 \(chapter) 章\n\n" + String(repeating: "段落 **强调** 与文字。\n\n", count: 12)
    }
    let sample = try Sample([
      "posts/2024-01-01-long.md": text,
      "posts/2024-01-02-b.md":
        "---\ndate: 2024-01-02\n---\n[一](2024-01-01-long.md#第-0-章) [末](2024-01-01-long.md#第-59-章) [头](2024-01-01-long.md)\n",
    ])
    let entry = try #require(sample.publication.entries.firstIndex { $0.miniProgramName == "long" })
    let parts = sample.rendered[entry].pages.count
    #expect(parts > 1)
    let page = try delivered(sample, "p001/b")
    let links = page.all.filter { $0["class"] == "a" }
    #expect(links.map { $0["data-p"] } == ["/p001/long", "/p001/long_\(parts)", "/p001/long"])
    #expect(links[1]["data-h"] == String(decoding: AnchorName.id("第-59-章"), as: UTF8.self))
    let last = try delivered(sample, "p001/long_\(parts)")
    #expect(last.all.contains { $0["id"] == links[1]["data-h"] })
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
