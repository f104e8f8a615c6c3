import Diagnostics
import Manuscript
import TestSupport

/// Random articles over every case of the model.
struct RandomTree {
  var random: Randomness
  let range = SourceRange(start: 0, end: 0)
  var referenceCount = 4
  let footnoteCount = 3

  init(seed: UInt64) { random = Randomness(seed: seed) }

  mutating func article(blocks count: Int, depth: Int, path: String = "content/posts/2024-01-01-a.md") -> Article {
    let body = (0..<count).map { _ in block(depth) }
    let footnotes = (0..<footnoteCount).map {
      Footnote(label: "\($0)", content: [block(1)], referenceCount: 1, range: range)
    }
    let references = [
      Reference(role: .link, target: "https://example.org/?a=1&b={{2}}", range: range),
      Reference(role: .image, target: "https://example.org/x.png", range: range),
      Reference(role: .link, target: "mailto:a@example.org", range: range),
      Reference(role: .link, target: "#a", range: range),
    ]
    var frontMatter = FrontMatter()
    frontMatter.date = ArticleDate(seconds: 1_700_000_000, offsetMinutes: 480)
    let facts = ArticleFacts(
      path: path, kind: .post, fingerprint: 1, frontMatter: frontMatter, title: "随机", slug: "a",
      outline: (0..<3).map { .init(level: $0 + 1, id: "h\($0)", title: "标题 \($0)", range: range, block: 0) },
      references: references, summary: "", wordCount: 1)
    return Article(facts: facts, body: body, footnotes: footnotes)
  }

  mutating func blocks(_ depth: Int) -> [Block] {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in block(depth) }
  }

  mutating func block(_ depth: Int) -> Block {
    let kind = Int.random(in: 0..<(depth > 0 ? 17 : 6), using: &random)
    let attributes =
      Int.random(in: 0..<6, using: &random) == 0 ? Attributes([.init(name: "id", value: "锚")]) : Attributes()
    return Block(self.kind(kind, depth - 1), range: range, attributes: attributes)
  }

  private mutating func kind(_ kind: Int, _ depth: Int) -> Block.Kind {
    switch kind {
    case 0: return .paragraph(inlines(3))
    case 1: return .heading(Heading(level: Int.random(in: 1...6, using: &random), id: "h1", content: inlines(2)))
    case 2:
      return .code(
        CodeBlock(
          language: "js", text: Text(random.text(pieces: 20) + "\n"), showsLineNumbers: Bool.random(using: &random)))
    case 3: return .rule
    case 4: return .math(Formula(Text(random.text(pieces: 3))))
    case 5: return .contents
    case 6:
      let marker: List.Marker =
        Bool.random(using: &random)
        ? .bullet : .ordered(start: Int.random(in: -2...4000, using: &random), numeral: .lowerRoman)
      let items = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        List.Item(isDone: Bool.random(using: &random) ? true : nil, content: blocks(depth), range: range)
      }
      return .list(List(marker: marker, isTight: Bool.random(using: &random), items: items))
    case 7: return .quote(blocks(depth))
    case 8:
      return .alert(
        Alert(kind: .warning, title: Bool.random(using: &random) ? inlines(1) : nil, content: blocks(depth)))
    case 9: return .table(table(depth))
    case 10: return .definitionList([DefinitionItem(terms: [inlines(1)], definitions: [blocks(depth)])])
    case 11: return .figure(Figure(content: blocks(depth), caption: inlines(1), alignment: .center))
    case 12: return .details(Details(summary: inlines(1), isOpen: Bool.random(using: &random), content: blocks(depth)))
    case 13: return .media(Media(kind: .video, sources: [1]))
    case 14: return .embed(Embed(reference: 0))
    case 15: return .division(name: "div", alignment: Bool.random(using: &random) ? .center : nil, blocks(depth))
    default: return .html(RawHTML(pieces: [.source("<x>")], elements: ["x"], fallback: blocks(depth)))
    }
  }

  private mutating func table(_ depth: Int) -> Table {
    var rows: [Table.Row] = []
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      rows.append(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in
          Table.Cell(
            content: Bool.random(using: &random) ? .inlines(inlines(2)) : .blocks(blocks(depth)),
            columnSpan: Int.random(in: 1...3, using: &random), rowSpan: Int.random(in: 1...2, using: &random))
        })
    }
    return Table(caption: inlines(1), alignments: [.left, .right], head: [], body: rows)
  }

  mutating func inlines(_ depth: Int) -> [Inline] {
    (0..<Int.random(in: 0...5, using: &random)).map { _ in inline(depth) }
  }

  mutating func inline(_ depth: Int) -> Inline {
    let attributes =
      Int.random(in: 0..<8, using: &random) == 0 ? Attributes([.init(name: "id", value: "x")]) : Attributes()
    return Inline(
      inlineKind(Int.random(in: 0..<(depth > 0 ? 18 : 6), using: &random), depth - 1), range: range,
      attributes: attributes)
  }

  private mutating func inlineKind(_ kind: Int, _ depth: Int) -> Inline.Kind {
    switch kind {
    case 0, 6: return .text(Text(random.text(pieces: 3)))
    case 1: return .softBreak
    case 2: return .hardBreak
    case 3: return .code(Text(random.text(pieces: 2)))
    case 4:
      return .footnoteReference(
        FootnoteReference(footnote: Int.random(in: 0..<footnoteCount, using: &random), occurrence: 0))
    case 5: return .math(Formula(Text(random.text(pieces: 2))))
    case 7: return .emphasis(inlines(depth))
    case 8: return .strong(inlines(depth))
    case 9: return .strikethrough(inlines(depth))
    case 10: return .styled(InlineStyle.allCases.randomElement(using: &random) ?? .marked, inlines(depth))
    case 11: return .link(Link(reference: Int.random(in: 0..<referenceCount, using: &random)), inlines(depth))
    case 12: return .anchor(inlines(depth))
    case 13: return .image(Image(reference: 1, alternative: Text(random.text(pieces: 1))))
    case 14: return .abbreviation(title: "超文本", inlines(depth))
    case 15:
      return .ruby([RubyPair(base: [Inline(.text("汉"), range: range)], reading: [Inline(.text("hàn"), range: range)])])
    case 16: return .span(name: "span", inlines(depth))
    default: return .html(RawHTML(pieces: [.source("<y>")], elements: ["y"], fallback: inlines(depth)))
    }
  }
}
