import Diagnostics
import Foundation
import Manuscript
import Testing

@testable import SiteEdition

@Suite struct MetadataTests {
  private func press() -> SamplePress {
    var press = SamplePress.blog()
    press.sources += [
      (
        "content/posts/2023-01-01-hello.md",
        "---\ntitle: \"你好 </script><!--\"\nseries: 问候\ntags: [a]\n---\n\n<p>one</p>\n\n第一段。\n\n第二段。\n\n<!--more-->\n\n其余。"
      ),
      ("content/posts/2023-01-01-hello.en.md", "---\ntitle: Hello\nauthor: Ann\n---\n\nFirst."),
      ("content/posts/2023-01-02-again.md", "---\ntitle: 再见\nseries: 问候\n---\n\n文字。"),
    ]
    return press
  }

  /// The structured data of a page.
  private func data(_ page: String) throws -> [[String: Any]] {
    let match = try #require(page.firstMatch(of: /<script type="application\/ld\+json">(.*?)<\/script>/))
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(match.output.1.utf8)) as? [String: Any])
    #expect(object["@context"] as? String == "https://schema.org")
    return object["@graph"] as? [[String: Any]] ?? [object]
  }

  @Test func structuredDataSaysWhatItMust() throws {
    let site = try press().print()
    let post = try #require(try data(site["posts/post-4/index.html"]).first)
    #expect(post["@type"] as? String == "BlogPosting")
    #expect(post["headline"] as? String == "第 4 篇 & <more>")
    #expect(post["datePublished"] as? String == "2022-04-12T09:08:07+08:00")
    #expect(post["dateModified"] as? String == "2023-01-02T00:00:00Z")
    #expect(post["inLanguage"] as? String == "en")
    #expect((post["author"] as? [[String: Any]])?.first?["name"] as? String == "<作者>")
    #expect((post["publisher"] as? [String: Any])?["name"] as? String == "<作者>")
    #expect(post["url"] as? String == "https://example.com/%E5%8D%9A%E5%AE%A2/posts/post-4/")
    let breadcrumb = try #require(try data(site["posts/post-4/index.html"]).last)
    #expect((breadcrumb["itemListElement"] as? [Any])?.count == 3)
    #expect(try data(site["index.html"]).first?["@type"] as? String == "WebSite")
    #expect(try data(site["docs/index.html"]).first?["@type"] as? String == "TechArticle")
    #expect(try data(site["about/index.html"]).first?["@type"] as? String == "WebPage")
  }

  @Test func aTitleCannotLeaveItsScript() throws {
    let page = try press().print()["posts/hello/index.html"]
    #expect(page.matches(of: /<\/script>/).count == page.matches(of: /<script/).count)
    #expect(try data(page).first?["headline"] as? String == "你好 </script><!--")
  }

  @Test func translationsNameEachOther() throws {
    let site = try press().print()
    for path in ["posts/hello/index.html", "en/posts/hello/index.html"] {
      let page = site[path]
      let base = "https://example.com/%E5%8D%9A%E5%AE%A2"
      #expect(page.contains("<link rel=\"alternate\" hreflang=\"en\" href=\"\(base)/en/posts/hello/\">"))
      #expect(page.contains("<link rel=\"alternate\" hreflang=\"zh-CN\" href=\"\(base)/posts/hello/\">"))
      #expect(page.contains("<link rel=\"alternate\" hreflang=\"x-default\" href=\"\(base)/posts/hello/\">"))
    }
    #expect(site["posts/hello/index.html"].contains("hreflang=\"en\" lang=\"en\" rel=\"alternate\">English</a>"))
    #expect(site["en/posts/hello/index.html"].contains(">简体中文</a>"))
    #expect(!site["posts/post-1/index.html"].contains("hreflang"))
  }

  @Test func openGraphNamesTheCover() throws {
    let site = try press().print()
    let page = site["posts/post-5/index.html"]
    let cover = "https://example.com/%E5%8D%9A%E5%AE%A2/assets/img/%E5%9B%BE%201.jpg"
    #expect(page.contains("<meta property=\"og:image\" content=\"\(cover)\">"))
    #expect(page.contains("<meta property=\"og:image:width\" content=\"1200\">"))
    // 3:2 is wide enough for a large card.
    #expect(page.contains("<meta name=\"twitter:card\" content=\"summary_large_image\">"))
    #expect(page.contains("<meta property=\"article:published_time\" content=\"2022-05-12T09:08:07+08:00\">"))
    #expect(!site["posts/post-1/index.html"].contains("og:image"))
    #expect(site["index.html"].contains("<meta property=\"og:type\" content=\"website\">"))
  }

  @Test func aSeriesLeadsThroughItsParts() throws {
    let site = try press().print()
    let first = site["posts/hello/index.html"]
    #expect(first.contains("第 1 篇，共 2 篇"))
    #expect(first.contains("/posts/again/\">下一篇 · 再见</a>"))
    #expect(site.paths.contains("series/index.html") && site.paths.contains("series/问候/index.html"))
    #expect(site.paths.contains("authors/ann/index.html"))
    #expect(site["en/posts/hello/index.html"].contains("/authors/ann/\""))
  }

  @Test func whatStandsAboveTheMarkIsTheExcerpt() throws {
    var press = press()
    press.configuration.pageSize = 100
    let home = try press.print()["index.html"]
    #expect(home.contains("第一段。\n第二段。"))
    #expect(!home.contains("其余"))
  }

  /// Beyond the limit in the source, or in HTML alone.
  @Test func anArticleLikeABookIsASummaryInFeeds() throws {
    for text in [String(repeating: "书。\n\n", count: 40_000), String(repeating: "&\n\n", count: 80_000)] {
      var press = SamplePress()
      press.configuration.url = "https://example.com"
      press.sources = [
        ("content/posts/2024-01-01-book.md", "---\ntitle: 书\n---\n\n首段。\n\n" + text),
        ("content/posts/2024-01-02-leaf.md", "---\ntitle: 页\n---\n\n另一段。\n"),
      ]
      let site = try press.print()
      for path in ["feed.xml", "rss.xml", "feed.json"] {
        #expect(site[path].utf8.count < 8 * 1024 && site[path].contains("首段。"), "\(path)")
      }
      #expect(site["feed.xml"].components(separatedBy: "<content").count == 2)
    }
  }

  @Test func feedsHoldWholeTextsWithWholeAddresses() throws {
    let site = try press().print()
    let base = "https://example.com/%E5%8D%9A%E5%AE%A2"
    for path in ["feed.xml", "rss.xml"] {
      #expect(site[path].contains("其余"), "\(path)")
      #expect(site[path].contains("src=&quot;\(base)/assets/img/%E5%9B%BE%201.jpg&quot;"), "\(path)")
      #expect(!site[path].contains("href=&quot;/"), "\(path)")
    }
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(site["feed.json"].utf8)) as? [String: Any])
    #expect((json["items"] as? [[String: Any]])?.first?["content_html"] as? String != nil)
    #expect(site["rss.xml"].contains("<pubDate>Tue, 12 Apr 2022 09:08:07 +0800</pubDate>"))
    // One a tag, with summaries.
    #expect(site.paths.contains("tags/c-plus-plus/feed.xml"))
    #expect(!site["tags/c-plus-plus/feed.xml"].contains("<content"))
    var small = press()
    small.configuration.site.feedContent = .summary
    small.configuration.site.hasTermFeeds = false
    let summaries = try small.print()
    #expect(!summaries["feed.xml"].contains("<content"))
    #expect(!summaries.paths.contains("tags/c-plus-plus/feed.xml"))
  }

  @Test func minutesCountBothKindsOfWriting() {
    let words = SiteWords(.english)
    #expect(words.readingTime(0, characterCount: 0) == "1 min read")
    #expect(words.readingTime(2200, characterCount: 0) == "10 min read")
    #expect(words.readingTime(4000, characterCount: 4000) == "10 min read")
    #expect(words.readingTime(6200, characterCount: 4000) == "20 min read")
  }

  @Test func aLogoBecomesIcons() throws {
    var press = press()
    press.configuration.site.logo = "assets/logo.svg"
    press.assets.append(
      Asset(
        path: "assets/logo.svg", sitePath: "/assets/logo.svg", kind: .svg, byteCount: 9000,
        size: PixelSize(width: 100, height: 100), contentHash: "1090"))
    press.hasDerivedImages = true
    let site = try press.print()
    #expect(site.paths.filter { $0.hasPrefix("theme/img/1090-") }.count == 4)
    let manifest = try #require(
      try JSONSerialization.jsonObject(with: Data(site["manifest.webmanifest"].utf8)) as? [String: Any])
    let icons = try #require(manifest["icons"] as? [[String: String]])
    #expect(icons.map { $0["type"] } == ["image/svg+xml", "image/png", "image/png", "image/png"])
    #expect(site["index.html"].contains("<link rel=\"apple-touch-icon\""))
  }

  @Test func cardsHoldTheirTitles() throws {
    var press = press()
    press.configuration.site.makesShareCards = true
    let (publication, _) = press.read()
    let cards = SiteWriter.shareCards(publication, theme: press.theme)
    // Every listed post but the one with a cover.
    #expect(cards.count == publication.posts.count - 1)
    let hello = try #require(cards.first { publication.entries[$0.entry].facts.title.hasPrefix("你好") })
    #expect(String(decoding: hello.svg, as: UTF8.self).contains("&lt;/script&gt;"))
  }

  @Test(arguments: [
    ("短", 5.0, ["短"]), ("一二三四五六七", 3.0, ["一二三", "四五六", "七"]), ("一二三，四五", 3.0, ["一二三，", "四五"]),
    ("Hello wide world", 4.0, ["Hello", "wide", "world"]), ("", 4.0, []),
    ("aaaaaaaaaaaa", 3.0, ["aaaaa", "aaaaa", "aa"]),
  ])
  func titlesBreakBetweenWords(_ title: String, _ width: Double, _ lines: [String]) {
    #expect(CardText.lines(title, width: width) == lines)
  }
}
