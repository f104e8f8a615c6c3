import Manuscript
import Templating
import Testing

@testable import SiteEdition

/// What an author may put into the theme without replacing a template, and the tree beside the docs.
@Suite struct ThemeSlotTests {
  private func press(_ files: [String: String]) -> SamplePress {
    var press = SamplePress()
    for (name, text) in files {
      let isKnown = press.theme.override(name, with: .init(path: "assets/theme/\(name)", bytes: Array(text.utf8)))
      #expect(isKnown)
    }
    press.sources = [
      ("content/posts/2024-01-01-a.md", "---\ntitle: A\n---\n甲"),
      ("content/posts/2024-01-02-b.md", "---\ntitle: B\ncomments: false\n---\n乙"),
      ("content/about.md", "# C\n丙"),
    ]
    return press
  }

  @Test func slotsAreEmptyUntilTheyAreFilled() throws {
    let plain = try press([:]).print()
    let filled = try press([
      "site/slots/head.mustache": "<meta name=\"x\" content=\"{{title}}\">\n",
      "site/slots/body-end.mustache": "<script src=\"/x.js\"></script>\n",
      "site/slots/article-end.mustache": "<section>{{canonical}}talk</section>",
      "site/custom.css": ".mine{color:red}",
    ]).print()
    for path in plain.paths where path.hasSuffix(".html") {
      #expect(!plain[path].contains("x.js") && !plain[path].contains("talk"))
      #expect(filled[path].contains("<script src=\"/x.js\"></script>\n</body>"), "\(path)")
    }
    #expect(filled["posts/a/index.html"].contains("<meta name=\"x\" content=\"A\">\n</head>"))
    #expect(filled["posts/a/index.html"].contains("<section>talk</section>"))
    // Not where the author said no, and not on pages that are no posts.
    #expect(!filled["posts/b/index.html"].contains("talk"))
    #expect(!filled["about/index.html"].contains("talk"))
    #expect(filled["theme/style.css"].hasSuffix(".mine{color:red}"))
  }

  /// A page is the same whether its template could be linked or not.
  @Test func linkedTemplatesPrintWhatOthersDo() throws {
    func templates(_ press: SamplePress) throws -> PageTemplates {
      try #require(
        SiteWriter.make(publication: press.read().0, theme: press.theme, derived: [:]).0
      ).templates
    }
    var linked = press([:])
    // Indented, so that nothing that holds it can be linked; it prints nothing.
    var unlinked = press(["site/slots/head.mustache": "  {{>slots/article-end}}\n"])
    for path in ["content/docs/a.md", "content/docs/b/index.md", "content/docs/b/c.md"] {
      linked.sources.append((path, "# D\n\n## E\n\n## F\n\n丁"))
      unlinked.sources.append(linked.sources[linked.sources.count - 1])
    }
    #expect(try templates(linked).english.count == SiteShapes.pages.count)
    #expect(try templates(linked).chinese.count == SiteShapes.pages.count)
    // The redirection has no layout.
    #expect(try templates(unlinked).english.keys.sorted() == ["redirect"])
    let (expected, files) = (try unlinked.print(), try linked.print())
    #expect(files.paths == expected.paths)
    for path in files.paths { #expect(files[path] == expected[path], "\(path)") }
  }

  @Test func theFootNamesFilingsAndLicence() throws {
    var press = press([:])
    press.configuration.site.icpFiling = "京ICP备00000000号-1"
    press.configuration.site.policeFiling = "京公网安备 11010102000001号"
    press.configuration.site.license = "CC BY 4.0"
    let page = try press.print()["posts/a/index.html"]
    #expect(page.contains("<a href=\"https://beian.miit.gov.cn/\" rel=\"noopener\">京ICP备00000000号-1</a>"))
    #expect(page.contains("https://beian.mps.gov.cn/#/query/webSearch?code=11010102000001"))
    #expect(page.contains("本文采用 CC BY 4.0"))
  }

  /// A heading may be called anything.
  @Test func idsOfThePageAreNobodyElses() throws {
    var press = SamplePress()
    press.sources = [("content/posts/2024-01-01-a.md", "# Main\n## Menu\n## Top\n## Contents\n## Documents\n")]
    let page = try press.print()["posts/a/index.html"]
    let ids = page.matches(of: #/ id="([^"]*)"/#).map { $0.output.1 }
    #expect(Set(ids).count == ids.count && ids.contains("menu"))
  }

  @Test func aSmallTreeOfDocsIsPrintedWhole() throws {
    var press = SamplePress()
    press.sources = [("content/docs/index.md", "# 手册"), ("content/docs/x/a.md", "# 甲"), ("content/docs/y/b.md", "# 乙")]
    let page = try press.print()["docs/x/a/index.html"]
    #expect(page.contains("<a href=\"/docs/x/a/\" aria-current=\"page\">甲</a>"))
    #expect(page.contains("<a href=\"/docs/y/b/\">乙</a>"))
  }

  /// What a page weighs must not grow with the number of pages.
  @Test func aLargeTreeShowsWhatIsAroundThePage() throws {
    var press = SamplePress()
    press.sources = [
      ("content/docs/index.md", "# 手册"), ("content/docs/y/index.md", "# 别处"), ("content/docs/y/b.md", "# 乙"),
    ]
    for number in 100..<300 { press.sources.append(("content/docs/x/p\(number).md", "# 第 \(number)")) }
    let site = try press.print()
    let page = site["docs/x/p200/index.html"]
    let links = page.matches(of: /href="\/docs\/x\/p([0-9]+)\/"/).map { $0.output.1 }
    #expect(links.first == "184" && links.contains("216") && !links.contains("217"))
    #expect(page.contains("<a href=\"/docs/y/\">别处</a>") && !page.contains("/docs/y/b/"))
    #expect(page.utf8.count < 12 * 1024)
    // Of a folder without a page of its own, the first page.
    #expect(site["docs/y/b/index.html"].contains("<li class=\"branch\"><a href=\"/docs/x/p100/\">x</a></li>"))
  }
}
