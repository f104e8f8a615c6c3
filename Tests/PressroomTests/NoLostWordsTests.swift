import Diagnostics
import Foundation
import Manuscript
import TestSupport
import Testing

@testable import Pressroom

/// No visible word is lost: every article of the fixtures and of this manual, built as authors build, read back from the
/// files that were delivered.
@Suite struct NoLostWordsTests {
  private static func copy(_ from: URL, to folder: TemporaryFolder, _ name: String) throws {
    let target = folder.url.appending(path: name)
    try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: from, to: target)
  }

  /// Every page of the mini-program that an article was cut into.
  private func pages(_ map: SourceMap, _ folder: TemporaryFolder) -> [String] {
    guard let first = map.entries.first?.page else { return [] }
    var base = first
    if let cut = base.lastIndex(of: "_") { base = String(base[..<cut]) }
    var pages: [String] = []
    for number in 1... {
      let page = number == 1 ? base : "\(base)_\(number)"
      guard let text = folder.read("_site/miniprogram/\(page).wxml") else { break }
      pages.append(text)
    }
    return pages
  }

  private func check(_ folder: TemporaryFolder, atLeast count: Int) async throws {
    let press = Press(
      options: PressOptions(
        source: folder.path, output: folder.path + "/_site", now: 1_800_000_000, toolVersion: "test"))
    let build = try await press.build()
    #expect(build.isDelivered, "\(build.diagnostics.filter { $0.severity == .error })")
    var articles = 0
    for path in build.sourceMaps.paths {
      let article = try await press.article(at: path).0
      let words = VisibleWords(article)
      for map in build.sourceMaps.article(path)?.maps ?? [] {
        let shown: String
        switch map.edition {
        case .site:
          guard let page = map.entries.first?.page else { continue }
          shown = VisibleWords.ofHTML(try #require(folder.read("_site/web/\(page)"), "\(page)"))
        case .miniProgram:
          let pages = pages(map, folder)
          if map.entries.isEmpty { continue }
          #expect(!pages.isEmpty, "no page of \(path)")
          shown = try pages.map { try VisibleWords.ofWXML(Array($0.utf8)) }.joined(separator: "\n")
        }
        let missing = words.missing(from: shown)
        #expect(missing.isEmpty, "\(path) loses in \(map.edition.rawValue): \(missing.prefix(5))")
        articles += 1
      }
    }
    #expect(articles >= count)
    // What was left out on purpose was reported, and is no text.
    for adaptation in build.adaptations where adaptation.outcome == .dropped { #expect(!adaptation.losesText) }
  }

  @Test func everyElementKeepsItsWords() async throws {
    let folder = try TemporaryFolder()
    let cases = Fixtures.folders("elements")
    for one in cases {
      try Self.copy(one.appending(path: "source.md"), to: folder, "content/\(one.lastPathComponent).md")
    }
    try await check(folder, atLeast: cases.count * 2 - 8)
  }

  @Test func theManualKeepsItsWords() async throws {
    let folder = try TemporaryFolder()
    try Self.copy(Fixtures.root.appending(path: "content"), to: folder, "content")
    for name in ["offprint.yml", "assets"] where FileManager.default.fileExists(atPath: Fixtures.root.path + "/" + name)
    {
      try Self.copy(Fixtures.root.appending(path: name), to: folder, name)
    }
    try await check(folder, atLeast: 60)
  }

  /// The comparison can fail: a word less, a word twice instead of three times, a character less.
  @Test func aLostWordIsNoticed() async throws {
    let folder = try TemporaryFolder()
    try folder.write("甲乙 *丙* 丁。\n\n丙 丙\n\n```\ncode\n```\n", to: "content/a.md")
    let press = Press(
      options: PressOptions(source: folder.path, output: folder.path + "/_site", now: 0, toolVersion: "test"))
    let words = VisibleWords(try await press.article(at: "content/a.md").0)
    let whole = "甲乙 丙 丁。丙 丙 code"
    #expect(words.missing(from: whole) == [])
    #expect(words.missing(from: "甲乙 丁。丙 丙 code").isEmpty == false)
    #expect(words.missing(from: "甲 丙 丁。丙 丙 code").isEmpty == false)
    #expect(words.missing(from: "甲乙 丙 丁。丙 丙 cod").isEmpty == false)
    #expect(words.missing(from: "").isEmpty == false)
  }

  /// What becomes of things is told by the same build.
  @Test func theReportCountsWhatTheWritersDid() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      ---
      title: T
      cover: https://example.org/cover.png
      ---

      ## 标题

      $$x^2$$ 与 $$\\frac{a$$、**强**、**调**。

      <iframe src="https://example.org/"></iframe>

      <script>let a = 1</script>
      """, to: "content/a.md")
    let press = Press(
      options: PressOptions(
        source: folder.path, output: folder.path + "/_site", delivers: false, now: 1_800_000_000, toolVersion: "test"))
    let build = try await press.build()
    let reports = try await press.fidelity(of: build)
    let report = try #require(reports.first)
    #expect(reports.count == 1 && report.editions == [.site, .miniProgram])
    func row(_ construct: String) throws -> FidelityReport.Row {
      try #require(report.rows.first { $0.construct == construct }, "no \(construct)")
    }
    #expect(try row("strong").count == 2)
    #expect(try row("strong").changes.isEmpty)
    #expect(try row("heading").kept(in: .miniProgram) == 1)
    for edition in Edition.allCases {
      let changes = try row("math").changes[edition] ?? []
      #expect(changes.map(\.outcome) == [.adapted] && changes.map(\.replacement) == ["source"])
      #expect(try row("math").kept(in: edition) == 1)
    }
    #expect(try row("embed").changes[.miniProgram]?.map(\.outcome) == [.needsNetwork])
    #expect(try row("embed").kept(in: .site) == 1)
    #expect(try row("script").changes[.miniProgram]?.map(\.outcome) == [.dropped])
    #expect(try row("script").changes[.miniProgram]?.allSatisfy { !$0.losesText } == true)
  }
}
