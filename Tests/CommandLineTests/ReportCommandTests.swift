import Foundation
import Testing

/// `report` from the outside.
@Suite struct ReportCommandTests {
  private func program() throws -> Program {
    let program = try Program()
    try program.write(
      "content/posts/2024-01-01-a.md",
      "---\ntitle: A\n---\n\n## H\n\n$$x^2$$ $$\\frac{a$$\n\n<iframe src=\"https://example.org/\"></iframe>\n")
    try program.write("content/posts/2024-01-02-b.md", "---\ntitle: B\n---\n\n## H\n\n**b** $$y$$ $$\\frac{b$$\n")
    return program
  }

  @Test func oneArticleIsShownWithPlaces() throws {
    let program = try program()
    defer { program.remove() }
    let outcome = try program.run("report", "content/posts/2024-01-01-a.md")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "content/posts/2024-01-01-a.md")
    #expect(lines.contains { $0.contains("heading") && $0.contains("×1") && $0.contains("kept") })
    #expect(lines.contains { $0.contains("math") && $0.contains("→ its source text ×1 (7:9)") })
    #expect(
      lines.contains { $0.contains("embed") && $0.contains("→ a card with the address, needs a network ×1 (9:1)") })
    #expect(!outcome.output.contains("strong"))
  }

  @Test func aDrawingIsOneConstructAndWhatIsMissingNeedsNoNetwork() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(
      "content/posts/2024-01-01-a.md",
      """
      ---
      title: A
      ---

      <svg viewBox="0 0 9 9"><g><path d="M0 0h9"/><circle r="2"/></g></svg>

      <video src="/assets/gone.mp4"></video>

      ![gone](/assets/gone.png)
      """)
    let outcome = try program.run("report", "--format", "json", "content/posts/2024-01-01-a.md")
    let line = try JSONDecoder().decode(Line.self, from: Data(outcome.output.utf8))
    #expect(line.constructs.map(\.construct).filter { ["svg", "g", "path", "circle"].contains($0) } == ["svg"])
    for name in ["media", "image"] {
      let fate = try #require(line.constructs.first { $0.construct == name }).miniprogram
      #expect(fate.kept == 0 && fate.changes.map(\.outcome) == ["adapted"] && fate.changes[0].replacement == "card")
    }
  }

  @Test func allArticlesAreAddedUp() throws {
    let program = try program()
    defer { program.remove() }
    let outcome = try program.run("report", "--language", "zh-Hans")
    #expect(outcome.status == 0 && outcome.output.hasPrefix("2 篇文章\n"))
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.contains("heading") && $0.contains("×2") && $0.contains("保留") })
    #expect(lines.contains { $0.contains("math") && $0.contains("→ 源文本 ×2") })
    // Nothing is written.
    #expect(try program.files() == ["content/posts/2024-01-01-a.md", "content/posts/2024-01-02-b.md"])
  }

  private struct Line: Decodable {
    var kind: String
    var path: String
    var editions: [String]
    var constructs: [Construct]
    struct Construct: Decodable {
      var construct: String
      var count: Int
      var site: Fate
      var miniprogram: Fate
    }
    struct Fate: Decodable {
      var kept: Int
      var changes: [Change]
    }
    struct Change: Decodable {
      var outcome: String
      var replacement: String
      var losesText: Bool
      var places: [Place]
    }
    struct Place: Decodable {
      var start: Int
      var end: Int
      var line: Int
      var column: Int
    }
  }

  @Test func programsGetOneObjectAnArticle() throws {
    let program = try program()
    defer { program.remove() }
    let outcome = try program.run("report", "--format", "json")
    let lines = try outcome.output.split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
    #expect(lines.map(\.path) == ["content/posts/2024-01-01-a.md", "content/posts/2024-01-02-b.md"])
    #expect(lines.allSatisfy { $0.kind == "fidelity" && $0.editions == ["site", "miniprogram"] })
    let embed = try #require(lines[0].constructs.first { $0.construct == "embed" })
    #expect(embed.count == 1 && embed.site.kept == 1 && embed.site.changes.isEmpty && embed.miniprogram.kept == 0)
    let change = try #require(embed.miniprogram.changes.first)
    #expect(change.outcome == "needs-network" && change.replacement == "card" && !change.losesText)
    #expect(change.places.map(\.line) == [9] && change.places.map(\.column) == [1])
    #expect(change.places.allSatisfy { $0.end > $0.start })
  }

  @Test func aFileThatIsNotThereIsSaid() throws {
    let program = try program()
    defer { program.remove() }
    #expect(try program.run("report", "content/none.md").status == 3)
    #expect(try program.run("report", "/etc/passwd").status != 0)
  }
}
