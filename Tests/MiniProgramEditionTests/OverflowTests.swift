import Diagnostics
import Foundation
import Manuscript
import Testing

@testable import MiniProgramEdition

/// More than the budget holds: what is left out, and who hears of it.
@Suite struct OverflowTests {
  @Test func `Past the budget the newest stay and every other is named`() throws {
    // The oldest has no older one below it: no article is lighter than a newer one.
    let sample = try Sample(Sample.posts(100) { String(repeating: "字", count: $0 == 0 ? 1100 : 1000) }) {
      $0.miniProgram.totalBudget = 300_000
    }
    let total = sample.assembled.packages.reduce(0) { $0 + $1.bytes }
    #expect(total <= 300_000 && total > 220_000)
    let diagnostic = try #require(sample.assembled.diagnostics.first)
    #expect(diagnostic.code == .packageBudget)
    let written = sample.assembled.artifacts.filter { $0.path.hasSuffix(".wxml") && $0.path.hasPrefix("p0") }
    #expect(written.count + diagnostic.notes.count == 100)
    #expect(diagnostic.arguments[0] == String(diagnostic.notes.count))
    // The oldest are missing, and lists pass them over.
    #expect(diagnostic.notes.contains { $0.path.hasSuffix("post-0.md") })
    #expect(!diagnostic.notes.contains { $0.path.hasSuffix("post-99.md") })
    let listed = try #require(try sample.json("data/posts-0.json") as? [[Any]])
    #expect(listed.count == written.count)
    #expect(!(try sample.string("app.json")).contains("\"post-0\""))
  }

  @Test func `Unlimited writes every article`() throws {
    let sample = try Sample(Sample.posts(60) { _ in String(repeating: "字", count: 1000) }) {
      $0.miniProgram.totalBudget = 100_000
      $0.miniProgram.packageBudget = 50_000
      $0.miniProgram.packageLimit = 2
      $0.miniProgram.overflow = .unlimited
    }
    #expect(sample.assembled.artifacts.filter { $0.path.hasSuffix(".wxml") && $0.path.hasPrefix("p0") }.count == 60)
    #expect(sample.assembled.diagnostics.isEmpty)
  }

  @Test func `Links carry the package of what they lead to, or none when it is left out`() throws {
    var sources = Sample.posts(40) { number in
      String(repeating: "字", count: 6000) + "\n\n[新](2011-02-11-post-39.md) [旧](2010-01-01-post-0.md)\n"
    }
    let oldest = try #require(sources.keys.first { $0.hasSuffix("post-0.md") })
    let newest = try #require(sources.keys.first { $0.hasSuffix("post-39.md") })
    for (path, text) in sources {
      sources[path] = text.replacingOccurrences(of: "2011-02-11-post-39.md", with: String(newest.dropFirst(6)))
        .replacingOccurrences(of: "2010-01-01-post-0.md", with: String(oldest.dropFirst(6)))
    }
    let sample = try Sample(sources) {
      $0.miniProgram.packageBudget = 300_000
      $0.miniProgram.totalBudget = 700_000
    }
    #expect(sample.assembled.packages.count >= 3)
    for artifact in sample.assembled.artifacts where artifact.path.hasSuffix(".wxml") && artifact.path.hasPrefix("p0") {
      let text = try sample.string(artifact.path)
      #expect(text.contains("data-p=\"/p001/post-39\""), "\(artifact.path)")
      #expect(text.contains("data-p=\"/p000/post-0\" data-u=\"/posts/post-0/\""), "\(artifact.path)")
    }
    // No neighbour is one that was left out.
    let oldestHeld = try #require((try sample.json("data/posts-0.json") as? [[Any]])?.last?[2] as? String)
    #expect(!(try sample.string(oldestHeld + ".wxml")).contains("上一篇"))
  }

  @Test func `Pinned posts stay however old, and every article left out says what it weighs`() throws {
    var sources = Sample.posts(120) { _ in String(repeating: "字", count: 1000) }
    let oldest = try #require(sources.keys.first { $0.hasSuffix("post-0.md") })
    sources[oldest] = sources[oldest]?.replacingOccurrences(of: "tags:", with: "pin: true\ntags:")
    let sample = try Sample(sources) { $0.miniProgram.totalBudget = 300_000 }
    #expect(sample.assembled.artifacts.contains { $0.path.hasSuffix("/post-0.wxml") })
    let diagnostic = try #require(sample.assembled.diagnostics.first)
    #expect(diagnostic.severity == .warning && diagnostic.arguments[3] == "all-packages")
    #expect(diagnostic.notes.contains { $0.path.hasSuffix("post-1.md") })
    #expect(diagnostic.notes.allSatisfy { (Int($0.arguments[0]) ?? 0) > 3000 })
    let failing = try Sample(sources) {
      $0.miniProgram.totalBudget = 300_000
      $0.miniProgram.overflow = .fail
    }
    #expect(failing.assembled.diagnostics.map(\.severity) == [.error])
  }

  @Test func `Each limit that leaves articles out is named`() throws {
    let sources = Sample.posts(120) { _ in String(repeating: "字", count: 1500) }
    func limits(_ change: (inout Configuration) -> Void) throws -> [String] {
      try Sample(sources, configure: change).assembled.diagnostics.filter { $0.code == .packageBudget }.map {
        $0.arguments[3]
      }
    }
    #expect(
      try limits {
        $0.miniProgram.packageBudget = 400_000
        $0.miniProgram.packageLimit = 1
      } == ["package-count"])
    let main = try Sample(sources).assembled.packages[0].bytes
    #expect(try limits { $0.miniProgram.packageBudget = main } == ["main-package"])
  }

  @Test func `The manifest maps every article to its page and web address or says why not`() throws {
    var sources = Sample.posts(80) { _ in String(repeating: "字", count: 1000) }
    sources["about.md"] = "---\neditions: [site]\n---\n关于"
    let sample = try Sample(sources) { $0.miniProgram.totalBudget = 260_000 }
    let manifest = try #require(try sample.json("manifest.json") as? [String: Any])
    #expect(manifest["version"] as? Int == 1 && manifest["url"] as? String == "https://example.com")
    let articles = try #require(manifest["articles"] as? [[String: Any]])
    #expect(articles.map { $0["source"] as? String } == sample.publication.entries.map(\.facts.path))
    let paths = Set(sample.assembled.artifacts.map(\.path))
    var missing: [String] = []
    for article in articles {
      #expect((article["url"] as? String)?.hasPrefix("https://example.com/") == true)
      if let page = article["page"] as? String {
        #expect(paths.contains(page + ".wxml"))
      } else {
        missing.append(try #require(article["missing"] as? String))
      }
    }
    #expect(Set(missing) == ["editions", "all-packages"])
    // The upload leaves it out, so it weighs nothing.
    #expect(try sample.string("project.config.json").contains("{\"type\":\"file\",\"value\":\"manifest.json\"}"))
    let weighed = sample.assembled.artifacts.reduce(0) { size, artifact in
      guard artifact.path != "manifest.json", case .bytes(let bytes) = artifact.content else { return size }
      return size + bytes.count
    }
    #expect(weighed == sample.assembled.packages.reduce(0) { $0 + $1.bytes })
  }
}
