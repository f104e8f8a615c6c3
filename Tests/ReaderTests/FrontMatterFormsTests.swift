import Diagnostics
import Manuscript
import Testing

@testable import Reader

@Suite struct FrontMatterFormsTests {
  /// Source, title, body.
  static let forms: [(String, String?, String)] = [
    ("---\ntitle: a\n---\nbody", "a", "body"),
    ("---\ntitle: a\n...\nbody", "a", "body"),
    ("---  \t\ntitle: a\n---   \nbody", "a", "body"),
    ("---\r\ntitle: a\r\n---\r\nbody", "a", "body"),
    ("\u{FEFF}---\ntitle: a\n---\nbody", "a", "body"),
    ("\u{FEFF}---\r\ntitle: a\r\n...", "a", ""),
    ("---\n---\nbody", nil, "body"),
    ("---\n\n# nothing\n---\nbody", nil, "body"),
    ("\u{FEFF}body", nil, "body"),
    ("body", nil, "body"),
    ("", nil, ""),
    ("---\n\nParagraph.\n\n---\n", nil, "---\n\nParagraph.\n\n---\n"),
    ("---\n\nNever closed.", nil, "---\n\nNever closed."),
    ("----\ntitle: a\n----\n", nil, "----\ntitle: a\n----\n"),
    (" ---\ntitle: a\n---\n", nil, " ---\ntitle: a\n---\n"),
    ("---\ntitle: |\n  a\n  ---\n---\nbody", "a ---", "body"),
    ("+++\ntitle = 'a'\n+++\nbody", "a", "body"),
    ("\u{FEFF}+++\r\ntitle = \"a\"\r\n+++\r\nbody", "a", "body"),
    ("+++\n+++\nbody", nil, "body"),
    ("{\"title\": \"a\"}\nbody", "a", "body"),
    ("{\n  \"title\": \"a\"\n}\nbody", "a", "body"),
    ("\u{FEFF}{\r\n  \"title\": \"a\"\r\n}  \r\nbody", "a", "body"),
    ("{}\nbody", nil, "body"),
    ("{ \"title\": \"}\" }", "}", ""),
    ("{{ site.title }}\n", nil, "{{ site.title }}\n"),
    ("{% raw %}\n", nil, "{% raw %}\n"),
    ("{: .class }\n", nil, "{: .class }\n"),
  ]

  @Test(arguments: forms) func reads(source: String, title: String?, body: String) {
    let reading = FrontMatterReading(source)
    #expect(reading.reports == [])
    #expect(reading.fields.title == title)
    #expect(reading.body == body)
  }

  @Test(arguments: ["---\ntitle: a\n---\n", "+++\n+++\n", "{}\n"]) func plainDialectHasNone(source: String) {
    let reading = FrontMatterReading(source, dialect: .plain)
    #expect(reading.body == source)
    #expect(reading.fields == FrontMatter())
  }

  @Test(arguments: [
    ("---\ntitle: a\n\nbody", "---", "\nbody", "---\ntitle: a\n---\n\nbody"),
    ("---\ntitle: a", "---", "", "---\ntitle: a\n---\n"),
    ("+++\ntitle = 'a'\n\nbody\n", "+++", "\nbody\n", "+++\ntitle = 'a'\n+++\n\nbody\n"),
  ])
  func unclosed(source: String, closing: String, body: String, fixed: String) {
    let reading = FrontMatterReading(source)
    #expect(reading.reports == ["error front-matter-unclosed ⟦\(closing)⟧ \(closing)"])
    #expect(reading.fields.title == "a")
    #expect(reading.body == body)
    #expect(reading.fixed == fixed)
    #expect(reading.fixed.map { FrontMatterReading($0).reports } == [])
  }

