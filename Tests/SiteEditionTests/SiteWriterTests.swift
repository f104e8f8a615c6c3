import Diagnostics
import Foundation
import FoundationXML
import Manuscript
import Templating
import Testing

@testable import SiteEdition

@Suite struct SiteWriterTests {
  @Test func everyAddressOnTheSiteLeadsSomewhere() throws {
    let site = try SamplePress.blog().print()
    let base = "/%E5%8D%9A%E5%AE%A2"
    var checked = 0
    for path in site.paths where path.hasSuffix(".html") {
      let page = site[path]
      for match in page.matches(of: /(?:href|src|content)="([^"]*)"/) {
        let value = String(match.output.1).replacing("&amp;", with: "&")
        guard match.output.0.hasPrefix("href") || match.output.0.hasPrefix("src") else { continue }
        if value.hasPrefix("https://example.org/") || value.hasPrefix("https://example.com") { continue }
        let parts = value.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let file: String
        if parts[0].isEmpty {
          file = path
        } else {
          #expect(parts[0].hasPrefix(base + "/"), "\(path): \(value)")
          let decoded = try #require(
            parts[0].dropFirst(base.count).split(separator: "?").first.map(String.init)?.removingPercentEncoding)
          file = SiteAddresses.file(ofPath: decoded)
        }
        #expect(site.paths.contains(file), "\(path): \(value)")
        if parts.count == 2 {
          let id = try #require(parts[1].removingPercentEncoding)
          #expect(site[file].contains("id=\"\(id)\""), "\(path): \(value)")
        }
        checked += 1
      }
    }
    #expect(checked > 300)
  }

  @Test func nothingComesFromElsewhere() throws {
    let site = try SamplePress.blog().print()
    for path in site.paths where path.hasSuffix(".html") || path.hasSuffix(".css") {
      #expect(!site[path].contains(/src="(https?:)?\/\//), "\(path)")
      #expect(!site[path].contains(/<link rel="(stylesheet|icon|preload)" href="(https?:)?\/\//), "\(path)")
      #expect(!site[path].contains(/url\(|@import/), "\(path)")
    }
  }

  @Test func pagesAreWhereTheyShouldBe() throws {
    let site = try SamplePress.blog().print()
    for path in [
      "index.html", "page/2/index.html", "posts/post-1/index.html", "posts/post-6/index.html", "about/index.html",
      "docs/index.html", "docs/guide/甲/index.html", "categories/index.html", "tags/index.html",
      "tags/c-plus-plus/index.html", "archives/index.html", "404.html", "feed.xml", "sitemap.xml", "robots.txt",
      "old/三/index.html", "theme/style.css", "theme/script.js", "theme/icon.svg", "assets/img/图 1.jpg",
    ] {
      #expect(site.paths.contains(path), "\(path)")
    }
    #expect(!site.paths.contains("page/3/index.html"))
    // Pinned first, then newest; the hidden one nowhere.
    let titles = (site["index.html"] + site["page/2/index.html"]).matches(of: /<h2><a [^>]*>第 (\d)/).map(\.output.1)
    #expect(titles == ["2", "7", "5", "4", "3", "1"])
    #expect(!site["archives/index.html"].contains("第 6 篇"))
    #expect(site["tags/c-plus-plus/index.html"].matches(of: /<time/).count == 6)
    #expect(site["docs/guide/b/index.html"].contains("aria-current=\"page\">B</a>"))
  }

  @Test func redirectsNameTheirTarget() throws {
    let page = try SamplePress.blog().print()["old/三/index.html"]
    #expect(page.contains("content=\"0; url=/%E5%8D%9A%E5%AE%A2/posts/post-3/\""))
    #expect(page.contains("<link rel=\"canonical\" href=\"https://example.com/%E5%8D%9A%E5%AE%A2/posts/post-3/\">"))
    #expect(page.contains("noindex"))
  }

  @Test func articlesSpeakTheirLanguage() throws {
    let site = try SamplePress.blog().print()
    let english = site["posts/post-4/index.html"]
    #expect(english.contains("<html lang=\"en\">"))
    #expect(english.contains("12 April 2022"))
    #expect(english.contains("updated <time datetime=\"2023-01-02T00:00:00Z\">2 January 2023</time>"))
    #expect(english.contains("aria-label=\"Contents\""))
    let chinese = site["posts/post-5/index.html"]
    #expect(chinese.contains("<html lang=\"zh-CN\">"))
    #expect(chinese.contains("<time datetime=\"2022-05-12T09:08:07+08:00\">2022年5月12日</time>"))
    #expect(
      chinese.contains(
        "<img class=\"cover\" src=\"/%E5%8D%9A%E5%AE%A2/assets/img/%E5%9B%BE%201.jpg\" alt=\"\" width=\"1200\" height=\"800\""
      ))
    #expect(chinese.contains("https://example.com/edit/content/posts/2022-05-12-post-5.md?x=1"))
    #expect(chinese.contains("第 5 篇 &amp; &lt;more&gt;"))
  }

  @Test func aTitleInTheBodyIsPrintedOnce() throws {
    let page = try SamplePress.blog().print()["docs/guide/甲/index.html"]
    #expect(page.matches(of: /<h1/).count == 1)
    #expect(page.contains("<h1 id=\"甲-code\">甲 <code>code</code></h1>"))
  }

  @Test func saysWhereBlocksAre() throws {
    let site = try SamplePress.blog().print()
    let first = try #require(site.articles.first { $0.sourceMap.path.hasSuffix("post-1.md") })
    #expect(first.sourceMap.entries.count == 6)
    #expect(first.sourceMap.entries.map(\.position) == [0, 1, 2, 3, 4, 5])
    #expect(first.sourceMap.entries.allSatisfy { $0.page == "posts/post-1/index.html" })
  }

  @Test func feedAndSiteMapAreXML() throws {
    var press = SamplePress.blog()
    press.sources.append(("content/posts/odd.md", "---\ntitle: \"a\\u0008<&]]>\"\ndate: 2022-08-01\n---\n\u{FFFE}x"))
    let site = try press.print()
    let feed = try elements(site["feed.xml"])
    #expect(feed.filter { $0 == "entry" }.count == 7)
    #expect(feed.filter { $0 == "id" }.count == 8)
    #expect(feed.filter { $0 == "updated" }.count == 8)
    #expect(site["feed.xml"].contains("<updated>2023-01-02T00:00:00Z</updated>"))
    #expect(site["feed.xml"].contains("<id>https://example.com/%E5%8D%9A%E5%AE%A2/posts/post-1/</id>"))
    let map = try elements(site["sitemap.xml"])
    #expect(map.filter { $0 == "url" }.count == map.filter { $0 == "loc" }.count)
    #expect(!site["sitemap.xml"].contains("post-6"))
    #expect(site["robots.txt"].hasSuffix("\nSitemap: https://example.com/%E5%8D%9A%E5%AE%A2/sitemap.xml\n"))
  }

  @Test func aSiteWithoutAddressHasNoSiteMapButAFeed() throws {
    var press = SamplePress.blog()
    press.configuration.url = ""
    let site = try press.print()
    #expect(!site.paths.contains("sitemap.xml"))
    #expect(site["robots.txt"] == "User-agent: *\nAllow: /\n")
    #expect(try elements(site["feed.xml"]).contains("entry"))
    #expect(!site["index.html"].contains("canonical"))
  }

  @Test func smallScreensGetSmallPictures() throws {
    var press = SamplePress.blog()
    press.hasDerivedImages = true
    let site = try press.print()
    #expect(site.paths.filter { $0 == "theme/img/c0ffee-960.webp" }.count == 1)
    let base = "/%E5%8D%9A%E5%AE%A2"
    let set = [480, 960, 1200].map { "\(base)/theme/img/c0ffee-\($0).webp \($0)w" }.joined(separator: ", ")
    #expect(
      site["posts/post-1/index.html"].contains("srcset=\"\(set)\" sizes=\"(max-width: 46rem) 100vw, 40rem\" width"))
    #expect(
      site["posts/post-5/index.html"].contains(
        "class=\"cover\" src=\"\(base)/assets/img/%E5%9B%BE%201.jpg\" srcset=\"\(set)\""))
    press.hasDerivedImages = false
    let plain = try press.print()
    #expect(!plain["posts/post-1/index.html"].contains("srcset"))
  }

  @Test func anEmptyPublicationHasAHomePage() throws {
    let site = try SamplePress().print()
    #expect(site["index.html"].contains("这里还没有文章。"))
    #expect(try elements(site["feed.xml"]).contains("updated"))
  }

  @Test func printsTheSameEveryTime() throws {
    let (first, second) = (try SamplePress.blog().print(), try SamplePress.blog().print())
    #expect(first.paths == second.paths)
    #expect(first.files == second.files)
  }

  @Test func mistakesInTheThemeAreErrors() {
    var theme = ThemeFiles.embedded()
    let replaced = theme.override(
      "site/parts/line.mustache",
      with: .init(path: "assets/theme/site/parts/line.mustache", bytes: Array("{{titel}}".utf8)))
    #expect(replaced)
    let publication = Publication(configuration: Configuration())
    let (writer, diagnostics) = SiteWriter.make(publication: publication, theme: theme, derived: [:])
    #expect(writer == nil)
    #expect(diagnostics.map(\.code) == [.templateUnknownName])
    #expect(diagnostics.first?.path == "assets/theme/site/parts/line.mustache")

    var tokens = ThemeFiles.embedded()
    _ = tokens.override("tokens.txt", with: .init(path: "assets/theme/tokens.txt", bytes: Array("color x\n".utf8)))
    let (second, problems) = SiteWriter.make(publication: publication, theme: tokens, derived: [:])
    #expect(second == nil)
    #expect(problems.map(\.path) == ["assets/theme/tokens.txt"])
  }

  @Test func styleAndScriptAreSmall() throws {
    let site = try SamplePress().print()
    // Less as they are than the 40 KB that style sheets and scripts may weigh compressed; the browser's test compresses.
    #expect(site["theme/style.css"].utf8.count + site["theme/script.js"].utf8.count < 40 * 1024)
  }

  /// The names of all elements; throws when the text is no well-formed XML.
  private func elements(_ text: String) throws -> [String] {
    let collector = Collector()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = collector
    if !parser.parse(), let error = parser.parserError { throw error }
    return collector.names
  }
}

private final class Collector: NSObject, XMLParserDelegate {
  var names: [String] = []
  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    names.append(name)
  }
}
