import Diagnostics
import Manuscript
import Testing

@testable import Reader

@Suite struct ArticleReaderTests {
  private func facts(_ source: String, path: String = "content/posts/2022-12-12-hello world.md") -> ArticleFacts {
    ArticleReader(options: ReadingOptions()).read(SourceFile(path: path, bytes: Array(source.utf8)), kind: .post).0
      .facts
  }

  @Test func `the fingerprint follows bytes, name, kind and options`() {
    let file = SourceFile(path: "a.md", bytes: Array("x".utf8))
    let reader = ArticleReader(options: ReadingOptions())
    let same = reader.fingerprint(file, .post)
    #expect(reader.read(file, kind: .post).0.facts.fingerprint == same)
    #expect(ArticleReader(options: ReadingOptions()).fingerprint(file, .post) == same)
    #expect(reader.fingerprint(SourceFile(path: "a.md", bytes: Array("y".utf8)), .post) != same)
    #expect(reader.fingerprint(SourceFile(path: "b.md", bytes: file.bytes), .post) != same)
    #expect(reader.fingerprint(file, .page) != same)
    #expect(ArticleReader(options: ReadingOptions(dialect: .plain)).fingerprint(file, .post) != same)
    #expect(ArticleReader(options: ReadingOptions(timeZone: .fixed(minutes: 0))).fingerprint(file, .post) != same)
  }

  @Test func `title and slug`() {
    #expect(facts("text").title == "hello world")
    #expect(facts("text").slug == "hello world")
    #expect(facts("## two\n\n# *一* `b`\n").title == "一 b")
    #expect(facts("---\ntitle: 前\nslug: s\n---\n# other\n").title == "前")
    #expect(facts("---\ntitle: 前\nslug: s\n---\n# other\n").slug == "s")
    #expect(facts("x", path: "content/docs/guide/index.md").slug == "guide")
    #expect(facts("x", path: "content/2022-12-12-.md").slug == "2022-12-12-")
  }

  @Test func `the summary is the first paragraph with words`() {
    #expect(facts("# 标题\n\n![图](a.png)\n\n\u{A0}\u{A0}第一段\n*第二行*\n\n后来\n").summary == "第一段第二行")
    #expect(facts("---\ndescription: 说明\n---\n第一段\n").summary == "说明")
    #expect(facts("# 只有标题\n").summary == "")
    let long = facts(String(repeating: "字", count: 200)).summary
    #expect(long.count == 160 && long.hasSuffix("字…"))
    let words = facts(String(repeating: "word ", count: 100)).summary
    #expect(words.count <= 160 && words.hasSuffix("word…"))
  }

  @Test func `the excerpt ends where the author says, else after the first paragraph`() {
    #expect(facts("# a\n\nb\n\nc\n").excerptBlocks == 2)
    #expect(facts("# a\n").excerptBlocks == 0)
    let marked = facts("# a\n\nb\n\nc\n\n<!--more-->\n\nd\n")
    #expect(marked.excerptBlocks == 3 && marked.hasExplicitExcerpt)
    #expect(facts("> <!--more-->\n\nb\n").hasExplicitExcerpt == false)
    #expect(facts("<!-- MORE -->\nb\n").excerptBlocks == 0)
  }

  @Test(arguments: [
    ("你好，世界。", 4), ("two words", 2), ("don't re-read it", 3), ("用Swift写3个", 5), ("かな カナ 한글", 6), ("`let a`", 2),
    ("a*b*c", 1), ("🙏🙏", 0), ("```\none two\n```", 2), ("[链接](https://example.com/not/counted)", 2),
    ("naïve Привет", 2),
  ])
  func `words are counted`(source: String, count: Int) {
    #expect(facts(source).wordCount == count)
  }

  @Test func `formulas, alerts and the like are left to the plain dialect's text`() {
    let source = "# a {#b}\n\n> [!NOTE]\n> c\n\n$$d$$\n\n[TOC]\n\ne\n: f\n"
    let reader = ArticleReader(options: ReadingOptions(dialect: .plain))
    let (article, diagnostics) = reader.read(SourceFile(path: "a.md", bytes: Array(source.utf8)), kind: .page)
    #expect(PlainText.text(of: article.body).string == "a {#b}\n[!NOTE] c\n$$d$$\n[TOC]\ne : f")
    #expect(article.facts.anchors.isEmpty && article.facts.outline.isEmpty && diagnostics.isEmpty)
  }
}
