import Foundation
import Testing

@testable import Diagnostics

/// `build`, `check` and `dump` from the outside: streams, statuses, options.
@Suite struct BuildCommandTests {
  private func program(_ body: String = "Text.") throws -> Program {
    let program = try Program()
    try program.write("content/posts/2024-01-01-a.md", "---\ntitle: 标题\n---\n\n\(body)\n")
    return program
  }

  @Test func aStarterFolderBuildsWithoutAWord() throws {
    let program = try Program()
    defer { program.remove() }
    for language in ["en", "zh-Hans"] {
      #expect(try program.run("init", language, "--language", language).status == 0)
      let outcome = try program.run(["build", "--strict", "--language", language], in: language)
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
      #expect(outcome.output.hasPrefix("✓ "))
      let files = try program.files()
      #expect(files.contains("\(language)/_site/web/index.html"))
      #expect(files.contains("\(language)/_site/miniprogram/app.json"))
    }
  }

  @Test func aSecondBuildWritesNothing() throws {
    let program = try program()
    defer { program.remove() }
    let first = try program.run("build")
    #expect(first.status == 0 && !first.output.contains("Files: 0 written"))
    let second = try program.run("build")
    #expect(second.output.contains("Files: 0 written, ") && second.output.contains(" 0 removed"))
  }

  @Test func checkWritesNothing() throws {
    let program = try program()
    defer { program.remove() }
    let outcome = try program.run("check")
    #expect(outcome.status == 0 && outcome.output.contains("1 article checked in "))
    #expect(try program.files() == ["content/posts/2024-01-01-a.md"])
  }

  @Test func warningsAreDeliveredUnlessStrict() throws {
    let program = try program("[x](nowhere.md)")
    defer { program.remove() }
    let lax = try program.run("build")
    #expect(lax.status == 0 && lax.errors.contains("content/posts/2024-01-01-a.md:5:5: warning[broken-link]: "))
    #expect(lax.output.contains("· 1 warning\n"))
    let before = try program.read("_site/web/index.html")
    try program.write("content/posts/2024-01-02-b.md", "---\ntitle: B\n---\n\nNew.\n")
    let strict = try program.run("build", "--strict")
    #expect(strict.status == 1 && strict.errors.contains(" error[broken-link]: "))
    #expect(strict.output.hasPrefix("✗ nothing delivered; what stood there stays"))
    #expect(try program.read("_site/web/index.html") == before)
  }

  @Test func quietSaysErrorsOnly() throws {
    let program = try program("[x](nowhere.md)")
    defer { program.remove() }
    let quiet = try program.run("build", "--quiet")
    #expect(quiet.status == 0 && quiet.output.isEmpty && quiet.errors.isEmpty)
    let strict = try program.run("build", "--quiet", "--strict")
    #expect(strict.status == 1 && strict.output.isEmpty && strict.errors.contains("error[broken-link]"))
  }

