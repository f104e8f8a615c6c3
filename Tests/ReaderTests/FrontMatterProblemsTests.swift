import Diagnostics
import Manuscript
import Testing

@testable import Reader

@Suite struct FrontMatterProblemsTests {
  static let badValues: [(String, [String])] = [
    ("date: 2022-02-30", ["warning bad-date ⟦2022-02-30⟧ date | 2022-02-30"]),
    ("date: '2022-12-12 25:00:00'", ["warning bad-date ⟦'2022-12-12 25:00:00'⟧ date | '2022-12-12 25:00:00'"]),
    ("lastmod: 昨天", ["warning bad-date ⟦昨天⟧ lastmod | 昨天"]),
    ("date: [2022-12-12]", ["warning bad-value ⟦[2022-12-12]⟧ date | date | [2022-12-12]"]),
    ("title: [a, b]", ["warning bad-value ⟦[a, b]⟧ title | string | [a, b]"]),
    ("pin: maybe", ["warning bad-value ⟦maybe⟧ pin | boolean | maybe"]),
    ("order: 第一", ["warning bad-value ⟦第一⟧ order | integer | 第一"]),
    ("order: 1.5", ["warning bad-value ⟦1.5⟧ order | integer | 1.5"]),
    ("lang: 中文", ["warning bad-value ⟦中文⟧ lang | language-tag | 中文"]),
    ("editions: [site, pdf]", ["warning bad-value ⟦pdf⟧ editions | site, miniprogram | pdf"]),
    ("tags: {a: b}", ["warning bad-value ⟦{a: b}⟧ tags | string-list | {a: b}"]),
    ("tags: [x, {a: b}]", ["warning bad-value ⟦{a: b}⟧ tags | string | {a: b}"]),
    ("categories:\n- [a, b]\n- [c]", ["warning bad-value ⟦[c]⟧ categories | string | [c]"]),
    ("image: {alt: x}", ["warning bad-value ⟦{alt: x}⟧ image | cover | {alt: x}"]),
    ("permalink: /a/../../etc/", ["error unsafe-path ⟦/a/../../etc/⟧ /a/../../etc/"]),
    ("permalink: /%2e%2E/x", ["error unsafe-path ⟦/%2e%2E/x⟧ /%2e%2E/x"]),
    ("permalink: '/a\\b'", ["error unsafe-path ⟦'/a\\b'⟧ /a\\b"]),
    ("permalink: \"/a\\0b\"", ["error unsafe-path ⟦\"/a\\0b\"⟧ /a b"]),
    ("permalink: //evil.example/", ["error unsafe-path ⟦//evil.example/⟧ //evil.example/"]),
    ("permalink: about/", ["warning bad-value ⟦about/⟧ permalink | path | about/"]),
    ("redirect_from: [/ok/, ../x]", ["error unsafe-path ⟦../x⟧ ../x"]),
    ("aliases: https://example.com/", ["error unsafe-path ⟦https://example.com/⟧ https://example.com/"]),
    ("slug: a/b", ["error unsafe-path ⟦a/b⟧ a/b"]),
    ("slug: ..", ["error unsafe-path ⟦..⟧ .."]),
    ("local-copies: x", ["warning bad-value ⟦x⟧ local-copies | local-copy | x"]),
    (
      "local-copies: [{address: 'https://a.example/'}]",
      [
        "warning bad-value ⟦{address: 'https://a.example/'}⟧ local-copies | local-copy | {address: 'https://a.example/'}"
      ]
    ),
    ("local_copies: {address: a.png, file: b.png}", ["warning bad-value ⟦a.png⟧ local_copies | url | a.png"]),
    (
      "local-copies: [{address: 'https://a.example/b.png', file: b.png, flie: c.png}]",
      ["warning unknown-key ⟦flie⟧ flie | file"]
    ),
    ("titel: x", ["note unknown-key ⟦titel⟧ titel | title"]),
    ("zzzzzz: x", ["note unknown-key ⟦zzzzzz⟧ zzzzzz"]),
    ("title: a\ntitle: b", ["warning duplicate-key ⟦title⟧ title"]),
    ("lastmod: 2022-01-01\nupdated: 2022-01-02", ["warning duplicate-key ⟦updated⟧ updated"]),
  ]

