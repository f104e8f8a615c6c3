import Diagnostics
import Foundation
import Manuscript
import TestSupport
import Testing

@testable import MiniProgramEdition

/// No text that an author can write breaks a page or comes out changed: random pieces that have broken printers before,
/// in every place where text can stand, read back by readers that know nothing of the printers.
@Suite struct TextSafetyTests {
  /// Where a text was put, and by whom it must be found again.
  private struct Planted {
    var place: String
    var text: String
    var finder: Finder
    enum Finder {
      case words, richText, code
      /// What is set as a formula is said as its TeX; what is none shows it.
      case formula
      case attribute(String)
    }
  }

  private static let range = SourceRange(start: 0, end: 0)

  private static func inline(_ kind: Inline.Kind) -> Inline { Inline(kind, range: range) }
  private static func words(_ text: String) -> [Inline] { [inline(.text(Text(text)))] }
  private static func block(_ kind: Block.Kind) -> Block { Block(kind, range: range) }

  /// An article with a text of its own in each place, and the texts.
  private static func article(seed: Int) -> (Article, [Planted]) {
    var random = Randomness(seed: UInt64(seed))
    var planted: [Planted] = []
    // Begins and ends with a sign, as blanks at the edges of a line do not print; line ends print in code alone.
    func text(_ place: String, _ finder: Planted.Finder = .words) -> String {
      var text = "甲\(planted.count)" + random.text(pieces: 1 + seed % 7) + "乙"
      if case .code = finder {
        text += "\n" + random.text(pieces: 6) + "丙\n"
      } else {
        text = String(
          String.UnicodeScalarView(text.unicodeScalars.map { "\n\r".unicodeScalars.contains($0) ? " " : $0 }))
      }
      planted.append(Planted(place: place, text: text, finder: finder))
      return text
    }
    var references: [Reference] = []
    func refer(_ role: Reference.Role, _ target: String) -> Int {
      references.append(Reference(role: role, target: target, range: range))
      return references.count - 1
    }
    let title = text("title")
    let outside = text("address", .attribute("data-u"))
    let cell = Table.Cell(content: .inlines([inline(.text(Text(text("plain cell", .richText))))]))
    let linked = Table.Cell(
      content: .inlines([
        inline(
          .link(
            Link(reference: refer(.link, "https://example.org/#x")), words(text("link in a cell"))))
      ]))
    let body: [Block] = [
      block(.heading(Heading(level: 2, id: text("anchor name", .attribute("none")), content: words(text("heading"))))),
      block(
        .paragraph(
          words(text("paragraph")) + [
            inline(.code(Text(text("code span")))), inline(.strong(words(text("strong")))),
            inline(.link(Link(reference: refer(.link, "https://example.org/" + outside)), words(text("link")))),
            inline(
              .abbreviation(
                title: Text(text("long form", .attribute("data-t"))), words(text("abbreviation")))),
            inline(.math(Formula(Text(text("math", .formula))))),
            inline(.footnoteReference(FootnoteReference(footnote: 0, occurrence: 0))),
          ])),
      block(
        .paragraph(
          words(text("beside a reading")) + [
            inline(
              .ruby([RubyPair(base: words(text("base", .richText)), reading: words(text("reading", .richText)))]))
          ])),
      block(
        .paragraph([
          inline(
            .image(
              Image(
                reference: refer(.image, "/assets/a.png"),
                alternative: Text(text("alternative", .attribute("aria-label")))))),
          inline(
            .image(
              Image(
                reference: refer(.image, "https://example.org/a.png"), alternative: Text(text("remote alternative"))))),
        ])),
      block(
        .list(
          List(
            marker: .bullet, isTight: true,
            items: [List.Item(content: [block(.paragraph(words(text("item"))))], range: range)]))),
      block(.alert(Alert(kind: .tip, title: words(text("alert title")), content: []))),
      block(
        .code(
          CodeBlock(
            text: Text(text("code", .code)), title: Text(text("file name")), showsLineNumbers: seed % 2 == 0))),
      block(.table(Table(caption: words(text("caption")), head: [], body: [[cell]]))),
      block(.table(Table(head: [], body: [[linked]]))),
      block(.math(Formula(Text(text("displayed math", .formula))))),
      block(.definitionList([DefinitionItem(terms: [words(text("term"))], definitions: [])])),
      block(.figure(Figure(content: [], caption: words(text("figure caption"))))),
      block(.details(Details(summary: words(text("summary")), isOpen: false, content: []))),
      block(
        .embed(Embed(reference: refer(.embed, "https://example.org/e"), title: Text(text("embed"))))),
      block(
        .media(Media(kind: .audio, sources: [refer(.media, "/assets/a.mp3")], title: Text(text("recording"))))),
    ]
    let note = text("footnote")
    var frontMatter = FrontMatter()
    frontMatter.date = ArticleDate(seconds: 1_700_000_000, offsetMinutes: 480)
    let facts = ArticleFacts(
      path: "content/posts/2024-01-01-a.md", kind: .post, fingerprint: 1, frontMatter: frontMatter, title: title,
      slug: "a", outline: [], references: references, summary: "", wordCount: 1)
    let footnote = Footnote(
      label: "1", content: [block(.paragraph(words(note)))], referenceCount: 1, range: range)
    return (Article(facts: facts, body: body, footnotes: [footnote]), planted)
  }

