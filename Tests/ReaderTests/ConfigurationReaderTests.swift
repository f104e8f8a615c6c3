import Diagnostics
import Manuscript
import Testing

@testable import Reader

@Suite struct ConfigurationReaderTests {
  private func read(_ text: String) -> (Configuration, [String]) {
    let bytes = Array(text.utf8)
    let (configuration, diagnostics) = ConfigurationReader.read(SourceFile(path: "offprint.yml", bytes: bytes)) {
      name in
      name == "Asia/Kathmandu" ? TimeZoneFileTests.file(types: [20700], times: [], footer: "<+0545>-5:45") : nil
    }
    let reports = diagnostics.map { diagnostic in
      let source = diagnostic.range.map { String(decoding: bytes[$0.bounds], as: UTF8.self) } ?? ""
      let words = diagnostic.arguments.joined(separator: " | ")
      return "\(diagnostic.severity.rawValue) \(diagnostic.code.rawValue) ⟦\(source)⟧ \(words)"
    }
    return (configuration, reports)
  }

  static let everything = """
    title: "手记: 甲"
    tagline: 写一次
    description: >
      一行
      两行
    url: https://Example.com/
    base-path: blog/
    language: zh_CN
    timezone: Asia/Kathmandu
    author:
      name: 王小明
      email: me@example.com
      url: https://example.com/me
    authors:
      - {id: yi, name: 乙, url: https://example.com/yi}
      - name: 丙
    last-modified: git
    defaults:
      - scope: {path: content/posts}
        values: {toc: false, tags: a}
      - scope: {path: content/posts/travel/, type: posts}
        values: {series: 旅行}
    page-size: 5
    permalink: /:year/:month/:title/
    drafts: yes
    future: true
    line-numbers: on
    keep-location: true
    feed-size: 0
    math: true
    math-macros: {RR: '\\mathbb{R}', abs: '|#1|'}
    search: titles
    menu:
      - {title: 关于, target: /about/}
      - title: GitHub
        target: https://github.com/
    site:
      icp-filing: 京ICP备12345678号-1
      police-filing: 11010102000000
      license: CC BY 4.0
      license-url: https://creativecommons.org/licenses/by/4.0/
      edit-link: https://github.com/me/blog/edit/main/:path
      contents-depth: 4
      miniprogram-link: https://wxaurl.cn/abc
      miniprogram-code: ./assets/code.png
      logo: /assets/logo.svg
      share-cards: true
      feed-content: summary
      term-feeds: false
      markdown-copies: true
      service-worker: on
      avif: true
    local-copies:
      - {address: "https://img.example.org/", file: /assets/mirror/}
    miniprogram:
      appid: wx0123456789abcdef
      name: 甲的手记
      navigation-color: {light: "#FFF", dark: '#102030'}
      accent-color: {light: '#05a', dark: '#88BBFF'}
      tab-bar: [home, documents, more]
      total-budget: 20MB
      package-budget: 1.5 MB
      package-limit: 30
      nodes-per-page: 300
      overflow: unlimited

    """

  @Test func everyKey() {
    var (configuration, reports) = read(Self.everything)
    // The longer path comes first; values are read as front matter is.
    #expect(configuration.defaults.map(\.path) == ["content/posts/travel", "content/posts"])
    #expect(configuration.defaults.map(\.kind) == [.post, nil])
    #expect(configuration.defaults.first?.values.series == "旅行")
    #expect(configuration.defaults.last?.values.showsContents == false)
    configuration.defaults = []
    #expect(reports == [])
    var expected = Configuration()
    expected.title = "手记: 甲"
    expected.tagline = "写一次"
    expected.description = "一行 两行"
    expected.url = "https://Example.com"
    expected.basePath = "/blog"
    expected.contentLanguage = "zh-CN"
    expected.timeZone = .fixed(minutes: 345)
    expected.author.name = "王小明"
    expected.author.email = "me@example.com"
    expected.author.url = "https://example.com/me"
    expected.authors = [.init(id: "yi", name: "乙", url: "https://example.com/yi"), .init(id: "丙", name: "丙")]
    expected.lastModified = .git
    expected.pageSize = 5
    expected.postPermalink = "/:year/:month/:title/"
    expected.showsDrafts = true
    expected.showsFuture = true
    expected.showsLineNumbers = true
    expected.feedSize = 0
    expected.usesMath = true
    expected.mathMacros = [.init(name: "RR", tex: "\\mathbb{R}"), .init(name: "abs", tex: "|#1|")]
    expected.keepsLocation = true
    expected.search = .titles
    expected.menu = [
      Configuration.MenuItem(title: "关于", target: "/about/"),
      Configuration.MenuItem(title: "GitHub", target: "https://github.com/"),
    ]
    expected.site.icpFiling = "京ICP备12345678号-1"
    expected.site.policeFiling = "11010102000000"
    expected.site.license = "CC BY 4.0"
    expected.site.licenseURL = "https://creativecommons.org/licenses/by/4.0/"
    expected.site.contentsDepth = 4
    expected.site.editLink = "https://github.com/me/blog/edit/main/:path"
    expected.site.miniProgramLink = "https://wxaurl.cn/abc"
    expected.site.miniProgramCode = "assets/code.png"
    expected.site.logo = "assets/logo.svg"
    #expect(configuration.namedFiles.map(\.path) == ["assets/code.png", "assets/logo.svg"])
    configuration.namedFiles = []
    expected.site.makesShareCards = true
    expected.site.feedContent = .summary
    expected.site.hasTermFeeds = false
    expected.site.copiesMarkdown = true
    expected.site.serviceWorker = .on
    expected.site.usesAVIF = true
    expected.miniProgram.appID = "wx0123456789abcdef"
    expected.miniProgram.name = "甲的手记"
    expected.miniProgram.navigationColor.light = "#ffffff"
    expected.miniProgram.navigationColor.dark = "#102030"
    expected.miniProgram.accentColor.light = "#0055aa"
    expected.miniProgram.accentColor.dark = "#88bbff"
    expected.miniProgram.tabs = [.home, .documents, .more]
    expected.miniProgram.totalBudget = 20 << 20
    expected.miniProgram.packageBudget = 3 << 19
    expected.miniProgram.packageLimit = 30
    expected.localCopies = [.init(address: "https://img.example.org/", file: "assets/mirror")]
    expected.miniProgram.nodesPerPage = 300
    expected.miniProgram.overflow = .unlimited
    #expect(configuration == expected)
  }

