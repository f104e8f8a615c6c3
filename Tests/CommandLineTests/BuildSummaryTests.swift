import Testing

@testable import Diagnostics
@testable import Manuscript
@testable import Pressroom
@testable import offprint

@Suite struct BuildSummaryTests {
  static func build(diagnostics: [Diagnostic] = [], delivered: Bool = true) -> Build {
    var statistics = Build.Statistics()
    statistics.articles = 12
    statistics.pages = [.site: 40, .miniProgram: 1]
    statistics.bytes = [.site: 1_258_291, .miniProgram: 943_718]
    (statistics.filesWritten, statistics.filesUnchanged, statistics.filesRemoved) = (12, 31, 1)
    statistics.packages = [.init(name: "main", bytes: 512_000), .init(name: "posts-1", bytes: 431_718)]
    statistics.seconds = 0.418
    func adaptation(_ construct: String, _ outcome: Adaptation.Outcome, _ replacement: String) -> Adaptation {
      Adaptation(
        edition: .miniProgram, path: "content/a.md", range: .fileStart, construct: construct, outcome: outcome,
        replacement: replacement)
    }
    let adaptations =
      Array(repeating: adaptation("iframe", .needsNetwork, "card"), count: 3)
      + [
        adaptation("svg", .adapted, "image"), adaptation("math", .adapted, "source"),
        adaptation("script", .dropped, "nothing"),
      ]
    return Build(
      diagnostics: diagnostics, adaptations: adaptations, statistics: statistics, written: ["web/index.html"],
      removed: ["web/old/index.html"], isDelivered: delivered)
  }

  static func summary(
    _ build: Build, language: Language, verbose: Bool = false, delivers: Bool = true, colored: Bool = false
  ) -> String {
    BuildSummary(
      build: build,
      options: PressOptions(source: "/s", output: "/s/_site", delivers: delivers, now: 0, toolVersion: "1"),
      counts: DiagnosticCounts(build.diagnostics), language: language, style: TerminalStyle(isColored: colored),
      isVerbose: verbose, outputPrefix: "_site/"
    ).text
  }

  @Test func english() {
    #expect(
      Self.summary(Self.build(diagnostics: [Diagnostic(.brokenLink, path: "")]), language: .english) == """
        ✓ 12 articles printed in 0.42 s · 1 warning
          Website       40 pages  1.1 MB    _site/web
          Mini-program  1 page    921.5 KB  _site/miniprogram
                        main      500.0 KB
                        posts-1   421.5 KB
          Files: 12 written, 31 unchanged, 1 removed

        Said in another way
          mini-program  iframe  ×3  → a card with the address (needs a network)
          mini-program  math    ×1  → its source text
          mini-program  script  ×1  → left out
          mini-program  svg     ×1  → an image

        """)
  }

  @Test func chineseIsAlignedByColumns() {
    let text = Self.summary(Self.build(), language: .simplifiedChinese)
    #expect(
      text == """
        ✓ 12 篇文章印好了，用时 0.42 秒
          网站    40 页    1.1 MB    _site/web
          小程序  1 页     921.5 KB  _site/miniprogram
                  main     500.0 KB
                  posts-1  421.5 KB
          文件：写入 12，未变 31，删除 1

        改换了写法
          小程序  iframe  ×3  → 带网址的卡片（需要网络）
          小程序  math    ×1  → 源文本
          小程序  script  ×1  → 略去
          小程序  svg     ×1  → 图片

        """)
  }

  @Test func coloursDoNotMoveColumns() {
    let colored = Self.summary(Self.build(), language: .simplifiedChinese, verbose: true, colored: true)
    var bare = ""
    var isEscape = false
    for character in colored {
      if character == "\u{1B}" { isEscape = true }
      if !isEscape { bare.append(character) }
      if character == "m" { isEscape = false }
    }
    #expect(bare == Self.summary(Self.build(), language: .simplifiedChinese, verbose: true))
    #expect(colored != bare)
  }

  @Test func errorsAndChecksSaySo() {
    let failed = Self.build(diagnostics: [Diagnostic(.twinAddress, path: "")], delivered: false)
    #expect(
      Self.summary(failed, language: .english).hasPrefix("✗ nothing delivered; what stood there stays · 1 error\n"))
    #expect(!Self.summary(failed, language: .english).contains("written"))
    #expect(Self.summary(failed, language: .simplifiedChinese, delivers: false).hasPrefix("✗ 有错误 · 1 个错误\n"))
    let checked = Self.summary(Self.build(delivered: false), language: .english, delivers: false)
    #expect(checked.hasPrefix("✓ 12 articles checked in 0.42 s\n") && !checked.contains("_site"))
  }

  @Test func verboseNamesFiles() {
    let text = Self.summary(Self.build(), language: .english, verbose: true)
    #expect(text.contains("\n  + web/index.html\n  - web/old/index.html\n"))
  }

  @Test func longReportsAreCutUnlessVerbose() {
    let adaptations = (1...9).flatMap { number in
      Array(
        repeating: Adaptation(
          edition: .site, path: "a", range: .fileStart, construct: "x\(number)", outcome: .adapted, replacement: "text"),
        count: number)
    }
    let report = AdaptationReport(adaptations)
    #expect(report.rows.map(\.count) == [9, 8, 7, 6, 5, 4, 3, 2, 1])
    let short = report.describe(in: .english, style: .init(isColored: false), isVerbose: false)
    #expect(short.contains("x5") && !short.contains("x4"))
    #expect(short.hasSuffix("  … and 4 more kinds (10 places); --verbose shows all\n"))
    let long = report.describe(in: .simplifiedChinese, style: .init(isColored: false), isVerbose: true)
    #expect(long.contains("x1 ") && !long.contains("--verbose"))
  }

  @Test(arguments: [
    (0.0, "0.00 s"), (0.994, "0.99 s"), (9.994, "9.99 s"), (12.34, "12.3 s"), (59.94, "59.9 s"), (125.2, "2 min 5 s"),
  ])
  func seconds(seconds: Double, text: String) {
    #expect(BuildSummary.seconds(seconds, in: .english) == text)
  }

  @Test func progressNeverLeavesItsLine() {
    for language in Language.allCases {
      for width in [10, 20, 40, 80] {
        for (done, total) in [(0, 0), (0, 10), (5, 10), (10, 10), (12, 10), (1, 1_000_000)] {
          let progress = Press.Progress(stage: .delivering, done: done, total: total)
          let text = ProgressLine.text(progress, language: language, style: .init(isColored: true), width: width)
          #expect(TextTable.width(text) <= width, "\(text)")
        }
      }
    }
    let half = Press.Progress(stage: .writing, done: 5, total: 10)
    #expect(
      ProgressLine.text(half, language: .english, style: .init(isColored: false), width: 80)
        == "Writing ━━━━━━━━━━━━──────────── 5/10")
  }

  @Test func wrapsChineseBetweenCharactersAndKeepsPunctuation() {
    #expect(TextWrap.lines("天地玄黄，宇宙洪荒。", width: 8) == ["天地玄黄，", "宇宙洪荒。"])
    #expect(TextWrap.lines("one two three", width: 7) == ["one two", "three"])
    #expect(TextWrap.lines("用 Offprint 写作", width: 12) == ["用 Offprint", "写作"])
    #expect(TextWrap.lines("", width: 9) == [])
    #expect(TextWrap.lines("supercalifragilistic", width: 5) == ["supercalifragilistic"])
  }
}
