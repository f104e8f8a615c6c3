import Diagnostics
import Foundation
import Manuscript
import TestSupport
import Testing

@testable import Pressroom

/// Whole builds of small source folders.
struct PressTests {
  /// A source folder with these files, and what its press is asked by default.
  private func source(_ files: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.path + "/content", withIntermediateDirectories: true)
    for (name, text) in files { try folder.write(text, to: name) }
    return folder
  }

  private func options(
    _ folder: TemporaryFolder, editions: Set<Edition> = Set(Edition.allCases),
    change: (inout PressOptions) -> Void = { _ in }
  ) -> PressOptions {
    var options = PressOptions(
      source: folder.path, output: folder.path + "/_site", editions: editions, now: 1_700_000_000, toolVersion: "test")
    change(&options)
    return options
  }

  private func text(_ folder: TemporaryFolder, _ name: String) throws -> String {
    try #require(folder.read("_site/" + name))
  }

  private let small = [
    "offprint.yml": "title: 小站\nurl: https://example.com\n",
    "content/posts/2022-12-12-hello.md": "---\ntitle: 你好\ntags: [a, C++]\n---\n\n正文 **粗** [另一篇](2023-01-01-other.md)\n",
    "content/posts/2023-01-01-other.md": "---\ntitle: Other\ndate: 2023-01-01\n---\n\n## 标题\n\nText {{ braces }}\n",
    "content/about.md": "# 关于\n\n关于本站。\n",
  ]

  /// `è` in one character and in two (as macOS names files) are two keys of the search, and equal Strings in Swift; a
  /// picture that ends in its header is a warning, and no file of the mini-program.
  @Test func writingsOfOneLetterAndBrokenPicturesStopNothing() async throws {
    let folder = try source([
      "content/posts/2022-01-01-a.md":
        "---\ntitle: Caf\u{E9} cafe\u{301}\n---\n\nCr\u{E8}me cre\u{300}me \u{341} \u{301}\n\n![x](/assets/cut.png)\n"
    ])
    try FileManager.default.createDirectory(atPath: folder.path + "/assets", withIntermediateDirectories: true)
    try Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48]).write(
      to: URL(filePath: folder.path + "/assets/cut.png"))
    let build = try await Press(options: options(folder)).build()
    #expect(build.diagnostics.map(\.code) == [.unreadableImage], "\(build.diagnostics)")
    #expect(build.isDelivered)
  }

  /// Sparse: they take no room on the disk, and must take none in memory.
  @Test func filesOfAnySizeAreRefusedUnread() async throws {
    let folder = try source(["content/posts/2024-01-01-a.md": "---\ntitle: A\n---\n", "assets/a.png": ""])
    #expect(truncate(folder.path + "/content/posts/2024-01-01-a.md", off_t(ArticleStore.articleLimit) + 1) == 0)
    #expect(truncate(folder.path + "/assets/a.png", 1 << 42) == 0)
    let build = try await Press(options: options(folder)).build()
    #expect(build.diagnostics.map(\.code) == [.unreadableFile, .unreadableFile], "\(build.diagnostics)")
    #expect(build.diagnostics.allSatisfy { $0.arguments == ["File too large"] })
    #expect(!build.isDelivered)
  }

  @Test func bothEditionsArePrinted() async throws {
    let folder = try source(small)
    let build = try await Press(options: options(folder)).build()
    #expect(build.diagnostics.filter { $0.severity == .error }.isEmpty)
    #expect(build.isDelivered)
    #expect(build.statistics.articles == 3)
    let page = try text(folder, "web/posts/hello/index.html")
    #expect(page.contains("你好") && page.contains("<strong>粗</strong>") && page.contains("href=\"/posts/other/\""))
    for name in [
      "index.html", "tags/index.html", "categories/index.html", "archives/index.html", "about/index.html", "404.html",
      "feed.xml", "sitemap.xml", "robots.txt",
    ] {
      #expect(folder.read("_site/web/" + name) != nil, "\(name)")
    }
    for name in ["app.json", "app.js", "app.wxss", "project.config.json", "sitemap.json", "theme.json"] {
      #expect(folder.read("_site/miniprogram/" + name) != nil, "\(name)")
    }
    #expect(
      folder.files().contains { $0.hasPrefix("_site/miniprogram/") && $0.contains("hello") && $0.hasSuffix(".wxml") })
  }

  @Test func anUnchangedSourceWritesNothing() async throws {
    let folder = try source(small)
    let first = try await Press(options: options(folder)).build()
    let second = try await Press(options: options(folder)).build()
    #expect(second.written.isEmpty && second.removed.isEmpty)
    #expect(second.statistics.filesUnchanged == first.statistics.filesWritten)
    #expect(second.diagnostics == first.diagnostics)
    #expect(second.statistics.pages == first.statistics.pages)
  }

  @Test func aPressWritesOnlyWhatAnEditChanges() async throws {
    let folder = try source(small)
    let press = Press(options: options(folder))
    _ = try await press.build()
    try folder.write(small["content/about.md"]! + "\n更多。\n", to: "content/about.md")
    let build = try await press.build()
    #expect(build.written.contains("web/about/index.html"))
    #expect(!build.written.contains("web/posts/hello/index.html"))
    try FileManager.default.removeItem(atPath: folder.path + "/content/posts/2022-12-12-hello.md")
    let third = try await press.build()
    #expect(third.removed.contains("web/posts/hello/index.html"))
  }

  @Test func aSourceFileTouchedWithTheSameTimeIsStillSeen() async throws {
    let folder = try source(small)
    _ = try await Press(options: options(folder)).build()
    let path = folder.path + "/content/about.md"
    let date = try #require(FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date)
    try folder.write(small["content/about.md"]!.replacing("本站", with: "此站"), to: "content/about.md")
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
    let build = try await Press(options: options(folder)).build()
    #expect(build.written.contains("web/about/index.html"))
  }

  @Test func errorsDeliverNothingAndTheLastGoodEditionStays() async throws {
    let folder = try source(small)
    let press = Press(options: options(folder))
    let good = try await press.build()
    try folder.write("---\npermalink: /posts/hello/\n---\n\nTwin.\n", to: "content/twin.md")
    let bad = try await press.build()
    #expect(bad.hasErrors && !bad.isDelivered)
    #expect(bad.diagnostics.contains { $0.code == .twinAddress })
    #expect(folder.read("_site/web/twin/index.html") == nil)
    #expect(try text(folder, "web/posts/hello/index.html").contains("你好"))
    #expect(await press.lastGood?.written == good.written)
    try FileManager.default.removeItem(atPath: folder.path + "/content/twin.md")
    #expect(try await press.build().isDelivered)
  }

  @Test func brokenLinksAreWarningsUnlessStrict() async throws {
    let folder = try source(["content/posts/a.md": "[x](nowhere.md) ![y](no.png) [z](#no)\n"])
    let build = try await Press(options: options(folder)).build()
    #expect(build.isDelivered)
    #expect(
      Set(build.diagnostics.filter { $0.severity == .warning }.map(\.code)) == [
        .brokenLink, .missingAsset, .brokenAnchor,
      ])
    let strict = try await Press(options: options(folder) { $0.isStrict = true }).build()
    #expect(!strict.isDelivered && strict.hasErrors)
  }

  @Test func aCheckWritesNothing() async throws {
    let folder = try source(small)
    let build = try await Press(options: options(folder) { $0.delivers = false }).build()
    #expect(!build.isDelivered && !build.hasErrors)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/_site"))
  }

  @Test func theBytesDoNotDependOnThreadsOrPlaceOrMemory() async throws {
    var files = small
    for index in 0..<60 {
      files["content/posts/2020-01-\(index % 27 + 1 < 10 ? "0" : "")\(index % 27 + 1)-p\(index).md"] =
        "---\ntitle: 第\(index)篇\ntags: [t\(index % 7), 标签]\ncategories: [类, 子\(index % 3)]\n---\n\n# 一\n\n~~a~~ https://a.b/c 文字 `c`\n\n| a | b |\n|--|--|\n| 1 | 2 |\n\n<kbd>x</kbd>[^1]\n\n[^1]: 注\n"
    }
    func outputs(jobs: Int) async throws -> [String: String] {
      let folder = try source(files)
      let build = try await Press(options: options(folder) { $0.jobs = jobs }).build()
      #expect(build.isDelivered)
      return Dictionary(
        uniqueKeysWithValues: folder.files().filter { $0.hasPrefix("_site/") && !$0.contains(".offprint") }.map {
          ($0, folder.read($0) ?? "")
        })
    }
    let serial = try await outputs(jobs: 1)
    let parallel = try await outputs(jobs: 4)
    #expect(serial.count > 60)
    #expect(serial.keys.sorted() == parallel.keys.sorted())
    for (name, text) in serial { #expect(parallel[name] == text, "\(name)") }
  }

  @Test func futurePostsAppearWhenTheyAreDue() async throws {
    var files = small
    files["content/posts/later.md"] = "---\ntitle: Later\ndate: 2023-12-01 00:00:00 +0800\n---\n\nLater.\n"
    let folder = try source(files)
    let before = try await Press(options: options(folder)).build()
    #expect(before.diagnostics.contains { $0.code == .futureArticle })
    #expect(folder.read("_site/web/posts/later/index.html") == nil)
    let after = try await Press(options: options(folder) { $0.now = 1_701_400_000 }).build()
    #expect(after.written.contains("web/posts/later/index.html"))
  }

  @Test func whatExpiresLeavesBothEditionsWithoutAChange() async throws {
    var files = small
    files["content/posts/offer.md"] =
      "---\ntitle: Offer\ndate: 2023-01-02\nexpires: 2023-12-01 00:00:00 +0800\n---\n\nOffer.\n"
    let folder = try source(files)
    let before = try await Press(options: options(folder)).build()
    #expect(before.written.contains("web/posts/offer/index.html"))
    let page = try #require(before.written.first { $0.hasPrefix("miniprogram/p") && $0.hasSuffix("/offer.wxml") })
    let after = try await Press(options: options(folder) { $0.now = 1_701_400_000 }).build()
    #expect(after.diagnostics.contains { $0.code == .expiredArticle })
    #expect(after.removed.contains("web/posts/offer/index.html") && after.removed.contains(page))
  }

  @Test func aSiteForTheDiskHasNoAddressFromTheRoot() async throws {
    let folder = try source(small)
    let build = try await Press(options: options(folder, editions: [.site]) { $0.isRelative = true }).build()
    #expect(build.isDelivered)
    let page = try text(folder, "web/posts/hello/index.html")
    #expect(page.contains("href=\"../other/index.html\"") && !page.contains("href=\"/"))
    // The next build without it is no unchanged one.
    let whole = try await Press(options: options(folder, editions: [.site])).build()
    #expect(whole.written.contains("web/posts/hello/index.html"))
  }

  @Test func seriesAndTranslationsReachTheMiniProgram() async throws {
    var files = small
    files["content/posts/one.md"] = "---\ntitle: 一\ndate: 2023-01-03\nseries: 连载\n---\n\n甲\n"
    files["content/posts/two.md"] = "---\ntitle: 二\ndate: 2023-01-04\nseries: 连载\n---\n\n乙\n"
    files["content/posts/two.en.md"] = "---\ntitle: Two\ndate: 2023-01-04\n---\n\nB\n"
    let folder = try source(files)
    let build = try await Press(options: options(folder, editions: [.miniProgram])).build()
    #expect(build.diagnostics.isEmpty, "\(build.diagnostics)")
    func page(_ name: String) throws -> String {
      let path = try #require(build.written.first { $0.hasPrefix("miniprogram/p") && $0.hasSuffix("/\(name).wxml") })
      return try #require(folder.read("_site/" + path))
    }
    #expect(try page("one").contains("系列下一篇") && page("one").contains(">二<"))
    #expect(try page("two").contains("系列 2 / 2") && page("two").contains(">English<"))
    #expect(build.written.contains("miniprogram/data/series.json"))
  }

  @Test func aSourceWithoutContentIsExplained() async throws {
    let folder = try TemporaryFolder()
    do {
      _ = try await Press(options: options(folder)).build()
      Issue.record("built nothing")
    } catch let error as PressError { #expect(error.diagnostic.code == .sourceMissing) }
  }

  @Test func themeFilesCanBeReplaced() async throws {
    var files = small
    files["assets/theme/nope.mustache"] = "x"
    let folder = try source(files)
    let build = try await Press(options: options(folder)).build()
    #expect(build.diagnostics.contains { $0.code == .unknownThemeFile })
  }

  @Test func anArticleOfOneEditionIsNowhereInTheOther() async throws {
    let folder = try source([
      "offprint.yml": "url: https://example.com\n",
      "content/posts/2023-01-01-only-mini.md": "---\neditions: miniprogram\ntags: [Lonely]\n---\n\nmini\n",
      "content/posts/2023-01-02-only-site.md": "---\neditions: [site]\n---\n\n[x](2023-01-01-only-mini.md)\n",
      "content/posts/2023-01-03-both.md": "both [x](2023-01-02-only-site.md)\n",
    ])
    let build = try await Press(options: options(folder)).build()
    #expect(build.isDelivered)
    for name in folder.files() where name.hasPrefix("_site/web/") {
      #expect(folder.read(name)?.contains("posts/only-mini") != true, "\(name)")
      #expect(!name.contains("lonely"))
    }
    let program = folder.files().filter { $0.hasPrefix("_site/miniprogram/") }
    #expect(!program.contains { $0.contains("only-site") })
    // What the mini-program does not hold is shown by its web address.
    let page = try #require(program.first { $0.hasSuffix("both.wxml") })
    #expect(folder.read(page)?.contains("/posts/only-site/") == true)
  }
}
