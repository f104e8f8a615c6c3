import Diagnostics
import Manuscript
import Testing

@testable import Reader

@Suite struct HTMLAssemblerTests {
  private func text(_ source: String, _ range: SourceRange) -> String {
    String(decoding: Array(source.utf8)[range.bounds], as: UTF8.self)
  }

  @Test(arguments: [
    #"<img src="a b.png" alt="x">"#, "<img alt=x src=a.png>", "<IMG SRC='a.png'>", "> <img\n>   src=\"a.png\">",
    "- <img\n  src=\"a.png\">", "text <img src=\"中文.png\"> text", "<video src=a.mp4></video>",
    "<a href=\"x.md#y\">l</a>",
  ])
  func addressesPointAtTheirCharacters(source: String) throws {
    let (article, _) = readArticle(source)
    let reference = try #require(article.facts.references.first)
    #expect(text(source, reference.range) == reference.target)
  }

  @Test func entitiesInAddressesAreDecodedOnlyWithASemicolon() {
    let (article, _) = readArticle(#"<a href="x?token=&lang=zh&amp;copy=1&copy=2">l</a>"#)
    #expect(article.facts.references.map(\.target) == ["x?token=&lang=zh&copy=1&copy=2"])
  }

  @Test func unclosedAndStrayTagsAreReportedAtTheTag() {
    let source = "<div>\n<b>bold\n</div>\n</section>\n"
    let (_, diagnostics) = readArticle(source)
    #expect(diagnostics.map(\.code) == [.unclosedElement, .strayEndTag])
    #expect(diagnostics.compactMap(\.range).map { text(source, $0) } == ["<b>", "</section>"])
    #expect(diagnostics.map(\.arguments) == [["b"], ["section"]])
  }

  @Test(arguments: [
    "<ul><li>a<li>b</ul>", "<table><tr><td>a<td>b<tr><td>c</table>", "<p>a<p>b", "<dl><dt>a<dd>b</dl>",
    "<select><option>a<option>b</select>", "<img src=a></img>", "<ruby>a<rt>b</ruby>", "a<br></br>b", "<a id=x />",
  ])
  func endTagsThatMayBeLeftOutAreNoMistake(html: String) {
    #expect(assemble(html).1.isEmpty)
  }

  @Test func blanksCollapseButUnbreakableOnesStay() {
    let (blocks, _) = assemble("<div>\n  a \t b\n  <b> c </b> d &nbsp; e\n</div>")
    #expect(PlainText.text(of: blocks).string == "a b c d \u{A0} e")
  }

  @Test func wordsOfDifferentElementsAreNotJoined() {
    let (blocks, _) = assemble("<div><x-a>one</x-a> <x-b>two</x-b>\n<section>three</section></div>")
    #expect(PlainText.text(of: blocks).string == "one two\nthree")
  }

  @Test func rawHTMLIsPrintedSoThatItCannotBreakThePage() throws {
    let (blocks, _) = assemble("<form><div>a</b><i>b</form>")
    guard case .html(let html) = try #require(blocks.first).kind else { return #expect(Bool(false)) }
    #expect(html.pieces == [.source("<form><div>a<i>b</i></div></form>")])
    #expect(html.elements == ["form"])
  }

  @Test func markdownInsideRawHTMLIsAPieceOfItsOwn() throws {
    let (article, _) = readArticle("<x-box a=\"1\">\n\n*one*\n\n*two*\n\n</x-box>\n")
    guard case .html(let html) = try #require(article.body.first).kind else { return #expect(Bool(false)) }
    #expect(html.pieces.count == 3)
    guard case .content(let blocks) = html.pieces[1] else { return #expect(Bool(false)) }
    #expect(blocks.count == 2)
    #expect(html.fallback == blocks)
  }

  @Test func slotsCannotBeForged() {
    let (blocks, _) = assemble("<div k=0>a</div><div k=99999>b</div><div k=\"x\">c</div>")
    #expect(PlainText.text(of: blocks).string == "a\nb\nc")
  }

  @Test func aTableIsAsWideAsItsCells() throws {
    let (blocks, _) = assemble("<table><tr><td colspan=99999999>a<tr><td rowspan=0>b<td>c</table>")
    guard case .table(let table) = try #require(blocks.first).kind else { return #expect(Bool(false)) }
    #expect(table.alignments.count == 2)
    #expect(table.body.map { $0.map(\.columnSpan) } == [[2], [1, 1]])
  }

  @Test func rowSpansPushCellsToTheRight() throws {
    let (blocks, _) = assemble("<table><tr><td rowspan=2>a<td>b<tr><td>c<td colspan=5>d</table>")
    guard case .table(let table) = try #require(blocks.first).kind else { return #expect(Bool(false)) }
    #expect(table.alignments.count == 3)
    #expect(table.body[1].map(\.columnSpan) == [1, 1])
  }

  @Test(arguments: [
    ("<img src=a width=200>", Length.pixels(200)), ("<img src=a width='50%'>", .percent(50)),
    ("<img src=a width=20px>", .pixels(20)), ("<img src=a style='width: 12.5px'>", .pixels(12.5)),
    ("<img src=a width=9 style='width:30%'>", .percent(30)), ("<img src=a width=auto>", nil),
    ("<img src=a style='width:3em'>", nil), ("<img src=a width=-3>", nil),
  ])
  func lengths(html: String, expected: Length?) throws {
    guard case .paragraph(let line) = try #require(assemble(html).0.first).kind,
      case .image(let image)? = line.first?.kind
    else { return #expect(Bool(false)) }
    #expect(image.width == expected)
  }

  @Test func aParagraphDividesWhereItHoldsBlocks() {
    let (article, _) = readArticle("before <iframe src=\"https://example.com\"></iframe> after *it*\n")
    let kinds = article.body.map { "\($0.kind)".prefix { $0 != "(" } }
    #expect(kinds == ["paragraph", "embed", "paragraph"])
    #expect(PlainText.text(of: article.body).string == "before\nafter it")
  }

  @Test func aHeadingKeepsItsWordsWhateverItHolds() {
    let (article, _) = readArticle("## a <div>b</div> <table><tr><td>c</td></tr></table> d\n")
    #expect(PlainText.text(of: article.body).string.filter(\.isLetter) == "abcd")
  }
}
