import Binding
import Diagnostics
import Manuscript
import Reader
import Templating
import Testing

@testable import SiteEdition

/// A whole publication from sources in memory, printed as a site.
struct SamplePress {
  var configuration = Configuration()
  var theme = ThemeFiles.embedded()
  var assets: [Asset] = []
  /// Whether every smaller picture that the site asks for was made, of a tenth of the bytes.
  var hasDerivedImages = false
  /// Files by path.
  var sources: [(path: String, text: String)] = []

  struct Result {
    var publication: Publication
    var articles: [WrittenArticle]
    /// Bytes by path, copies excluded.
    var files: [String: String]
    /// All paths, in order.
    var paths: [String]

    subscript(path: String) -> String { files[path] ?? "" }
  }

  func read() -> (Publication, [Article]) {
    let reader = ArticleReader(options: ReadingOptions())
    var articles: [String: Article] = [:]
    for source in sources {
      let kind: ArticleFacts.Kind =
        source.path.hasPrefix("content/posts/") ? .post : source.path.hasPrefix("content/docs/") ? .document : .page
      articles[source.path] = reader.read(SourceFile(path: source.path, bytes: Array(source.text.utf8)), kind: kind).0
    }
    let facts = sources.compactMap { articles[$0.path]?.facts }
    let publication = Binder.bind(facts, assets: assets, configuration: configuration, now: 4_000_000_000).publication
    return (publication, publication.entries.compactMap { articles[$0.facts.path] })
  }

  func print() throws -> Result {
    let (publication, articles) = read()
    var derived: [ImageDerivation: DerivedImage] = [:]
    for wanted in hasDerivedImages ? SiteWriter.derivations(for: publication) : [] {
      derived[wanted] = DerivedImage(
        cachePath: "/cache/\(wanted.asset)", byteCount: publication.assets[wanted.asset].byteCount / 10,
        size: PixelSize(width: wanted.maximumWidth, height: 1))
    }
    let (writer, diagnostics) = SiteWriter.make(publication: publication, theme: theme, derived: derived)
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    let site = try #require(writer)
    let written = articles.enumerated().map { site.write($0.element, entry: $0.offset) }
    var files: [String: String] = [:]
    var paths: [String] = []
    var feeds: [Int: [UInt8]] = [:]
    for (index, article) in articles.enumerated() { feeds[index] = site.feedContent(article, entry: index) }
    for artifact in written.flatMap(\.artifacts) + site.writeListings(feeds: feeds) {
      #expect(!paths.contains(artifact.path), "twice: \(artifact.path)")
      paths.append(artifact.path)
      if case .bytes(let bytes) = artifact.content { files[artifact.path] = String(decoding: bytes, as: UTF8.self) }
    }
    return Result(publication: publication, articles: written, files: files, paths: paths)
  }

  /// A blog with a bit of everything.
  static func blog() -> SamplePress {
    var press = SamplePress()
    press.configuration.title = "一叶 & 书"
    press.configuration.url = "https://example.com"
    press.configuration.basePath = "/博客"
    press.configuration.pageSize = 3
    press.configuration.author.name = "<作者>"
    press.configuration.site.license = "CC BY 4.0"
    press.configuration.site.editLink = "https://example.com/edit/:path?x=1"
    press.assets = [
      Asset(
        path: "assets/img/图 1.jpg", sitePath: "/assets/img/图 1.jpg", kind: .jpeg, byteCount: 900,
        size: PixelSize(width: 1200, height: 800), contentHash: "c0ffee")
    ]
    for number in 1...7 {
      let text = """
        ---
        title: 第 \(number) 篇 & <more>
        date: 2022-0\(number)-12 09:08:07 +0800
        categories: [技术\(number % 2), Swift]
        tags: [C++, "标签 \(number % 3)", C#]
        pin: \(number == 2)
        \(number == 3 ? "redirect_from: /old/三/" : "")
        \(number == 4 ? "lang: en\nlast_modified_at: 2023-01-02 00:00:00 +0000" : "")
        \(number == 5 ? "image: /assets/img/图 1.jpg" : "")
        \(number == 6 ? "hidden: true" : "")
        math: true
        ---
        摘要 \(number) 的第一段，指向[另一篇](2022-0\(number % 7 + 1)-12-post-\(number % 7 + 1).md#节-a)和[网](https://example.org/?a=1&b=2)。

        [TOC]

        ## 节 A

        ![图](../../assets/img/图%201.jpg)[^n] $$x^2$$ 后

        ## 节 B

        ### 小节

        [^n]: 注
        """
      press.sources.append(("content/posts/2022-0\(number)-12-post-\(number).md", text))
    }
    press.sources += [
      ("content/about.md", "---\ntitle: 关于\n---\n关于。"),
      ("content/docs/index.md", "# 手册\n\n见 [甲](guide/甲.md)。"),
      ("content/docs/guide/甲.md", "# 甲 `code`\n\n正文。"),
      ("content/docs/guide/b.md", "# B\n\ntext"),
    ]
    return press
  }
}
