import Diagnostics
import Foundation
import Manuscript
import Testing

@testable import MiniProgramEdition

/// Which article lies in which package, and what comes with it.
@Suite struct PackingTests {
  private func bytes(_ sample: Sample, below root: String) -> Int {
    sample.assembled.artifacts.reduce(0) { size, artifact in
      guard artifact.path.hasPrefix(root + "/"), case .bytes(let bytes) = artifact.content else { return size }
      return size + bytes.count
    }
  }

  @Test func `Packages stay below their limit and report their size`() throws {
    let sample = try Sample(Sample.posts(400) { "\($0) " + String(repeating: "字", count: 600) }) {
      $0.miniProgram.packageBudget = 400_000
    }
    #expect(sample.assembled.packages.count > 3)
    #expect(sample.assembled.packages[0].name == "main")
    for package in sample.assembled.packages {
      #expect(package.bytes <= 400_000)
      if package.name != "main" { #expect(package.bytes == bytes(sample, below: package.name)) }
    }
    #expect(sample.assembled.diagnostics.isEmpty)
    let all = sample.assembled.artifacts.reduce(0) { size, artifact in
      if case .bytes(let bytes) = artifact.content, artifact.path != "manifest.json" {
        size + bytes.count
      } else {
        size
      }
    }
    #expect(all == sample.assembled.packages.reduce(0) { $0 + $1.bytes })
  }

  @Test func `An image of two packages is kept once in the main package, others beside their article`() throws {
    let assets = (0..<3).map { index in
      Asset(
        path: "assets/\(index).png", sitePath: "/assets/\(index).png", kind: .png, byteCount: 5000,
        size: PixelSize(width: 400, height: 300), contentHash: "hash\(index)")
    }
    let sample = try Sample(
      Sample.posts(60) { number in
        let own = number == 59 ? "\n\n![](/assets/1.png)\n" : ""
        return String(repeating: "字", count: 1500) + "\n\n![图](/assets/0.png)\n" + own
      }, assets: assets
    ) { $0.miniProgram.packageBudget = 300_000 }
    let copies = sample.assembled.artifacts.filter { if case .copy = $0.content { true } else { false } }.map(\.path)
    #expect(copies == ["p000/files/hash0.png", "p001/files/hash1.png"])
    let page = try sample.string("p001/post-59.wxml")
    #expect(page.contains("src=\"/p000/files/hash0.png\""))
    #expect(page.contains("src=\"/p001/files/hash1.png\""))
    #expect(try sample.string("p001/post-59.js").contains("[\"/p000/files/hash0.png\",\"/p001/files/hash1.png\"]"))
  }

  @Test func `Neighbours share a package or have theirs preloaded`() throws {
    let sample = try Sample(Sample.posts(400) { "\($0) " + String(repeating: "字", count: $0 % 9 * 300) }) {
      $0.miniProgram.packageBudget = 400_000
    }
    #expect(sample.assembled.packages.count > 4)
    let settings = try #require(try sample.json("app.json") as? [String: Any])
    let rules = try #require(settings["preloadRule"] as? [String: [String: Any]])
    var packageOf: [Int: String] = [:]
    for artifact in sample.assembled.artifacts where artifact.path.hasSuffix(".wxml") && artifact.path.hasPrefix("p0") {
      let name = artifact.path.dropFirst(5).dropLast(5)
      let entry = try #require(sample.publication.entries.firstIndex { $0.miniProgramName == name })
      packageOf[entry] = String(artifact.path.prefix(4))
    }
    var (near, far) = (0, 0)
    for (index, entry) in sample.publication.entries.enumerated() {
      for other in [entry.previous, entry.next].compactMap(\.self) {
        let own = try #require(packageOf[index])
        let preloaded = rules["\(own)/\(entry.miniProgramName)"]?["packages"] as? [String] ?? []
        if packageOf[other] == own || preloaded.contains(packageOf[other] ?? "") { near += 1 } else { far += 1 }
      }
    }
    #expect(far == 0 && near > 700)
    let home = try #require(rules["pages/home/index"]?["packages"] as? [String])
    #expect(home == ["p001"])
  }

  @Test func `Gaps are filled where packages would not suffice`() {
    let sizes = [600, 700, 300, 600, 300, 250, 200]
    let items = sizes.enumerated().map {
      Packer.Item(entry: $0.offset, pageBytes: $0.element * 1000, files: [], listBytes: 10)
    }
    let roomy = Packer(
      items, budget: .init(package: 1_000_000, packages: 9, total: 9_000_000, main: 100), fileBytes: [])
    #expect(roomy.packages.map { $0.map(\.entry) } == [[0], [1], [2, 3], [4, 5, 6]])
    let tight = Packer(
      items, budget: .init(package: 1_000_000, packages: 3, total: 9_000_000, main: 100), fileBytes: [])
    #expect(tight.packages.map { $0.map(\.entry) } == [[0, 2], [1, 5], [3, 4]])
    #expect(tight.leftOut.map(\.entry) == [6] && tight.leftOut.map(\.limit) == [.count])
  }

  @Test func `Equal files are carried once whatever their names`() throws {
    let assets = ["a", "b", "c"].map { name in
      Asset(
        path: "assets/\(name).png", sitePath: "/assets/\(name).png", kind: .png, byteCount: 5000,
        size: PixelSize(width: 400, height: 300), contentHash: name == "c" ? "two" : "one")
    }
    let sample = try Sample(
      [
        "posts/2024-01-01-a.md": "---\ndate: 2024-01-01\n---\n![](/assets/a.png)\n\n![](/assets/b.png)\n",
        "posts/2024-01-02-b.md": "---\ndate: 2024-01-02\n---\n![](/assets/b.png)\n\n![](/assets/c.png)\n",
      ], assets: assets)
    let copies = sample.assembled.artifacts.filter { if case .copy = $0.content { true } else { false } }.map(\.path)
    #expect(copies == ["p001/files/one.png", "p001/files/two.png"])
    let paths = sample.assembled.artifacts.map(\.path)
    #expect(Set(paths).count == paths.count)
    #expect(sample.assembled.diagnostics.isEmpty)
  }

  @Test func `Preloading keeps to the quota of one package and grants the weightiest`() {
    let rules = PreloadRules.make(
      [
        .init(page: "home", from: 0, package: 1, weight: 1), .init(page: "home", from: 0, package: 2, weight: 1),
        .init(page: "home", from: 0, package: 3, weight: 1), .init(page: "p001/b", from: 1, package: 2, weight: 1),
        .init(page: "p001/b", from: 1, package: 3, weight: 3), .init(page: "p002/c", from: 2, package: 2, weight: 9),
      ], sizes: [0, 1_000_000, 900_000, 1_900_000])
    #expect(
      rules == [.init(page: "home", packages: [1, 2]), .init(page: "p001/b", packages: [3])])
  }
}