  private static let assets = [("a.png", Asset.Kind.png), ("a.mp3", .audio)].map { name, kind in
    Asset(
      path: "assets/\(name)", sitePath: "/assets/\(name)", kind: kind, byteCount: 1000,
      size: kind == .png ? PixelSize(width: 400, height: 300) : nil, contentHash: "h" + name.suffix(3))
  }

  private static func contains(_ whole: String, _ part: String) -> Bool {
    part.utf8.isEmpty || Data(whole.utf8).range(of: Data(part.utf8)) != nil
  }

  /// Without what a browser may collapse or a block of code says in another way.
  private static func dense(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !" \t\n\r\u{A0}".unicodeScalars.contains($0) }))
  }

  private func check(_ planted: [Planted], attributes: [(name: String, value: String)], text: String, by reader: String)
  {
    let html = attributes.filter { $0.name == "nodes" }.map { VisibleHTML.text($0.value) }.joined(separator: "\n")
    for one in planted {
      let isThere: Bool
      switch one.finder {
      case .words: isThere = Self.contains(text, one.text)
      case .richText: isThere = Self.contains(html, one.text)
      case .code:
        // Line numbers stand between lines.
        isThere = one.text.unicodeScalars.split(separator: "\n").allSatisfy {
          Self.contains(Self.dense(html), Self.dense(String($0)))
        }
      case .formula:
        isThere =
          Self.contains(text, one.text)
          || attributes.contains { $0.name == "aria-label" && Self.contains($0.value, one.text) }
      case .attribute("none"): isThere = true
      case .attribute(let name): isThere = attributes.contains { $0.name == name && Self.contains($0.value, one.text) }
      }
      #expect(isThere, "\(one.place) is lost or changed, says \(reader): \(one.text.debugDescription)")
    }
  }

  @Test(arguments: 0..<120) func `Every place gives its text back`(seed: Int) throws {
    let (article, planted) = Self.article(seed: seed)
    let sample = try Sample(articles: [article], assets: Self.assets)
    let root = try WXMLDocument(sample.rendered[0].pages[0].wxml).root
    check(
      planted, attributes: root.all.flatMap(\.attributes), text: root.text, by: "the reader of WXML")
    let path = try #require(sample.assembled.artifacts.first { $0.path.hasSuffix("/a.json") }?.path)
    let settings = try #require(try sample.json(path) as? [String: Any])
    #expect((settings["navigationBarTitleText"] as? String).map { Array($0.utf8) } == Array(article.facts.title.utf8))
  }

  private struct PageReport: Decodable {
    var facts: Facts
    var nodes: [[String]]
    struct Facts: Decodable {
      var title: String
      var codes: [String]
      var notes: [String: String]
    }
  }

  private static let node = ["/usr/bin/node", "/usr/local/bin/node"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(.disabled(if: node == nil && !Fixtures.isCI, "node is not installed"), arguments: 0..<12)
  func `JavaScript reads the same`(seed: Int) throws {
    let (article, planted) = Self.article(seed: 500 + seed)
    let sample = try Sample(articles: [article], assets: Self.assets)
    let folder = FileManager.default.temporaryDirectory.appending(path: "offprint-text-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try sample.write(to: folder)
    let page = try #require(sample.assembled.artifacts.first { $0.path.hasSuffix("/a.wxml") }?.path.dropLast(5))
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.node, "node is not installed"))
    process.arguments = [
      Fixtures.root.appending(path: "Tests/MiniProgram/read-page.js").path, folder.appending(path: String(page)).path,
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    let report = try JSONDecoder().decode(PageReport.self, from: data)
    check(
      planted, attributes: report.nodes.filter { $0[0] != "" }.map { (name: $0[0], value: $0[1]) },
      text: report.nodes.filter { $0[0] == "" }.map { $0[1] }.joined(), by: "JavaScript")
    #expect(Array(report.facts.title.utf8) == Array(article.facts.title.utf8))
    let code = try #require(planted.first { $0.place == "code" })
    // What is copied is the source itself, every byte of it.
    #expect(report.facts.codes.map { Array($0.utf8) } == [Array(code.text.utf8)])
    let note = try #require(planted.first { $0.place == "footnote" })
    #expect(report.facts.notes.values.map { Array($0.utf8) } == [Array(note.text.utf8)])
  }

  /// What cannot be text at all is replaced before it comes here: bytes that are no UTF-8, halves of a pair written as
  /// references, and U+0000.
  @Test func `Impossible characters never reach a page`() throws {
    var source = Array("---\ntitle: T\ndate: 2024-01-01\n---\na&#xD800;b&#0;c&#x110000;d ".utf8)
    source += [0xED, 0xA0, 0x80, 0x20, 0xFF, 0x20, 0x00, 0x65, 0x0A]
    let sample = try Sample(["posts/2024-01-01-a.md": String(decoding: source, as: UTF8.self)])
    let text = try WXMLDocument(sample.rendered[0].pages[0].wxml).root.text
    #expect(text.contains("a\u{FFFD}b\u{FFFD}c\u{FFFD}d"))
    #expect(!text.unicodeScalars.contains("\u{0}"))
  }
}
