import Diagnostics
import Highlighting
import Manuscript
import Testing

@testable import SiteEdition

@Suite struct ArticleBodyTests {
  @Test func headingsHaveAnchors() {
    #expect(
      offprint([block(.heading(Heading(level: 2, id: "前言 a", content: [words("前言")])), ["id": "other", "class": "c"])])
        == "<h2 id=\"前言 a\" class=\"c\">前言 <a class=\"anchor\" href=\"#%E5%89%8D%E8%A8%80%20a\" aria-label=\"Link to this section\">#</a></h2>\n"
    )
  }

  @Test func linksLeadWhereTheyWereBound() {
    var configuration = Configuration()
    configuration.basePath = "/博客"
    let facts = article([]).facts
    let entry = Publication.Entry(facts: facts, sitePath: "/posts/中文?#%/", miniProgramName: "a")
    let picture = Asset(
      path: "assets/a b.jpg", sitePath: "/assets/a b.jpg", kind: .jpeg, byteCount: 1,
      size: PixelSize(width: 600, height: 400), contentHash: "0")
    let publication = Publication(configuration: configuration, entries: [entry], assets: [picture])
    let base = "/%E5%8D%9A%E5%AE%A2"
    func link(_ destination: Destination) -> String {
      offprint(
        [block(.paragraph([inline(.link(Link(reference: 0), [words("x")]))]))], destinations: [destination],
        publication: publication)
    }
    #expect(link(.anchor("a&b")) == "<p><a href=\"#a&amp;b\">x</a></p>\n")
    #expect(
      link(.article(0, anchor: "节"))
        == "<p><a href=\"\(base)/posts/%E4%B8%AD%E6%96%87%3F%23%25/#%E8%8A%82\">x</a></p>\n")
    #expect(link(.asset(0, suffix: "?v=1#中")) == "<p><a href=\"\(base)/assets/a%20b.jpg?v=1#%E4%B8%AD\">x</a></p>\n")
    #expect(link(.listing("/tags/")) == "<p><a href=\"\(base)/tags/\">x</a></p>\n")
    #expect(
      link(.external("https://例.cn/?a=1&b=2"))
        == "<p><a href=\"https://%E4%BE%8B.cn/?a=1&amp;b=2\" rel=\"noopener\">x</a></p>\n")
    #expect(link(.external("mailto:a@b.cn")) == "<p><a href=\"mailto:a@b.cn\">x</a></p>\n")
    #expect(link(.broken("no\"where.md")) == "<p><span class=\"broken\" title=\"no&quot;where.md\">x</span></p>\n")
    func image(_ image: Image) -> String {
      offprint(
        [block(.paragraph([inline(.image(image))]))], destinations: [.asset(0, suffix: "")], publication: publication)
    }
    func expected(_ size: String) -> String {
      "<p><img src=\"\(base)/assets/a%20b.jpg\" alt=\"\"\(size) loading=\"lazy\" decoding=\"async\"></p>\n"
    }
    #expect(image(Image(reference: 0, alternative: "")) == expected(" width=\"600\" height=\"400\""))
    #expect(
      image(Image(reference: 0, alternative: "", width: .pixels(300))) == expected(" width=\"300\" height=\"200\""))
    #expect(
      image(Image(reference: 0, alternative: "", width: .percent(50), alignment: .center))
        == expected(" width=\"600\" height=\"400\" style=\"width:50%\" class=\"align-center\""))
  }

  @Test func linesOfCodeStandAlone() {
    let code = CodeBlock(
      language: "x", text: "/*a\nb*/ c\n\nd\n",
      tokens: [
        Token(.comment, count: 7), Token(.plain, count: 4), Token(.keyword, count: 1), Token(.plain, count: 1),
      ], title: "a<b.x", showsLineNumbers: true, highlightedLines: [2, 4])
    #expect(
      offprint([block(.code(code))]) == """
        <figure class="code">
        <figcaption><span class="file">a&lt;b.x</span><span class="language">x</span></figcaption>
        <pre tabindex="0" class="numbered"><code class="language-x"><span class="line"><span class="comment">/*a
        </span></span><span class="line marked"><span class="comment">b*/</span> c
        </span><span class="line">
        </span><span class="line marked"><span class="keyword">d</span>
        </span></code></pre>
        </figure>

        """)
  }

  @Test func namesThatAuthorsWroteCannotBreakOut() {
    let result = offprint([
      block(
        .paragraph([inline(.span(name: "b><script", [words("x")]), ["on click": "1", "a\"b": "2", "lang": "\"<"])])),
      block(.division(name: "p onload", alignment: .right, [paragraph("y")]), ["class": "k"]),
    ])
    #expect(
      result == """
        <p><span lang="&quot;&lt;">x</span></p>
        <div class="align-right k">
        <p>y</p>
        </div>

        """)
  }

  @Test func positionsCountElements() {
    let comment = block(.html(RawHTML(pieces: [.source("<!-- x -->")], elements: [], fallback: [])))
    let raw = block(.html(RawHTML(pieces: [.source("<x></x><y></y>")], elements: ["x", "y"], fallback: [])))
    let sample = article([paragraph("a"), comment, block(.contents), raw, paragraph("b")])
    var writer = ArticleBodyWriter(
      sample, profile: .offprint, links: ArticleLinks(references: []), words: SiteWords(.english),
      showsLineNumbers: false)
    let result = writer.write(from: 0)
    #expect(result.positions.map(\.position) == [0, 1, 1, 1, 2])
    #expect(
      String(decoding: result.html, as: UTF8.self)
        == "<p>a</p>\n<!-- x -->\n<div class=\"raw\">\n<x></x><y></y>\n</div>\n<p>b</p>\n")
  }

  @Test func reportsWhatBecameOfMathematics() {
    let sample = article([
      block(.math(Formula("x<\\y"))), block(.paragraph([inline(.math(Formula("\\z"))), inline(.math(Formula("z")))])),
    ])
    var writer = ArticleBodyWriter(
      sample, profile: .offprint, links: ArticleLinks(references: []), words: SiteWords(.english),
      showsLineNumbers: false)
    let result = writer.write(from: 0)
    #expect(
      String(decoding: result.html, as: UTF8.self) == """
        <div class="math"><code class="math">x&lt;\\y</code></div>
        <p><code class="math">\\z</code><math alttext="z"><semantics><mrow><mi>z</mi></mrow><annotation encoding="application/x-tex">z</annotation></semantics></math></p>

        """)
    #expect(result.adaptations.map(\.construct) == ["math", "math"])
    #expect(result.adaptations.map(\.outcome) == [.adapted, .adapted])
    #expect(result.adaptations.allSatisfy { $0.edition == .site && $0.replacement == "source" })
  }

  @Test func contentsNestByLevel() {
    let levels = [3, 2, 4, 3, 1]
    let result = offprint([block(.contents)]) { article in
      article.facts.outline = levels.enumerated().map {
        .init(level: $0.element, id: "h\($0.offset)", title: "\($0.offset)", range: nowhere, block: 0)
      }
    }
    let expected = """
      <nav class="contents" aria-label="Contents"><ol><li>0</li><li>1<ol><li>2</li><li>3</li></ol></li><li>4</li></ol></nav>
      """
    let stripped = result.replacing(/<a href="#h\d">|<\/a>|\n/, with: "")
    #expect(stripped == expected)
  }
}
