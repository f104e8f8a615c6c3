import Diagnostics
import Highlighting
import Testing

@testable import Manuscript

@Suite struct TreeDumpTests {
  private func text(_ words: String) -> Inline { Inline(.text(Text(words)), range: SourceRange(0..<words.utf8.count)) }

  @Test func everythingOfAnArticleIsThere() {
    var matter = FrontMatter()
    matter.title = "标题"
    matter.date = ArticleDate(seconds: 1_670_847_299, offsetMinutes: 480)
    matter.tags = ["C++", "c"]
    matter.editions = [.site]
    matter.ranges = ["title": SourceRange(4..<17), "date": SourceRange(18..<30)]
    var facts = ArticleFacts(
      path: "content/posts/a.md", kind: .post, fingerprint: 1, frontMatter: matter, title: "标题", slug: "a")
    facts.references = [Reference(role: .link, target: "b.md#c", range: SourceRange(40..<46))]
    facts.outline = [.init(level: 2, id: "wechat", title: "介绍", range: SourceRange(31..<50), block: 0)]
    facts.anchors = [.init(id: "wechat", range: SourceRange(31..<50), block: 0)]
    let body = [
      Block(
        .heading(Heading(level: 2, id: "wechat", content: [text("\u{A0}介\"绍")])), range: SourceRange(31..<50),
        attributes: Attributes([.init(name: "class", value: "x y")])),
      Block(
        .paragraph([
          Inline(.link(Link(reference: 0, title: "t"), [text("b")]), range: SourceRange(51..<60)),
          Inline(
            .image(Image(reference: 0, alternative: "", width: .pixels(200), alignment: .center)), range: .fileStart),
        ]), range: SourceRange(51..<70)),
      Block(
        .code(CodeBlock(language: "js", info: "js", text: "a\n", tokens: [Token(.variable, count: 2)])),
        range: SourceRange(71..<80)),
    ]
    let note = Footnote(
      label: "1", content: [Block(.rule, range: .fileStart)], referenceCount: 2, range: SourceRange(90..<99))
    let dump = TreeDump.print(Article(facts: facts, body: body, footnotes: [note]))
    #expect(
      String(decoding: dump, as: UTF8.self) == """
        article "content/posts/a.md" kind=post words=0 excerpt=0
          title "标题"
          slug "a"
          front-matter
            title "标题"
            date "2022-12-12T20:14:59+08:00"
            tag "C++"
            tag "c"
            edition "site"
            range "date" @18-30
            range "title" @4-17
          outline
            h2 "介绍" id="wechat" block=0 @31-50
          anchors
            anchor "wechat" block=0 @31-50
        references
          0 link "b.md#c" @40-46
        body
          heading level=2 id="wechat" {class="x y"} @31-50
            text "\\u{A0}介\\"绍" @0-9
          paragraph @51-70
            link reference=0 title="t" @51-60
              text "b" @0-1
            image reference=0 alt="" width=200px align=center @0-0
          code language="js" info="js" "a\\n" tokens=variable:2 @71-80
        footnotes
          0 footnote label="1" marks=2 @90-99
            rule @0-0

        """)
  }

  @Test func walkSeesEveryNodeOnceParentsFirst() {
    let inner = Block(.paragraph([Inline(.emphasis([text("a")]), range: .fileStart)]), range: .fileStart)
    let blocks = [Block(.quote([inner]), range: .fileStart), Block(.rule, range: .fileStart)]
    var seen: [String] = []
    TreeWalk.visit(
      blocks, block: { seen.append("\($0.kind)".prefix { $0 != "(" }.description) },
      inline: { seen.append("\($0.kind)".prefix { $0 != "(" }.description) })
    #expect(seen == ["quote", "paragraph", "emphasis", "text", "rule"])
  }
}
