import Diagnostics
import Foundation
import Manuscript
import TestSupport
import Testing

@testable import Pressroom

/// Real drawings by Graphviz itself.
@Suite struct DiagramTests {
  private static let isSkipped = ChildProcess.find("dot") == nil && !Fixtures.isCI

  private func press(_ folder: TemporaryFolder) -> Press {
    Press(
      options: PressOptions(
        source: folder.path, output: folder.path + "/_site", jobs: 2, now: 1_700_000_000, toolVersion: "test"))
  }

  private func article(_ graphs: String..., title: String = "图") -> String {
    "---\ntitle: \(title)\n---\n\n" + graphs.map { "```dot\n\($0)\n```\n\n" }.joined()
  }

  @Test(.disabled(if: isSkipped, "Graphviz is not installed"))
  func bothEditionsShowThePicture() async throws {
    let folder = try TemporaryFolder()
    try folder.write(article("digraph { 甲 -> 乙 [label=\"<&>\"] }"), to: "content/a.md")
    let build = try await press(folder).build()
    #expect(build.isDelivered && build.diagnostics.isEmpty, "\(build.diagnostics)")
    let page = try #require(folder.read("_site/web/a/index.html"))
    #expect(page.contains("<svg role=\"img\" aria-label=\"图示\"") && page.contains(">&lt;&amp;&gt;</text>"))
    #expect(page.contains("<summary>图的源码</summary>"))
    let files = folder.files()
    // The picture as a file too: feeds and readers elsewhere have no use for SVG in the page.
    #expect(files.filter { $0.hasPrefix("_site/web/theme/img/diagram-") }.count == 1)
    let packed = try #require(files.first { $0.hasPrefix("_site/miniprogram/") && $0.hasSuffix(".svg") })
    let wxml = try #require(files.first { $0.hasSuffix("/a.wxml") }.flatMap(folder.read))
    #expect(wxml.contains(String(packed.dropFirst("_site/miniprogram".count))))
    let picture = try #require(folder.read(packed))
    // Dark pages too get it on paper.
    #expect(picture.contains("class=\"plain\"") && picture.contains("<rect class=\"ground\""))
    for refused in ["<style", "%", "<a", "<!", "<title", "xlink"] { #expect(!picture.contains(refused), "\(refused)") }
    let outcomes = build.adaptations.filter { $0.construct == "diagram" }
    #expect(outcomes.map(\.edition) == [.miniProgram] && outcomes.map(\.replacement) == ["image"])
  }

  /// Whatever a graph asks for, no file is opened, and nothing but shapes and words comes through.
  @Test(.disabled(if: isSkipped, "Graphviz is not installed"))
  func nothingLeadsOut() async throws {
    let folder = try TemporaryFolder()
    try folder.write("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>", to: "secret.svg")
    let secret = folder.path + "/secret.svg"
    let graphs = [
      "digraph { a [image=\"\(secret)\"] }", "digraph { \"image\"=\"\(secret)\" a }",
      "digraph { node [ /* x */ shapefile = \"\(secret)\"] a }", "digraph { a [\"ima\" + \"ge\"=\"\(secret)\"] }",
      "digraph { a [\"ima\\\nge\"=\"\(secret)\"] }", "digraph { imagepath=\"/etc\" a }",
      "digraph { fontpath=\"/etc\" a }", "digraph { stylesheet=\"https://example.org/a.css\" a }",
      "digraph { _background=\"I 0 0 9 9 3 -a.b\" a }",
      "digraph { a [label=<<table><tr><td><IMG SRC=\"\(secret)\"/></td></tr></table>>] }",
    ]
    for (index, graph) in graphs.enumerated() { try folder.write(article(graph), to: "content/bad\(index).md") }
    try folder.write(
      article(
        "digraph { a [URL=\"javascript:alert(1)\", tooltip=\"<script>\", class=\"x\", id=\"y\"]; b [href=\"https://example.org/\"] a -> b }",
        "digraph { \"</svg><script>alert(1)</script>\" [fontname=\"x;src:url(https://example.org/)\"] }"),
      to: "content/good.md")
    let build = try await press(folder).build()
    #expect(build.diagnostics.map(\.code) == graphs.map { _ in .diagramFile }, "\(build.diagnostics)")
    let pictures = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/.offprint/diagrams")
    #expect(pictures.count == 2)
    for name in pictures {
      let text = try #require(folder.read(".offprint/diagrams/" + name))
      for refused in ["javascript", "example.org", "<a", "href", "<script", "<image", "id=", "<style"] {
        #expect(!text.contains(refused), "\(refused) in \(text)")
      }
    }
  }

  /// The guards behind the first one: what is asked for in a way that the scanner does not see is neither opened nor
  /// printed.
  @Test(.disabled(if: isSkipped, "Graphviz is not installed"))
  func graphvizItselfOpensNothing() async throws {
    let folder = try TemporaryFolder()
    try folder.write("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"77\" height=\"99\"/>", to: "secret.svg")
    let drawer = DiagramDrawer(source: folder.path, paper: "#ffffff", tool: ChildProcess.find("dot"))
    let graph = "digraph { a [image=\"\(folder.path)/secret.svg\", label=\"\"] }"
    let answer = try #require(await drawer.run(Array(graph.utf8)))
    #expect(answer.status == 0 && answer.errors.contains("unsafe"), "\(answer.errors)")
    let picture = try #require(DrawnGraph(graphviz: answer.output, paper: "#ffffff", name: "n"))
    #expect(!String(decoding: picture.svg, as: UTF8.self).contains("secret"))
  }

  @Test(.disabled(if: isSkipped, "Graphviz is not installed"))
  func whatIsDrawnOnceIsNotDrawnAgain() async throws {
    let folder = try TemporaryFolder()
    try folder.write(article("digraph { a -> b }"), to: "content/a.md")
    try folder.write(article("digraph { a -> b }", title: "又"), to: "content/b.md")
    _ = try await press(folder).build()
    let drawn = folder.path + "/.offprint/diagrams"
    let names = try FileManager.default.contentsOfDirectory(atPath: drawn)
    #expect(names.count == 1)
    let file = drawn + "/" + (names.first ?? "")
    let before = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date
    try folder.write(article("digraph { a -> b }", title: "新"), to: "content/a.md")
    let build = try await press(folder).build()
    #expect(build.written.contains("web/a/index.html"))
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date == before)
    // What nobody may read yet leaves no picture either.
    try folder.write(
      "---\ntitle: 草稿\ndraft: true\n---\n\n```dot\ngraph { secret }\n```\n", to: "content/posts/2020-01-01-d.md")
    _ = try await press(folder).build()
    #expect(try FileManager.default.contentsOfDirectory(atPath: drawn).count == 1)
  }