  /// A key that the table lists and the reader forgets would be told by its default staying as it is.
  @Test func noKeyOfTheTableIsMissingAbove() {
    for key in ConfigurationKey.allCases { #expect(Self.everything.contains("\(key.name):"), "\(key)") }
  }

  @Test(arguments: [
    "", "# nothing\n", "---\n", "\u{FEFF}title:\r\nauthor: ~\r\n", "url: \"\"\nmenu: []\nmenu:\n", "null",
    "author: {name: }",
  ])
  func defaults(text: String) {
    let (configuration, reports) = read(text)
    #expect(configuration == Configuration())
    #expect(reports.filter { !$0.contains("duplicate-key") } == [])
  }

  static let problems: [(String, [String])] = [
    ("title: [a]", ["warning bad-value ⟦[a]⟧ title | string | [a]"]),
    ("titel: x", ["warning unknown-key ⟦titel⟧ titel | title"]),
    ("site:\n  licence: x", ["warning unknown-key ⟦licence⟧ licence | license"]),
    ("site:\n  title: x", ["warning unknown-key ⟦title⟧ title"]),
    ("defaults:\n  - values: {title: x}", ["warning unknown-key ⟦title⟧ title"]),
    (
      "defaults:\n  - scope: {type: drafts}\n    values: {toc: no}",
      ["warning bad-value ⟦drafts⟧ defaults[].scope.type | posts, docs, pages | drafts"]
    ),
    ("site.license: x", ["warning unknown-key ⟦site.license⟧ site.license"]),
    ("miniprogram: {navigation-color: {lihgt: '#fff'}}", ["warning unknown-key ⟦lihgt⟧ lihgt | light"]),
    (
      "menu:\n- {titel: x, target: /a/}",
      [
        "warning unknown-key ⟦titel⟧ titel | title",
        "warning bad-value ⟦{titel: x, target: /a/}⟧ menu | menu-item | {titel: x, target: /a/}",
      ]
    ),
    ("menu:\n- /a/", ["warning bad-value ⟦/a/⟧ menu | menu-item | /a/"]),
    (
      "menu:\n- {title: x, target: 'javascript:1'}",
      ["warning bad-value ⟦'javascript:1'⟧ menu[].target | path | 'javascript:1'"]
    ),
    ("menu: x", ["warning bad-value ⟦x⟧ menu | list | x"]),
    ("page-size: 0", ["warning bad-value ⟦0⟧ page-size | positive-integer | 0"]),
    ("page-size: ten", ["warning bad-value ⟦ten⟧ page-size | positive-integer | ten"]),
    ("search: everything", ["warning bad-value ⟦everything⟧ search | off, titles, full | everything"]),
    ("feed-size: -1", ["warning bad-value ⟦-1⟧ feed-size | integer | -1"]),
    ("drafts: maybe", ["warning bad-value ⟦maybe⟧ drafts | boolean | maybe"]),
    ("url: example.com", ["warning bad-value ⟦example.com⟧ url | origin | example.com"]),
    (
      "url: https://example.com/blog",
      ["warning bad-value ⟦https://example.com/blog⟧ url | origin | https://example.com/blog"]
    ),
    ("base_path: ../x", ["error unsafe-path ⟦../x⟧ ../x"]),
    ("permalink: /:titel/", ["warning bad-value ⟦/:titel/⟧ permalink | permalink | /:titel/"]),
    ("permalink: /:year/", ["warning bad-value ⟦/:year/⟧ permalink | permalink | /:year/"]),
    ("permalink: /../:title/", ["error unsafe-path ⟦/../:title/⟧ /../:title/"]),
    ("timezone: Asia/Shanghia", ["warning bad-value ⟦Asia/Shanghia⟧ timezone | time-zone | Asia/Shanghia"]),
    ("timezone: ../etc/passwd", ["warning bad-value ⟦../etc/passwd⟧ timezone | time-zone | ../etc/passwd"]),
    ("language: 中文", ["warning bad-value ⟦中文⟧ language | language-tag | 中文"]),
    ("author: {email: nobody}", ["warning bad-value ⟦nobody⟧ author.email | email | nobody"]),
    ("author: [a]", ["warning bad-value ⟦[a]⟧ author | mapping | [a]"]),
    ("site: x", ["warning bad-value ⟦x⟧ site | mapping | x"]),
    ("miniprogram: {appid: abc}", ["warning bad-value ⟦abc⟧ miniprogram.appid | appid | abc"]),
    (
      "local-copies: [{address: 'https://a.example/'}]",
      [
        "warning bad-value ⟦{address: 'https://a.example/'}⟧ local-copies | local-copy | {address: 'https://a.example/'}"
      ]
    ),
    (
      "miniprogram: {total-budget: 40MB, package-budget: 3MB, package-limit: 101, nodes-per-page: 20}",
      [
        "warning bad-value ⟦40MB⟧ miniprogram.total-budget | ≤ 30MB | 40MB",
        "warning bad-value ⟦3MB⟧ miniprogram.package-budget | ≤ 2MB | 3MB",
        "warning bad-value ⟦101⟧ miniprogram.package-limit | 1 – 100 | 101",
        "warning bad-value ⟦20⟧ miniprogram.nodes-per-page | 60 – 760 | 20",
      ]
    ),
    ("miniprogram: {total-budget: big}", ["warning bad-value ⟦big⟧ miniprogram.total-budget | size | big"]),
    (
      "miniprogram: {tab-bar: [home, shop, home]}",
      [
        "warning bad-value ⟦shop⟧ miniprogram.tab-bar | tabs | shop",
        "warning bad-value ⟦home⟧ miniprogram.tab-bar | tabs | home",
        "warning bad-value ⟦[home, shop, home]⟧ miniprogram.tab-bar | tabs | [home, shop, home]",
      ]
    ),
    ("miniprogram: {tab-bar: home}", ["warning bad-value ⟦home⟧ miniprogram.tab-bar | tabs | home"]),
    (
      "miniprogram: {overflow: drop}",
      ["warning bad-value ⟦drop⟧ miniprogram.overflow | newest-first, fail, unlimited | drop"]
    ),
    (
      "miniprogram: {navigation-color: {dark: red}}",
      [
        "warning bad-value ⟦red⟧ miniprogram.navigation-color.dark | color | red"
      ]
    ),
    ("title: a\ntitle: b", ["warning duplicate-key ⟦title⟧ title"]),
    ("page-size: 5\npaginate: 6", ["warning duplicate-key ⟦paginate⟧ paginate"]),
    ("title: a: b", ["error configuration-syntax ⟦a: b⟧ yaml-colon"]),
    ("title: a\n\tx: b", ["error configuration-syntax ⟦\t⟧ yaml-tab"]),
    ("title: \"a\n---\nx: y", ["error configuration-syntax ⟦\"⟧ yaml-unclosed-quote"]),
    ("- a", ["error configuration-syntax ⟦- a⟧ not-a-mapping"]),
    ("title: a\n---\ntitle: b", ["error configuration-syntax ⟦---⟧ yaml-documents"]),
  ]

  @Test(arguments: problems) func reports(text: String, expected: [String]) {
    #expect(read("# 注释\n" + text + "\n").1 == expected)
  }

  @Test func jekyllsNames() {
    let (configuration, reports) = read("baseurl: /b/\nlang: en\npaginate: 3\nauthor: 甲\nline_numbers: true\n")
    #expect(reports == [])
    #expect(configuration.basePath == "/b")
    #expect(configuration.contentLanguage == "en")
    #expect(configuration.pageSize == 3)
    #expect(configuration.author.name == "甲")
    #expect(configuration.showsLineNumbers)
  }

  @Test func everyPrefixIsRead() {
    let bytes = Array(Self.everything.utf8)
    for count in 0...bytes.count {
      let (_, diagnostics) = ConfigurationReader.read(SourceFile(path: "offprint.yml", bytes: Array(bytes[..<count]))) {
        _ in nil
      }
      for diagnostic in diagnostics { #expect(Int(diagnostic.range?.end ?? 0) <= count) }
    }
  }
}
