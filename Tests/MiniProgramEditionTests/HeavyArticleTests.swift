import Diagnostics
import Foundation
import Manuscript
import Testing

@testable import MiniProgramEdition

/// Articles that one package does not hold.
@Suite struct HeavyArticleTests {
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

  @Test func `What is heavier than a package in one piece names what is heavy in it`() throws {
    // A row of a table cannot be cut.
    let table = "| a | b | c |\n|---|---|---|\n| ![](/assets/0.png) | ![](/assets/1.png) | ![](/assets/2.png) |\n"
    let sample = try Sample(["posts/2024-01-01-a.md": table], assets: Sample.pictures(3, bytes: 900_000))
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
      ], assets: Sample.pictures(12, bytes: 420_000))
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
}