  @Test(arguments: badValues) func reports(source: String, expected: [String]) {
    for (first, last) in [
      ("---\n", "\n---\n"), ("\u{FEFF}--- \r\n\r\n# 注释 中文\r\ndescription: 前面的中文\r\n", "\r\n...\r\n"),
    ] {
      let newline = first.contains("\r\n") ? "\r\n" : "\n"
      let text = first + source.split(separator: "\n").joined(separator: newline) + last + "正文"
      let reading = FrontMatterReading(text)
      #expect(reading.reports == expected)
      #expect(reading.body == "正文")
    }
  }

  @Test func lastDuplicateCounts() {
    #expect(FrontMatterReading("---\ntitle: a\ntitle: b\n---\n").fields.title == "b")
    let reading = FrontMatterReading("---\ntitle: a\nslug: x\ntitle: b\n---\n")
    #expect(reading.source(reading.diagnostics.first?.notes.first?.range) == "title")
    #expect(reading.diagnostics.first?.notes.first?.range.start == 4)
  }

  static let syntax: [(String, String, String?)] = [
    ("title: a: b", "error front-matter-syntax ⟦a: b⟧ YAML | yaml-colon", "title: \"a: b\""),
    ("title: 说 \"a: b\"", "error front-matter-syntax ⟦说 \"a: b\"⟧ YAML | yaml-colon", "title: '说 \"a: b\"'"),
    ("title: @me", "error front-matter-syntax ⟦@me⟧ YAML | yaml-reserved-character", "title: \"@me\""),
    ("tags:\n- %a", "error front-matter-syntax ⟦%a⟧ YAML | yaml-reserved-character", "tags:\n- \"%a\""),
    ("image:\n\tpath: x", "error front-matter-syntax ⟦\t⟧ YAML | yaml-tab", "image:\n  path: x"),
    ("title：你好", "error front-matter-syntax ⟦：⟧ YAML | yaml-full-width-colon", "title: 你好"),
    (
      "title: 好\ndate： 2022-01-01", "error front-matter-syntax ⟦：⟧ YAML | yaml-full-width-colon",
      "title: 好\ndate: 2022-01-01"
    ),
    ("title: \"abc", "error front-matter-syntax ⟦\"⟧ YAML | yaml-unclosed-quote", nil),
    ("tags: [a, b", "error front-matter-syntax ⟦[⟧ YAML | yaml-unclosed-bracket", nil),
    ("image: {path: a\ntitle: 好", "error front-matter-syntax ⟦{⟧ YAML | yaml-unclosed-bracket", nil),
    ("tags: [a,\n  \"b\" \"c\"\n]", "error front-matter-syntax ⟦\"⟧ YAML | yaml-unclosed-bracket", nil),
    ("title: \"\\q\"", "error front-matter-syntax ⟦\\⟧ YAML | yaml-escape", nil),
    ("title: *x", "error front-matter-syntax ⟦*x⟧ YAML | yaml-alias", nil),
    ("- a\n- b", "error front-matter-syntax ⟦- a\n- b⟧ YAML | not-a-mapping", nil),
    ("? [a]\n: b", "error front-matter-syntax ⟦[a]⟧ YAML | yaml-complex-key", nil),
    ("title: a\u{1}b", "error front-matter-syntax ⟦\u{1}⟧ YAML | control-character", nil),
  ]

  @Test(arguments: syntax) func syntaxErrors(source: String, report: String, fixed: String?) {
    let reading = FrontMatterReading("---\nlayout: 文\n\(source)\n---\n正文")
    let alone = source.hasPrefix("-") ? FrontMatterReading("---\n\(source)\n---\n正文") : reading
    #expect(alone.reports.first == report)
    #expect(alone.body == "正文")
    if let fixed {
      #expect(alone.fixed == "---\nlayout: 文\n\(fixed)\n---\n正文")
      #expect(alone.fixed.map { FrontMatterReading($0).reports } == [])
    }
  }

  /// What stood before an error is kept.
  @Test func partialFields() {
    let reading = FrontMatterReading("---\ntitle: 好\ntags: [a]\nslug: @\n---\n")
    #expect(reading.fields.title == "好")
    #expect(reading.fields.tags == ["a"])
  }

