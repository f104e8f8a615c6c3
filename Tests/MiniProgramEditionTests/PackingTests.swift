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
    let sample = try Sample(posts(400) { "\($0) " + String(repeating: "字", count: 600) }) {
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

  @Test func `An image of two packages is kept once in the main package, others beside their article`() throws {
    let assets = (0..<3).map { index in
      Asset(
        path: "assets/\(index).png", sitePath: "/assets/\(index).png", kind: .png, byteCount: 5000,
        size: PixelSize(width: 400, height: 300), contentHash: "hash\(index)")
    }
    let sample = try Sample(
      posts(60) { number in
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

  @Test func `An article that no package can hold is reported`() throws {
    let sample = try Sample(
      [
        "posts/2024-01-01-a.md": "---\ndate: 2024-01-01\n---\n" + String(repeating: "字", count: 120_000),
        "about.md": "关于",
      ]
    ) { $0.miniProgram.packageBudget = 300_000 }
    let diagnostic = try #require(sample.assembled.diagnostics.first)
    #expect(diagnostic.code == .pageTooLarge && diagnostic.path.hasSuffix("a.md"))
    #expect(!sample.assembled.artifacts.contains { $0.path.hasSuffix("/a.wxml") })
    #expect(sample.assembled.artifacts.contains { $0.path.hasSuffix("/about.wxml") })
  }

  @Test func `Pinned posts stay however old, and every article left out says what it weighs`() throws {
    var sources = posts(120) { _ in String(repeating: "字", count: 1000) }
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
    let sources = posts(120) { _ in String(repeating: "字", count: 1500) }
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

  @Test func `Neighbours share a package or have theirs preloaded`() throws {
    let sample = try Sample(posts(400) { "\($0) " + String(repeating: "字", count: $0 % 9 * 300) }) {
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

  private static func pictures(_ count: Int, bytes: Int) -> [Asset] {
    (0..<count).map { index in
      Asset(
        path: "assets/\(index).png", sitePath: "/assets/\(index).png", kind: .png, byteCount: bytes + index,
        size: PixelSize(width: 400, height: 300), contentHash: "hash\(index)")
    }
  }

  @Test func `What is heavier than a package in one piece names what is heavy in it`() throws {
    // A row of a table cannot be cut.
    let table = "| a | b | c |\n|---|---|---|\n| ![](/assets/0.png) | ![](/assets/1.png) | ![](/assets/2.png) |\n"
    let sample = try Sample(["posts/2024-01-01-a.md": table], assets: Self.pictures(3, bytes: 900_000))
    let diagnostic = try #require(sample.assembled.diagnostics.first)
    #expect(diagnostic.code == .pageTooLarge && diagnostic.path.hasSuffix("a.md"))
    #expect(diagnostic.notes.map { $0.arguments[0] } == ["assets/2.png", "assets/1.png", "assets/0.png"])
    #expect(diagnostic.notes.map { Int($0.range.start) } == [76, 55, 34])
  }

  @Test func `An article heavier than a package is spread over several`() throws {
    let body = (0..<12).map { "## Section \($0)\n\n![](/assets/\($0).png)\n\n```js\nlet a\($0)\n```\n" }
    let sample = try Sample(
      [
        "posts/2024-01-01-a.md": "---\ndate: 2024-01-01\n---\n" + body.joined(separator: "\n"),
        "posts/2024-01-02-b.md": "---\ndate: 2024-01-02\n---\n[last](2024-01-01-a.md#section-11)\n",
      ], assets: Self.pictures(12, bytes: 420_000))
    #expect(sample.assembled.diagnostics.isEmpty)
    let packages = sample.assembled.packages
    #expect(packages.count == 4 && packages.allSatisfy { $0.bytes <= 2 * 1024 * 1024 })
    let manifest = try #require(try sample.json("manifest.json") as? [String: Any])
    let article = try #require((manifest["articles"] as? [[String: Any]])?.first)
    let pages = try #require(article["pages"] as? [String])
    #expect(article["page"] as? String == pages[0] && article["parts"] as? Int == pages.count)
    let folders = pages.map { String($0.prefix(4)) }
    #expect(Set(folders).count > 2 && folders == folders.sorted())

    // Every part finds its own files, its map, and the parts around it.
    let paths = Set(sample.assembled.artifacts.map(\.path))
    let settings = try #require(try sample.json("app.json") as? [String: Any])
    let rules = try #require(settings["preloadRule"] as? [String: [String: Any]])
    for (number, page) in pages.enumerated() {
      let script = try sample.string(page + ".js")
      let images = try sample.string(page + ".wxml").components(separatedBy: "src=\"/").dropFirst().map {
        String($0.prefix { $0 != "\"" })
      }
      #expect(!images.isEmpty)
      for image in images {
        #expect(paths.contains(image) && image.hasPrefix(folders[number]))
        #expect(script.contains("\"/\(image)\""))
      }
      #expect(script.contains("\"folders\":[\"\(folders.joined(separator: "\",\""))\"]"))
      #expect(script.contains("require('./a_m.js')") && paths.contains("\(folders[number])/a_m.js"))
      guard number + 1 < pages.count, folders[number] != folders[number + 1] else { continue }
      #expect((rules[page]?["packages"] as? [String])?.contains(folders[number + 1]) == true)
    }
    // A link to a heading leads to its part, wherever that lies.
    #expect(try sample.string("p001/b.wxml").contains("data-p=\"/\(pages[pages.count - 1])\""))
  }

  @Test func `A heavy article comes whole or not at all`() {
    let pieces = (0..<3).map {
      Packer.Item(entry: 1, pageBytes: 800_000, files: [], listBytes: 0, pages: $0..<$0 + 1)
    }
    let items = [
      Packer.Item(entry: 0, pageBytes: 500_000, files: [], listBytes: 10),
      Packer.Item(entry: 1, pageBytes: 2_400_000, files: [], listBytes: 10, pieces: pieces),
      Packer.Item(entry: 2, pageBytes: 400_000, files: [], listBytes: 10),
    ]
    let roomy = Packer(
      items, budget: .init(package: 1_000_000, packages: 9, total: 9_000_000, main: 100), fileBytes: [])
    #expect(roomy.packages.map { $0.map(\.entry) } == [[0], [1], [1], [1], [2]])
    let tight = Packer(
      items, budget: .init(package: 1_000_000, packages: 3, total: 9_000_000, main: 100), fileBytes: [])
    #expect(tight.packages.map { $0.map(\.entry) } == [[0, 2]])
    #expect(tight.leftOut.map(\.entry) == [1] && tight.leftOut.map(\.limit) == [.count])
    #expect(tight.leftOut.map(\.bytes) == [2_400_000])
  }

  @Test func `The manifest maps every article to its page and web address or says why not`() throws {
    var sources = posts(80) { _ in String(repeating: "字", count: 1000) }
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
