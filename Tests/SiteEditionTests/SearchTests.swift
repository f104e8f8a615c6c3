import Binding
import Foundation
import Manuscript
import Reader
import TestSupport
import Testing

@testable import SiteEdition

/// The search files of the site, asked by the real engine.
@Suite struct SearchTests {
  struct Report: Decodable {
    struct Summary: Decodable {
      var median: Double
      var p95: Double
      var most: Double
    }
    struct Problem: Decodable {
      var query: String?
      var missing: [Int]?
      var extra: [Int]?
    }
    var articles: Int
    var queries: Int
    var hits: Int
    var nothing: Int
    var relaxed: Int
    var bytes: Summary
    var problemCount: Int
    var problems: [Problem]
  }

  /// The files below `theme/search/` and the search page.
  private func files(_ sources: [(path: String, text: String)], scope: Configuration.SearchScope = .full) throws
    -> [String: String]
  {
    var press = SamplePress()
    press.sources = sources.sorted { $0.path < $1.path }
    press.configuration.search = scope
    let (publication, articles) = press.read()
    let writer = try #require(SiteWriter.make(publication: publication, theme: press.theme, derived: [:]).0)
    var artifacts: [Artifact] = []
    // In strides, as threads take them.
    var blocks: [SearchTermBlock] = []
    for start in stride(from: 0, to: articles.count, by: 16) {
      var extractor = SearchExtractor(first: start)
      for entry in start..<min(articles.count, start + 16) {
        let text = extractor.extract(articles[entry])
        if scope == .full { artifacts += writer.writeSearchText(text, entry: entry) }
      }
      blocks.append(extractor.finish())
    }
    let indexer =
      scope == .full
      ? SearchIndexer(blocks, isHeld: articles.map { _ in true }) : SearchIndexer(titles: articles.map(\.facts))
    let index = indexer.index((0..<indexer.groupCount).map(indexer.group))
    artifacts += writer.writeSearch(index)
    var files: [String: String] = [:]
    for artifact in artifacts {
      guard case .bytes(let bytes) = artifact.content else { continue }
      #expect(files[artifact.path] == nil, "twice: \(artifact.path)")
      files[artifact.path] = String(decoding: bytes, as: UTF8.self)
    }
    return files
  }

  private func ask(_ files: [String: String], queries: Int, seed: Int) throws -> Report {
    try Node.withFolder(files) { folder in
      let data = try Node.run([
        Fixtures.root.appending(path: "Tests/Search/recall.js").path,
        Fixtures.root.appending(path: "Sources/CTheme/search/engine.js").path,
        folder.appending(path: "theme/search").path, String(queries), String(seed),
      ])
      return try JSONDecoder().decode(Report.self, from: data)
    }
  }

  /// Chinese in few characters, so that pairs repeat where the whole does not; Latin, Cyrillic, kana, digits, code.
  private func corpus(_ count: Int, seed: UInt64) -> [(path: String, text: String)] {
    var random = Randomness(seed: seed)
    let characters = Array("的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过")
    let words = "swift Script scripting c C++ setData data_1 über Übung привет ПРИВЕТ 2024 12 ｆｕｌｌ ＷＩＤＴＨ ひらがな カタカナ 한국어"
      .split(separator: " ")
    func line() -> String {
      (0..<Int.random(in: 1...30, using: &random)).map { _ in
        if Int.random(in: 0..<5, using: &random) == 0 { return " " + words.randomElement(using: &random)! + " " }
        let run = (0..<Int.random(in: 1...9, using: &random)).map { _ in
          String(characters.randomElement(using: &random)!)
        }
        return run.joined() + (Bool.random(using: &random) ? "，" : "")
      }.joined()
    }
    return (0..<count).map { index in
      // One in eight is long: several parts.
      let sections = index % 8 == 3 ? 60 : Int.random(in: 0...4, using: &random)
      var text =
        "---\ntitle: \(line().trimmingCharacters(in: .whitespaces).replacing(":", with: ""))末\ntags: [标签\(index % 5), data_1]\n---\n\n\(line())\n"
      for section in 0..<sections {
        text +=
          "\n## 第\(section)节 \(line())\n\n\(line())\n\n- \(line())\n- \(line())\n\n```js\nlet a = \"\(line())\"\n```\n"
      }
      return ("content/posts/2024-01-01-p\(1000 + index).md", text)
    }
  }

  @Test(.disabled(if: Node.isSkipped, "node is not installed"), arguments: [1, 2, 3])
  func recallEqualsABruteForceScanOfRandomText(seed: Int) throws {
    let report = try ask(try files(corpus(120, seed: UInt64(seed))), queries: 500, seed: seed)
    #expect(report.problemCount == 0, "\(report.problems)")
    #expect(report.articles == 120 && report.queries > 400)
    // The queries are worth something: most find articles, some find none, some are answered in part.
    #expect(report.hits > report.queries && report.nothing > 5 && report.relaxed > 2, "\(report)")
  }

  @Test(.disabled(if: Node.isSkipped, "node is not installed"), arguments: [Configuration.SearchScope.full, .titles])
  func recallEqualsABruteForceScanOfTheManual(scope: Configuration.SearchScope) throws {
    let content = Fixtures.root.appending(path: "content")
    let names = try FileManager.default.subpathsOfDirectory(atPath: content.path).filter { $0.hasSuffix(".md") }
    let sources = try names.map { name in
      ("content/" + name, try String(contentsOf: content.appending(path: name), encoding: .utf8))
    }
    let report = try ask(try files(sources, scope: scope), queries: 600, seed: 9)
    #expect(report.problemCount == 0, "\(report.problems)")
    #expect(report.articles > 50 && report.hits > report.queries)
  }

  /// An index of scripts may hold nothing that ends a script or a string early.
  @Test(.disabled(if: Node.isSkipped, "node is not installed"))
  func anyTextStandsInTheFiles() throws {
    let text = "中文</script><!-- \"引号\" \\n \u{2028}\u{2029}\u{0} {{}} ' ` ${x} \u{1F600}𠮷野家"
    let sources = (0..<20).map { ("content/posts/2024-01-01-q\($0).md", "# 题\($0) <b>&amp;</b>\n\n\(text)\n") }
    let report = try ask(try files(sources), queries: 200, seed: 4)
    #expect(report.problemCount == 0, "\(report.problems)")
  }

  @Test func oneEditTouchesFewFiles() throws {
    var sources = corpus(400, seed: 5)
    let before = try files(sources)
    sources[200].text = sources[200].text.replacing("末", with: "末尾") + "\n尾声。\n"
    let after = try files(sources)
    let changed = after.filter { before[$0.key] != $0.value }.keys
    #expect(Set(before.keys) == Set(after.keys))
    #expect(changed.count >= 3 && changed.count < 14, "\(changed.count) of \(after.count): \(changed.sorted())")
  }

  @Test func thePageSaysWhatItNeedsAndMayBeReplaced() throws {
    let own = try files([("content/about.md", "# 关于\n\n字")])
    #expect(own["search/index.html"]?.contains("<noscript>") == true)
    let replaced = try files([("content/search.md", "# 搜\n\n字")])
    #expect(replaced["search/index.html"] == nil && replaced["theme/search/m.js"] != nil)
  }
}
