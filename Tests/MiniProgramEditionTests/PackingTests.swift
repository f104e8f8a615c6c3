import Diagnostics
import Foundation
import Manuscript
import Testing

@testable import MiniProgramEdition

@Suite struct PackingTests {
  private func posts(_ count: Int, body: (Int) -> String = { _ in "正文。" }) -> [String: String] {
    Dictionary(uniqueKeysWithValues: (0..<count).map { Sample.post($0, body: body($0)) })
  }

  private func bytes(_ sample: Sample, below root: String) -> Int {
    sample.assembled.artifacts.reduce(0) { size, artifact in
      guard artifact.path.hasPrefix(root + "/"), case .bytes(let bytes) = artifact.content else { return size }
      return size + bytes.count
    }
  }

  @Test func `Packages stay below their limit and report their size`() throws {
    let sample = try Sample(posts(200) { "\($0) " + String(repeating: "字", count: 600) }) {
      $0.miniProgram.packageBudget = 200_000
    }
    #expect(sample.assembled.packages.count > 4)
    #expect(sample.assembled.packages[0].name == "main")
    for package in sample.assembled.packages {
      #expect(package.bytes <= 200_000)
      if package.name != "main" { #expect(package.bytes == bytes(sample, below: package.name)) }
    }
    #expect(sample.assembled.diagnostics.isEmpty)
    let all = sample.assembled.artifacts.reduce(0) { size, artifact in
      if case .bytes(let bytes) = artifact.content { size + bytes.count } else { size }
    }
    #expect(all == sample.assembled.packages.reduce(0) { $0 + $1.bytes })
  }

  @Test func `Past the budget the newest stay and every other is named`() throws {
    let sample = try Sample(posts(100) { _ in String(repeating: "字", count: 1000) }) {
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
    let sample = try Sample(posts(60) { _ in String(repeating: "字", count: 1000) }) {
      $0.miniProgram.totalBudget = 100_000
      $0.miniProgram.packageBudget = 50_000
      $0.miniProgram.packageLimit = 2
      $0.miniProgram.overflow = .unlimited
    }
    #expect(sample.assembled.artifacts.filter { $0.path.hasSuffix(".wxml") && $0.path.hasPrefix("p0") }.count == 60)
    #expect(sample.assembled.diagnostics.isEmpty)
  }

  @Test func `Links carry the package of what they lead to, or none when it is left out`() throws {
    var sources = posts(40) { number in
      String(repeating: "字", count: 1500) + "\n\n[新](2011-02-11-post-39.md) [旧](2010-01-01-post-0.md)\n"
    }
    let oldest = try #require(sources.keys.first { $0.hasSuffix("post-0.md") })
    let newest = try #require(sources.keys.first { $0.hasSuffix("post-39.md") })
    for (path, text) in sources {
      sources[path] = text.replacingOccurrences(of: "2011-02-11-post-39.md", with: String(newest.dropFirst(6)))
        .replacingOccurrences(of: "2010-01-01-post-0.md", with: String(oldest.dropFirst(6)))
    }
    let sample = try Sample(sources) {
      $0.miniProgram.packageBudget = 120_000
      $0.miniProgram.totalBudget = 280_000
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

  @Test func `An image of two packages is kept once in the main package, others beside their article`() throws {
    let assets = (0..<3).map { index in
      Asset(
        path: "assets/\(index).png", sitePath: "/assets/\(index).png", kind: .png, byteCount: 5000,
        size: PixelSize(width: 400, height: 300), contentHash: "hash\(index)")
    }
    let sample = try Sample(
      posts(60) { number in
        let own = number == 59 ? "\n\n![](/assets/1.png)\n" : ""
        return String(repeating: "字", count: 600) + "\n\n![图](/assets/0.png)\n" + own
      }, assets: assets
    ) { $0.miniProgram.packageBudget = 160_000 }
    let copies = sample.assembled.artifacts.filter { if case .copy = $0.content { true } else { false } }.map(\.path)
    #expect(copies == ["p000/files/hash0.png", "p001/files/hash1.png"])
    let page = try sample.string("p001/post-59.wxml")
    #expect(page.contains("src=\"/p000/files/hash0.png\""))
    #expect(page.contains("src=\"/p001/files/hash1.png\""))
    #expect(try sample.string("p001/post-59.js").contains("[\"/p000/files/hash0.png\",\"/p001/files/hash1.png\"]"))
  }

  @Test func `An article that no package can hold is reported`() throws {
    let sample = try Sample(
      [
        "posts/2024-01-01-a.md": "---\ndate: 2024-01-01\n---\n" + String(repeating: "字", count: 60_000),
        "about.md": "关于",
      ]
    ) { $0.miniProgram.packageBudget = 120_000 }
    let diagnostic = try #require(sample.assembled.diagnostics.first)
    #expect(diagnostic.code == .pageTooLarge && diagnostic.path.hasSuffix("a.md"))
    #expect(!sample.assembled.artifacts.contains { $0.path.hasSuffix("/a.wxml") })
    #expect(sample.assembled.artifacts.contains { $0.path.hasSuffix("/about.wxml") })
  }

  @Test func `Preloading keeps to the quota of one package`() {
    let rules = PreloadRules.make(
      pages: [["a", "b"], ["c"], ["d"]], home: "home", sizes: [1_000_000, 900_000, 1_900_000])
    #expect(rules.map(\.page) == ["home", "p001/b", "p002/c"])
    #expect(rules.map(\.packages) == [[1, 2], [2], [3]])
  }
}
