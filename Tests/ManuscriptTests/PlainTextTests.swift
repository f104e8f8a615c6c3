import Diagnostics
import Testing

@testable import Manuscript

private let nowhere = SourceRange.fileStart
private func text(_ words: String) -> Inline { Inline(.text(Text(words)), range: nowhere) }
private func inline(_ kind: Inline.Kind) -> Inline { Inline(kind, range: nowhere) }
private func block(_ kind: Block.Kind) -> Block { Block(kind, range: nowhere) }
private func paragraph(_ inlines: Inline...) -> Block { block(.paragraph(inlines)) }

@Suite struct PlainTextTests {
  @Test(arguments: [
    ("借助于微信", "庞大的用户", "借助于微信庞大的用户"),
    ("one", "two", "one two"),
    ("中文", "English", "中文 English"),
    ("English", "中文", "English 中文"),
    ("他说：", "“好”", "他说：“好”"),
    ("a “quoted”", "word", "a “quoted” word"),
    ("한국어", "문장", "한국어 문장"),
    ("かな", "カナ", "かなカナ"),
    ("𠮷", "野", "𠮷野"),
  ])
  func softBreakIsABlankUnlessBothSidesAreWide(left: String, right: String, expected: String) {
    #expect(PlainText.text(of: [text(left), inline(.softBreak), text(right)]).string == expected)
  }

  @Test func hardBreakIsAlwaysABlank() {
    #expect(PlainText.text(of: [text("中"), inline(.hardBreak), text("文")]).string == "中 文")
  }

  @Test func breaksLookThroughEmphasis() {
    let inlines = [inline(.emphasis([text("中文"), inline(.softBreak)])), inline(.strong([text("字")]))]
    #expect(PlainText.text(of: inlines).string == "中文字")
  }

  @Test func imagesAreWordsOnlyOnDemand() {
    let inlines = [text("a"), inline(.image(Image(reference: 0, alternative: "cat"))), text("b")]
    #expect(PlainText.text(of: inlines).string == "ab")
    #expect(PlainText.text(of: inlines, options: .imageAlternatives).string == "acatb")
  }

  @Test func footnoteMarksAreDroppedCodeAndMathAreKept() {
    let mark = FootnoteReference(footnote: 0, occurrence: 0)
    let inlines = [text("x "), inline(.code("let y")), inline(.footnoteReference(mark)), inline(.math(Formula("a^2")))]
    #expect(PlainText.text(of: inlines).string == "x let ya^2")
  }

  @Test func blocksAreLines() {
    let item = List.Item(
      content: [paragraph(text("two")), block(.code(CodeBlock(text: "three\nfour\n")))], range: nowhere)
    let cells = ["c", "d"].map { Table.Cell(content: .inlines([text($0)])) }
    let blocks = [
      paragraph(text("one")), block(.list(List(marker: .bullet, isTight: true, items: [item]))), block(.rule),
      block(.table(Table(caption: [text("cap")], head: [cells], body: [cells]))),
      block(.details(Details(summary: [text("s")], isOpen: true, content: [paragraph(text("t"))]))),
      block(.html(RawHTML(pieces: [.source("<x>bytes</x>")], elements: ["x"], fallback: [paragraph(text("seen"))]))),
      block(.definitionList([DefinitionItem(terms: [[text("term")]], definitions: [[paragraph(text("means"))]])])),
    ]
    #expect(
      PlainText.text(of: blocks).string == "one\ntwo\nthree\nfour\ncap\nc d\nc d\ns\nt\nseen\nterm\nmeans")
  }

  @Test func whatWasThereIsNotSeparated() {
    var bytes = Array("before".utf8)
    PlainText.append([paragraph(text("after"))], to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "beforeafter")
  }

  @Test func rubyReadingStandsInParentheses() {
    let ruby = inline(
      .ruby([RubyPair(base: [text("汉")], reading: [text("hàn")]), RubyPair(base: [text("字")], reading: [])]))
    #expect(PlainText.text(of: [ruby]).string == "汉(hàn)字")
  }
}
