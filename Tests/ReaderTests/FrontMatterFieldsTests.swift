import Diagnostics
import Manuscript
import TestSupport
import Testing

@testable import Reader

@Suite struct FrontMatterFieldsTests {
  @Test func everyField() {
    let reading = FrontMatterReading(
      """
      ---
      title: "小程序: 从零开始"
      author: 王小明
      date: 2022-12-12 20:14:59 +0800
      last_modified_at: 2023-01-02
      categories: [技术, 前端]
      tags: [小程序, 2024, 3.10, true, 012, ~, 小程序]
      pin: true
      hidden: yes
      draft: on
      published: false
      slug: hello
      permalink: /a/b/
      aliases: [/old/, /older/]
      description: >
        第一行
        第二行
      image: /assets/a.jpg
      local-copies:
        - {address: "https://a.example/b.png", file: b.png}
        - address: https://a.example/c/
          file: /assets/c
      toc: off
      comments: off
      math: true
      lang: zh_CN
      editions: [site]
      order: 3
      ---
      正文
      """)
    let fields = reading.fields
    #expect(reading.reports == [])
    #expect(reading.body == "正文")
    #expect(fields.title == "小程序: 从零开始")
    #expect(fields.authors == [FrontMatter.Author(name: "王小明")])
    #expect(describe(fields.date) == "2022-12-12 20:14:59 +480")
    #expect(describe(fields.lastModified) == "2023-01-02 00:00:00 +480")
    #expect(fields.categories == ["技术", "前端"])
    #expect(fields.tags == ["小程序", "2024", "3.10", "true", "012"])
    #expect(fields.isPinned && fields.isHidden && fields.isDraft && !fields.isPublished)
    #expect(fields.slug == "hello")
    #expect(fields.permalink == "/a/b/")
    #expect(fields.aliases.map(\.path) == ["/old/", "/older/"])
    #expect(fields.aliases.map { reading.source($0.range) } == ["/old/", "/older/"])
    #expect(fields.description == "第一行 第二行")
    #expect(reading.references.map(\.target) == ["/assets/a.jpg"])
    #expect(reading.references.map(\.role) == [.cover])
    #expect(fields.cover == FrontMatter.Cover(reference: 0, alternative: ""))
    #expect(
      fields.localCopies == [
        LocalCopy(address: "https://a.example/b.png", file: "b.png"),
        LocalCopy(address: "https://a.example/c/", file: "/assets/c"),
      ])
    #expect(!fields.showsContents && !fields.showsComments && fields.usesMath == true)
    #expect(fields.language == "zh-CN")
    #expect(fields.editions == [.site])
    #expect(fields.order == 3)
    #expect(reading.source(fields.ranges["title"]) == "\"小程序: 从零开始\"")
    #expect(reading.source(fields.ranges["date"]) == "2022-12-12 20:14:59 +0800")
    #expect(reading.source(fields.ranges["categories"]) == "[技术, 前端]")
    #expect(reading.source(fields.ranges["order"]) == "3")
  }

  @Test func emptyMeansAbsent() {
    let reading = FrontMatterReading(
      """
      ---
      title:
      author:
      date: ~
      categories: null
      tags: []
      pin:
      slug: ""
      image: ''
      permalink:
      order:
      lang:
      ---
      """)
    #expect(reading.reports == [])
    #expect(reading.fields.title == nil)
    #expect(reading.fields.authors.isEmpty)
    #expect(reading.fields.tags.isEmpty)
    #expect(reading.fields.cover == nil)
    #expect(reading.fields.order == nil)
    #expect(reading.fields.ranges.keys.sorted() == ["image", "slug", "tags"])
  }

  static let terms: [(String, [String])] = [
    ("tags: a b  c", ["a", "b", "c"]),
    ("tags: Swift, Server Side,, ", ["Swift", "Server Side"]),
    ("tags: 甲，乙、丙 丁", ["甲", "乙", "丙 丁"]),
    ("tag: 单 类", ["单 类"]),
    ("tag: a, b", ["a, b"]),
    ("tag: x\ntags: [y, x]", ["x", "y"]),
    ("tags: 2024", ["2024"]),
    ("tags: [C, C++, 'C#', .NET]", ["C", "C++", "C#", ".NET"]),
    ("tags:\n- a\n-\n- b", ["a", "b"]),
    ("tags:\n  - 12:30:45\n  - 1_000\n  - no\n  - 2022-01-01", ["12:30:45", "1_000", "no", "2022-01-01"]),
    ("tags: \"a\\nb\"", ["a", "b"]),
  ]

  @Test(arguments: terms) func tags(source: String, expected: [String]) {
    let reading = FrontMatterReading("---\n\(source)\n---\n")
    #expect(reading.reports == [])
    #expect(reading.fields.tags == expected)
  }

  @Test(arguments: [
    ("categories: 技术 前端", ["技术", "前端"]), ("category: 技术 前端", ["技术 前端"]),
    ("categories:\n- [生活, 随笔]", ["生活", "随笔"]),
  ])
  func categories(source: String, expected: [String]) {
    let reading = FrontMatterReading("---\n\(source)\n---\n")
    #expect(reading.reports == [])
    #expect(reading.fields.categories == expected)
  }

  @Test func people() {
    let reading = FrontMatterReading(
      """
      ---
      authors:
        - 甲
        - {name: 乙, url: "https://example.com/"}
        - 甲
        - name: 丙
          url: javascript:alert(1)
        - url: https://example.com
      ---
      """)
    #expect(
      reading.fields.authors == [
        FrontMatter.Author(name: "甲"), FrontMatter.Author(name: "乙", url: "https://example.com/"),
        FrontMatter.Author(name: "丙"),
      ])
    #expect(
      reading.reports == [
        "warning bad-value ⟦javascript:alert(1)⟧ authors | url | javascript:alert(1)",
        "warning bad-value ⟦url: https://example.com⟧ authors | author | url: https://example.com",
      ])
  }

  @Test(arguments: [
    ("image: {path: /a.png, alt: 封面, lqip: x}", "/a.png", "封面"),
    ("image:\n  src: \"/a b.png\"\n  width: 10", "/a b.png", ""),
    ("image:\n  path: a.png\n  alt: \"一\\n二\"", "a.png", "一 二"),
  ])
  func covers(source: String, target: String, alternative: String) {
    let reading = FrontMatterReading("---\n\(source)\n---\n")
    #expect(reading.reports == [])
    #expect(reading.references.first?.target == target)
    #expect(reading.source(reading.references.first?.range) == target)
    #expect(reading.fields.cover?.alternative == alternative)
  }

  @Test(arguments: ["Title: x", "TITLE: x", "title: 'x'", "title: |\n  x\n", "title: \" x \"", "? title\n: x"])
  func titles(source: String) {
    let reading = FrontMatterReading("---\n\(source)\n---\n")
    #expect(reading.reports == [])
    #expect(reading.fields.title == "x")
  }

  /// As many as the limits allow: searching through those before would take minutes.
  @Test func manyTerms() {
    let items = (0..<45_000).map { "t\($0), t\($0 / 2)" }.joined(separator: ", ")
    let seconds = processorSeconds {
      let tags = FrontMatterReading("---\ntags: [\(items)]\n---\n").fields.tags.count
      let authors = FrontMatterReading("---\nauthors: [\(items)]\n---\n").fields.authors.count
      #expect(tags == 45_000 && authors == 45_000)
    }
    #expect(seconds < 60)
  }

  @Test(arguments: [
    ("/assets/img/", "/assets/img"), ("assets//img", "/assets/img"), ("/图 片/", "/图 片"), ("/", nil), ("", nil),
  ])
  func mediaHaveAFolder(text: String, folder: String?) {
    for key in ["media_subpath", "img_path"] {
      let reading = FrontMatterReading("---\n\(key): \(text)\n---\n")
      #expect(reading.fields.mediaSubpath == folder && reading.reports == [])
    }
  }

  @Test func aFolderElsewhereIsNoFolder() {
    let elsewhere = FrontMatterReading("---\nmedia_subpath: https://cdn.example/x\n---\n")
    #expect(elsewhere.fields.mediaSubpath == nil && elsewhere.reports.count == 1)
    #expect(FrontMatterReading("---\nmedia_subpath: ../../etc\n---\n").fields.mediaSubpath == nil)
  }

  @Test func foreignKeysAreLeftAlone() {
    let reading = FrontMatterReading(
      """
      ---
      layout: post
      comments: true
      mermaid: true
      render_with_liquid: false
      img_cdn: https://cdn.example
      excerpt: x
      weight: 1
      type: post
      id: 7
      ---
      """)
    #expect(reading.reports == [])
  }
}