  @Test func toml() {
    let reading = FrontMatterReading(
      #"""
      +++
      # 注释
      title = "小程序 \u4e2d" # 尾注
      date = 2022-12-12T20:14:59+08:00
      lastmod = 2022-12-13
      draft = false
      tags = ["a", 'b\n', """
      c""", 2024, 3.10]
      categories = [
        "技术", # 一
        "前端",
      ]
      pinned = true
      order = 7
      image.path = "/a.png"
      image."alt" = '封面'
      [[authors]]
      name = "甲"
      url = "https://example.com"
      [[authors]]
      name = "乙"
      +++
      正文
      """#)
    let fields = reading.fields
    #expect(reading.reports == [])
    #expect(reading.body == "正文")
    #expect(fields.title == "小程序 中")
    #expect(describe(fields.date) == "2022-12-12 20:14:59 +480")
    #expect(describe(fields.lastModified) == "2022-12-13 00:00:00 +480")
    #expect(!fields.isDraft && fields.isPinned)
    #expect(fields.tags == ["a", #"b\n"#, "c", "2024", "3.10"])
    #expect(fields.categories == ["技术", "前端"])
    #expect(fields.order == 7)
    #expect(fields.cover?.alternative == "封面")
    #expect(reading.source(reading.references.first?.range) == "/a.png")
    #expect(fields.authors.map(\.name) == ["甲", "乙"])
    #expect(fields.authors.first?.url == "https://example.com")
    #expect(reading.source(fields.ranges["title"]) == #""小程序 \u4e2d""#)
    #expect(reading.source(fields.ranges["date"]) == "2022-12-12T20:14:59+08:00")
  }

  @Test func tomlProblems() {
    #expect(
      FrontMatterReading("+++\ntitle = '好'\norder = 'x'\ntitel = 1\n+++\n").reports == [
        "warning bad-value ⟦'x'⟧ order | integer | 'x'", "note unknown-key ⟦titel⟧ titel | title",
      ])
    let broken = FrontMatterReading("+++\ntitle = '中文'\n描述 = 1\n+++\nbody")
    #expect(broken.diagnostics.first?.code == .frontMatterSyntax)
    #expect(broken.diagnostics.first?.range?.start == UInt32("+++\ntitle = '中文'\n".utf8.count))
    #expect(broken.fields.title == "中文")
    #expect(broken.body == "body")
  }

  @Test func json() {
    let reading = FrontMatterReading(
      #"""
      {
        "title": "小程序 \ud83d\ude00 \/ \u4e2d",
        "date": "2022-12-12T12:14:59Z",
        "tags": ["a", 2024, 3.10, null],
        "draft": true, "order": 2,
        "author": {"name": "甲"}
      }
      正文
      """#)
    #expect(reading.reports == [])
    #expect(reading.fields.title == "小程序 😀 / 中")
    #expect(describe(reading.fields.date) == "2022-12-12 20:14:59 +480")
    #expect(reading.fields.tags == ["a", "2024", "3.10"])
    #expect(reading.fields.isDraft)
    #expect(reading.fields.order == 2)
    #expect(reading.fields.authors.map(\.name) == ["甲"])
    #expect(reading.source(reading.fields.ranges["tags"]) == #"["a", 2024, 3.10, null]"#)
  }

  @Test(arguments: [
    (#"{"title": "a", }"#, "error front-matter-syntax ⟦}⟧ JSON | json-key"),
    (#"{"title" "a"}"#, #"error front-matter-syntax ⟦"⟧ JSON | json-colon"#),
    (#"{"title": 'a'}"#, "error front-matter-syntax ⟦'⟧ JSON | json-value"),
    (#"{"title": 012}"#, "error front-matter-syntax ⟦0⟧ JSON | json-value"),
    (#"{"title": "a" "b"}"#, #"error front-matter-syntax ⟦"⟧ JSON | json-comma"#),
    (#"{"title": "\q"}"#, #"error front-matter-syntax ⟦"⟧ JSON | json-string"#),
    (#"{"a": 1, "a": 2}"#, #"warning duplicate-key ⟦"a"⟧ a"#),
  ])
  func jsonProblems(source: String, report: String) {
    let reading = FrontMatterReading("\(source.dropLast())\n}\n正文")
    #expect(reading.reports.first == report)
    #expect(reading.body == "正文")
  }

  @Test func jsonEnds() {
    let trailing = FrontMatterReading("{\"title\": \"a\"} x\nbody")
    #expect(trailing.reports == ["error front-matter-syntax ⟦x⟧ JSON | json-trailing"])
    #expect(trailing.body == "body")
    let unclosed = FrontMatterReading("{\"title\": \"a\",\n\nbody")
    #expect(unclosed.reports == ["error front-matter-unclosed ⟦{⟧ }"])
    #expect(unclosed.body == "\nbody")
    let deep = FrontMatterReading("{\"title\": " + String(repeating: "[", count: 100_000) + "\n}\n")
    #expect(deep.reports.first == "error front-matter-syntax ⟦[⟧ JSON | data-too-deep")
  }
}
