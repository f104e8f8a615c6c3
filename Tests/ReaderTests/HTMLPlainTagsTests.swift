import Diagnostics
import Manuscript
import Testing

@testable import Reader

@Suite struct HTMLPlainTagsTests {
  private static let tags = [
    "<b>", "</b>", "<strong>", "</strong>", "<i>", "</i>", "<em>", "</em>", "<s>", "</s>", "<kbd>", "</kbd>", "<sub>",
    "</sub>", "<sup>", "</sup>", "<u>", "</u>", "<q>", "</q>", "<br>", "<br/>", "<br />", "<a id=\"x\">",
    "<a id='y z'>",
    "<a name=\"中\">", "</a>",
  ]
  /// What the short way leaves to the general one.
  private static let others = [
    "<B>", "<br  />", "<br/ >", "<br clear=all>", "<br//>", "<b/>", "<b >", "</b >", "<b class=c>", "<a href='/c'>",
    "<a id=x>", "<a id=\"&amp;\">", "<a id=\"\">", "<a name=\"\">", "<a id='a' class='b'>", "<a id=\"a\" >", "<a>",
    "<span>", "</span>", "<x-own>", "</x-own>", "<!-- c -->", "<wbr>", "</br>", "<p>", "<img src=a.png>", "<ruby>",
  ]

  /// A line's pieces and where each of them stands in a file.
  private struct Line {
    var siblings: [Sibling<Inline>] = []
    var bytes: [UInt8] = []

    mutating func append(html: String) {
      siblings.append(.html(Array(html.utf8), SourceRange(bytes.count..<bytes.count + html.utf8.count)))
      bytes += html.utf8
    }

    mutating func append(text: String) {
      let range = SourceRange(bytes.count..<bytes.count + text.utf8.count)
      let inline = text == "\n" ? Inline(.softBreak, range: range) : Inline(.text(Text(text)), range: range)
      siblings.append(.node(inline))
      bytes += text.utf8
    }
  }

  /// Tags at random, mostly well nested.
  private static func line(_ generator: inout SeededGenerator, allowsOthers: Bool) -> Line {
    var line = Line()
    var open: [String] = []
    for _ in 0..<Int.random(in: 1...14, using: &generator) {
      switch Int.random(in: 0..<12, using: &generator) {
      case 0...4:
        let tag = tags.randomElement(using: &generator) ?? "<b>"
        if tag.hasPrefix("</") { continue }
        line.append(html: tag)
        if !tag.hasPrefix("<br") { open.append("</" + tag.dropFirst().prefix { $0.isLetter } + ">") }
      case 5...7: if let tag = open.popLast() { line.append(html: tag) }
      case 8: line.append(html: (allowsOthers ? others + tags : ["<br>"]).randomElement(using: &generator) ?? "<b>")
      default: line.append(text: ["a", " ", "\n", "文字，", "  b "].randomElement(using: &generator) ?? "a")
      }
    }
    while let tag = open.popLast() { line.append(html: tag) }
    if line.siblings.isEmpty { line.append(html: "<br>") }
    return line
  }

  /// What a way makes of a line, what it reports, and how deep it says the line is.
  private static func result(
    _ line: Line, _ way: (HTMLAssembler, [Sibling<Inline>]) -> String
  ) -> (tree: String, diagnostics: [Diagnostic], depth: Int) {
    let context = ReadingContext(file: SourceFile(path: "a.md", bytes: line.bytes), options: ReadingOptions())
    let tree = way(HTMLAssembler(context: context), line.siblings)
    return (tree, context.diagnostics, context.rawDepth(inside: SourceRange(0..<line.bytes.count)))
  }

  private static func dump(_ inlines: [Inline]) -> String { String(decoding: TreeDump.print(inlines), as: UTF8.self) }

  @Test func `the short way and the general one agree`() {
    var generator = SeededGenerator(state: 23)
    var short = 0
    for round in 0..<6000 {
      let line = Self.line(&generator, allowsOthers: round % 3 == 0)
      let context = ReadingContext(file: SourceFile(path: "a.md", bytes: line.bytes), options: ReadingOptions())
      if HTMLPlainTags.line(line.siblings, context) != nil { short += 1 }
      let inlines = Self.result(line) { Self.dump($0.inlines($1)) }
      let generalInlines = Self.result(line) { Self.dump($0.generalInlines($1)) }
      let paragraph = Self.result(line) { tree($0.paragraph($1)) }
      let generalParagraph = Self.result(line) { tree($0.generalParagraph($1)) }
      if inlines != generalInlines || paragraph != generalParagraph {
        Issue.record(
          """
          round \(round): \(String(decoding: line.bytes, as: UTF8.self).debugDescription)
          \(inlines) \(paragraph)
          --- general
          \(generalInlines) \(generalParagraph)
          """)
        return
      }
    }
    #expect(short > 3000)
  }

  @Test func `as deep as the limit and deeper`() {
    for depth in HTMLNesting.depthLimit - 2...HTMLNesting.depthLimit + 2 {
      var line = Line()
      for _ in 0..<depth { line.append(html: "<b>") }
      line.append(html: "<br>")
      line.append(text: "a")
      for _ in 0..<depth { line.append(html: "</b>") }
      let short = Self.result(line) { Self.dump($0.inlines($1)) }
      let general = Self.result(line) { Self.dump($0.generalInlines($1)) }
      #expect((short == general) as Bool, "\(depth) levels")
    }
  }

  @Test(arguments: others)
  func `what is not plain goes the general way`(tag: String) {
    var line = Line()
    line.append(html: tag)
    let context = ReadingContext(file: SourceFile(path: "a.md", bytes: line.bytes), options: ReadingOptions())
    #expect(HTMLPlainTags.line(line.siblings, context) == nil)
  }
}