  @Test func addressesThatNoDiskTakesAreLeftOut() {
    let long = String(repeating: "长", count: 86)
    let reading = FrontMatterReading("---\npermalink: /a/\(long)/\nslug: \(long)\naliases: [/b/, /\(long)]\n---\n")
    #expect(reading.diagnostics.map(\.code) == [.badValue, .badValue, .badValue])
    #expect(
      reading.fields.permalink == nil && reading.fields.slug == nil && reading.fields.aliases.map(\.path) == ["/b/"])
  }

  /// A value that an error cut short is no value: it is neither used nor found fault with.
  @Test(arguments: [
    "---\ntags: [a]\ntitle: [b\n---\n", "---\ntags: [a]\ntitle: {b: c\nslug: d\n---\n",
    "{\n \"tags\": [\"a\"],\n \"title\": [\"b\"\n}\n", "+++\ntags = [\"a\"]\ntitle = [\"b\"\n+++\n",
  ]) func cutShort(source: String) {
    let reading = FrontMatterReading(source)
    #expect(reading.diagnostics.map(\.code) == [.frontMatterSyntax])
    #expect(reading.fields.tags == ["a"] && reading.fields.title == nil)
  }

  @Test func aliases() {
    let reading = FrontMatterReading("---\ntitle: &t 好\ndescription: *t\ntags: &l [a]\ncategories: *l\n---\n")
    #expect(reading.reports == [])
    #expect(reading.fields.description == "好")
    #expect(reading.fields.categories == ["a"])
    #expect(reading.source(reading.fields.ranges["description"]) == "*t")
  }

  @Test func hostileYAML() {
    var laughs = "---\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      laughs +=
        "a\(level): &a\(level) [" + [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    let reports = FrontMatterReading(laughs + "---\n").reports
    #expect(reports.contains { $0.hasSuffix("YAML | data-too-large") })
    for opening in ["[", "{", "- ", "? ", "a: [", "!x "] {
      let deep = FrontMatterReading("---\nx: " + String(repeating: opening, count: 100_000) + "\n---\n正文")
      #expect(deep.diagnostics.contains { $0.code == .frontMatterSyntax })
      #expect(deep.body == "正文")
    }
    let recursive = FrontMatterReading("---\ntags: &a [x, *a]\n---\n")
    #expect(recursive.reports == ["error front-matter-syntax ⟦*a⟧ YAML | yaml-alias"])
  }

  /// Ill-formed UTF-8 is read as U+FFFD, and positions behind it stay right.
  @Test func illFormedBytes() {
    let bytes = Array("---\ntitle: 中".utf8) + [0xFF, 0xE4, 0xB8] + Array("文\ndate: 坏\n---\n".utf8)
    let reading = FrontMatterReading(bytes: bytes)
    #expect(reading.fields.title == "中\u{FFFD}\u{FFFD}文")
    #expect(reading.diagnostics.map(\.code) == [.invalidEncoding, .badDate])
    #expect(reading.diagnostics.first?.arguments == ["2"])
    #expect(reading.diagnostics.first?.range == SourceRange(14..<15))
    #expect(reading.source(reading.diagnostics.last?.range) == "坏")
    for bytes in [
      Array("+++\ntitle = '".utf8) + [0xFF] + Array("'\n+++\n".utf8),
      Array("{\"title\": \"".utf8) + [0xFF] + Array("\"}\n".utf8),
    ] {
      let reading = FrontMatterReading(bytes: bytes)
      #expect(reading.fields.title == "\u{FFFD}")
      #expect(reading.diagnostics.map(\.code) == [.invalidEncoding])
    }
  }

  /// A post without a date in its front matter has that of its file's name.
  @Test func dateOfTheName() {
    func date(_ text: String, _ path: String, _ kind: ArticleFacts.Kind) -> String {
      let file = SourceFile(path: path, bytes: Array(text.utf8))
      return describe(ArticleReader(options: ReadingOptions()).read(file, kind: kind).0.facts.frontMatter.date)
    }
    #expect(date("hello", "content/posts/2022-12-12-hello.md", .post) == "2022-12-12 00:00:00 +480")
    #expect(date("---\ndate: 2023-01-01\n---\n", "content/posts/2022-12-12-a.md", .post) == "2023-01-01 00:00:00 +480")
    #expect(date("hello", "content/2022-12-12-hello.md", .page) == "nil")
    #expect(date("hello", "content/posts/hello.md", .post) == "nil")
  }
}