  @Test func pathsCanBeOpenedFromWhereTheUserStands() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("blog/content/posts/2024-01-01-a.md", "---\ntitle: A\n---\n\n[x](nowhere.md)\n")
    let text = try program.run("check", "--source", "blog")
    #expect(text.errors.hasPrefix("blog/content/posts/2024-01-01-a.md:5:5: "))
    let github = try program.run("check", "--source", "./blog/", "--format", "github")
    #expect(github.output.contains("::warning file=blog/content/posts/2024-01-01-a.md,line=5,col=5,"))
    let json = try program.run("check", "--source", "blog", "--format", "json")
    let lines = json.output.split(separator: "\n")
    for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    #expect(json.errors.isEmpty && lines.last == #"{"kind":"summary","errors":0,"warnings":1,"notes":0}"#)
    #expect(lines.first?.contains(#""file":"blog/content/posts/2024-01-01-a.md""#) ?? false)
  }

  @Test func coloursAreOnlyForTerminalsUnlessAskedFor() throws {
    let program = try program("[x](nowhere.md)")
    defer { program.remove() }
    #expect(!(try program.run("check").errors.contains("\u{1B}")))
    #expect(
      try program.run("check", "--color", "always", environment: ["NO_COLOR": "1"]).errors.contains("\u{1B}[1;33m"))
  }

  @Test func oneEditionIsOneEdition() throws {
    let program = try program()
    defer { program.remove() }
    #expect(try program.run("build", "--edition", "site", "--output", "out").status == 0)
    let files = try program.files()
    #expect(files.contains("out/web/index.html") && !files.contains { $0.hasPrefix("out/miniprogram/") })
  }

  @Test func draftsAndTheFutureAppearOnDemand() throws {
    let program = try program()
    defer { program.remove() }
    try program.write("content/posts/2024-01-02-draft.md", "---\ntitle: D\ndraft: true\n---\n\nDraft.\n")
    try program.write("content/posts/2024-06-01-later.md", "---\ntitle: L\n---\n\nLater.\n")
    // 2024-05-01, so June is the future.
    #expect(try program.run("check").output.contains("1 article "))
    #expect(try program.run("check", "--drafts").output.contains("2 articles "))
    #expect(try program.run("check", "--drafts", "--future").output.contains("3 articles "))
    #expect(
      try program.run("check", "--future", environment: ["SOURCE_DATE_EPOCH": "1893456000"]).output.contains(
        "2 articles "))
    #expect(try program.run("check", environment: ["SOURCE_DATE_EPOCH": "1893456000"]).output.contains("2 articles "))
  }

  @Test func dumpShowsTheTree() throws {
    let program = try program("Some *text* \u{1B}[31m.")
    defer { program.remove() }
    let fromHere = try program.run("dump", "content/posts/2024-01-01-a.md")
    #expect(fromHere.status == 0 && fromHere.output.contains("paragraph") && fromHere.output.contains("emphasis"))
    #expect(!fromHere.output.contains("\u{1B}"))
    let fromBelow = try program.run(["dump", "2024-01-01-a.md", "--source", "../.."], in: "content/posts")
    #expect(fromBelow.output == fromHere.output)
    let outside = try program.run("dump", "/etc/passwd")
    #expect(outside.status == 3 && outside.errors.contains("error[unsafe-path]"))
  }

  private struct Place: Decodable, Equatable {
    var offset: Int
    var line: Int
    var column: Int
  }

  private struct Node: Decodable {
    var node: String
    var text: String?
    var attributes: [String: String]?
    var range: [String: Place]?
    var children: [Node]?

    func all(_ name: String) -> [Node] {
      (node == name ? [self] : []) + (children ?? []).flatMap { $0.all(name) }
    }
  }

  private struct Tree: Decodable {
    var kind: String
    var path: String
    var nodes: [Node]
  }

  @Test func dumpAsJSONIsTheTreeThenWhatIsWrongWithIt() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(
      "content/posts/2024-01-01-a.md", "---\npin: 也许\n---\n\n中文 *\"text\"*[^1] \u{1B}。\n{: .note}\n\n[^1]: 注。\n")
    let outcome = try program.run("dump", "--format", "json", "content/posts/2024-01-01-a.md")
    #expect(outcome.status == 0 && outcome.errors.isEmpty && !outcome.output.contains("\u{1B}"))
    let lines = outcome.output.split(separator: "\n")
    try #require(lines.count == 2)
    #expect(lines[1].hasPrefix("{\"kind\":\"diagnostic\",\"code\":\"bad-value\""))
    let tree = try JSONDecoder().decode(Tree.self, from: Data(lines[0].utf8))
    #expect(tree.kind == "tree" && tree.path == "content/posts/2024-01-01-a.md")
    #expect(tree.nodes.map(\.node) == ["article", "body", "footnotes"])
    let paragraph = try #require(tree.nodes[1].children?.first)
    #expect(paragraph.attributes == ["class": "note"] && tree.nodes[2].all("footnote").count == 1)
    let word = try #require(paragraph.all("emphasis").first?.children?.first)
    #expect(word.text == "\"text\"")
    #expect(word.range?["start"] == Place(offset: 29, line: 5, column: 5))
  }
}