  /// A graph that would take for ever, and one that prints too much, are ended; their source is shown.
  @Test(.disabled(if: isSkipped, "Graphviz is not installed"), .timeLimit(.minutes(1)))
  func whatIsTooMuchIsEnded() async throws {
    let folder = try TemporaryFolder()
    var heavy = "digraph { splines=ortho; "
    for a in 0..<400 { for b in 1..<12 { heavy += "n\(a)->n\((a * 7 + b * 13) % 400);" } }
    try folder.write(article(heavy + "}"), to: "content/heavy.md")
    let start = ContinuousClock.now
    let build = try await press(folder).build()
    #expect(ContinuousClock.now - start < .seconds(DiagramDrawer.timeLimit * 2))
    #expect(build.diagnostics.map(\.code) == [.toolFailed], "\(build.diagnostics)")
    #expect(folder.read("_site/web/heavy/index.html")?.contains("此图以源码显示。") == true)
  }

  @Test func wordsOfGraphviz() {
    #expect(GraphvizWords("Error: <stdin>: syntax error in line 3 near '->'\n").near == "->")
    #expect(GraphvizWords("Warning: x\nError: <stdin>: syntax error in line 12\n").line == 12)
    #expect(GraphvizWords("Error: mismatched tag in line 1 \n... y</HTML> ...\n").line == nil)
    #expect(GraphvizWords("").reason == "")
  }

  @Test func coloursOfItsOwnAreTold() throws {
    func picture(_ shape: String) -> DrawnGraph? {
      DrawnGraph(
        graphviz: Array("<?xml?><svg viewBox=\"0.00 0.00 10.5 20\" w=\"1\">\(shape)</svg>".utf8), paper: "#fff",
        name: "n-")
    }
    let plain = try #require(picture("<g id=\"a\"><title>t</title><ellipse fill=\"lightgrey\" stroke=\"black\"/></g>"))
    #expect(plain.size == PixelSize(width: 11, height: 20))
    #expect(String(decoding: plain.svg, as: UTF8.self).contains("class=\"plain\""))
    let dyed = try #require(
      picture("<ellipse fill=\"red\" onclick=\"x\"/><script>alert(1)</script><image href=\"a\"/>"))
    let text = String(decoding: dyed.svg, as: UTF8.self)
    #expect(text.contains("class=\"dyed\"") && !text.contains("script") && !text.contains("image"))
    #expect(picture("<ellipse") == nil && picture("<g>") == nil)
    #expect(DrawnGraph(graphviz: [], paper: "#fff", name: "n") == nil)
  }
}
