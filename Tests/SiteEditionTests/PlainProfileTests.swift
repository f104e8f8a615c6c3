import Manuscript
import Testing

@testable import SiteEdition

/// What cmark-gfm prints, byte for byte.
@Suite struct PlainProfileTests {
  @Test func tightAndLooseLists() {
    let items = [
      List.Item(
        content: [
          paragraph("a"),
          block(
            .list(
              List(
                marker: .bullet, isTight: true,
                items: [
                  List.Item(content: [paragraph("b")], range: nowhere)
                ]))),
        ], range: nowhere),
      List.Item(isDone: true, content: [paragraph("c")], range: nowhere),
    ]
    #expect(
      plain([block(.list(List(marker: .ordered(start: 3, numeral: .decimal), isTight: true, items: items)))]) == """
        <ol start="3">
        <li>a
        <ul>
        <li>b</li>
        </ul>
        </li>
        <li><input type="checkbox" checked="" disabled="" /> c</li>
        </ol>

        """)
    #expect(
      plain([block(.list(List(marker: .bullet, isTight: false, items: [items[1]])))]) == """
        <ul>
        <li><input type="checkbox" checked="" disabled="" /> 
        <p>c</p>
        </li>
        </ul>

        """)
  }

  @Test func blocks() {
    let result = plain([
      block(.heading(Heading(level: 2, id: "x", content: [words("H & \"q\"")]))),
      block(.quote([paragraph("q")])), block(.rule),
      block(.code(CodeBlock(language: "c++", info: "c++ x", text: "a < b\n"))),
      block(.html(RawHTML(pieces: [.source("<hr/>")], elements: ["hr"], fallback: []))),
      block(.paragraph([words("a"), inline(.hardBreak), words("b"), inline(.softBreak), inline(.code("c"))])),
    ])
    #expect(
      result == """
        <h2>H &amp; &quot;q&quot;</h2>
        <blockquote>
        <p>q</p>
        </blockquote>
        <hr />
        <pre><code class="language-c++">a &lt; b
        </code></pre>
        <hr/>
        <p>a<br />
        b
        <code>c</code></p>

        """)
  }

  @Test func tables() {
    let head = Table.Cell(content: .inlines([words("a")]), isHeader: true)
    let cell = Table.Cell(content: .inlines([words("b")]))
    let table = Table(alignments: [nil, .right], head: [[head, head]], body: [[cell, cell]])
    #expect(
      plain([block(.table(table))]) == """
        <table>
        <thead>
        <tr>
        <th>a</th>
        <th align="right">a</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>b</td>
        <td align="right">b</td>
        </tr>
        </tbody>
        </table>

        """)
  }

  @Test(arguments: [
    ("/url?a=b&c=1#中", "/url?a=b&amp;c=1#%E4%B8%AD"), ("a b\\[x]`'", "a%20b%5C%5Bx%5D%60&#x27;"),
    ("%E4%20", "%E4%20"), ("http://a/\"<>", "http://a/%22%3C%3E"),
  ])
  func addresses(_ written: String, _ href: String) {
    #expect(
      plain([block(.paragraph([inline(.link(Link(reference: 0, title: "t\""), [words("x")]))]))], references: [written])
        == "<p><a href=\"\(href)\" title=\"t&quot;\">x</a></p>\n")
  }

  @Test func footnotes() {
    let mark = inline(.footnoteReference(FootnoteReference(footnote: 0, occurrence: 0)))
    let notes = [Footnote(label: "甲", content: [paragraph("note")], referenceCount: 1, range: nowhere)]
    #expect(
      plain([block(.paragraph([mark]))], footnotes: notes) == """
        <p><sup class="footnote-ref"><a href="#fn1" id="fnref1">1</a></sup></p>
        <section class="footnotes">
        <ol>
        <li id="fn1">
        <p>note <a href="#fnref1" class="footnote-backref">↩</a></p>
        </li>
        </ol>
        </section>

        """)
  }
}
