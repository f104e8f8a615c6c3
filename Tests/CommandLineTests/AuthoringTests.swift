import Foundation
import Testing

@testable import Diagnostics
@testable import Manuscript
@testable import offprint

/// `new`, `init` and `explain`.
@Suite struct AuthoringTests {
  @Test(arguments: [
    ("Hello, World!", "hello-world"), ("你好，世界", "你好世界"), ("Swift 6 的 并发", "swift-6-的-并发"), ("C++ / C#", "c-c"),
    ("  --x--  ", "x"), ("!!!", "post"), ("../../etc/passwd", "etc-passwd"), ("a_b.c", "a_b-c"), ("ÄÖ", "ÄÖ"),
    ("😀 笑", "笑"),
  ])
  func slugs(title: String, slug: String) {
    #expect(NewArticle.slug(title) == slug)
  }

  @Test func slugsFitIntoFileNames() {
    let slug = NewArticle.slug(String(repeating: "长", count: 500))
    #expect(slug.utf8.count <= 180 && slug.utf8.count > 170 && slug.allSatisfy { $0 == "长" })
  }

  @Test func newWritesAPostOnce() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("content/about.md", "")
    let first = try program.run("new", "你好 \"Swift\": \\n")
    #expect(first.status == 0 && first.output == "content/posts/2024-05-01-你好-swift-n.md\n")
    let text = try program.read("content/posts/2024-05-01-你好-swift-n.md")
    #expect(
      text == """
        ---
        title: "你好 \\"Swift\\": \\\\n"
        date: 2024-05-01 00:00:00 +0000
        categories: []
        tags: []
        ---


        """)
    let second = try program.run("new", "你好 \"Swift\": \\n", environment: ["LANG": "zh_CN"])
    #expect(second.status == 2 && second.errors.contains("错误[already-exists]") && second.errors.contains("已经存在"))
    #expect(try program.read("content/posts/2024-05-01-你好-swift-n.md") == text)
    let east = try program.run("new", "East", "--draft", environment: ["TZ": "CST-8"])
    #expect(east.output == "content/posts/2024-05-01-east.md\n")
    let draft = try program.read("content/posts/2024-05-01-east.md")
    #expect(draft.contains("date: 2024-05-01 08:00:00 +0800\n") && draft.contains("draft: true\n---\n"))
  }

  @Test func newNeedsASourceFolder() throws {
    let program = try Program()
    defer { program.remove() }
    let result = try program.run("new", "x")
    #expect(result.status == 2 && result.errors.contains("error[source-missing]"))
    #expect(try program.files().isEmpty)
  }

  @Test func initMakesAFolderThatSaysItsSchema() throws {
    let program = try Program()
    defer { program.remove() }
    let result = try program.run("init", "my blog", "--language", "zh-Hans")
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(
      try program.files()
        == [
          "my blog/.gitignore", "my blog/content/about.md", "my blog/content/posts/2024-05-01-你好offprint.md",
          "my blog/offprint.schema.json", "my blog/offprint.yml",
        ])
    let yml = try program.read("my blog/offprint.yml")
    #expect(yml.hasPrefix("# yaml-language-server: $schema=offprint.schema.json\n") && yml.contains("title: 我的手记"))
    #expect(try program.read("my blog/offprint.schema.json") == ConfigurationSchema.text)
    let before = try program.read("my blog/offprint.yml")
    let again = try program.run("init", "my blog")
    #expect(again.status == 2 && again.errors.contains("error[already-exists]"))
    #expect(try program.read("my blog/offprint.yml") == before)
  }

  @Test func initAcceptsAnEmptyFolderAndRefusesAFile() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run("init", ".").status == 0)
    try program.write("file", "x")
    #expect(try program.run("init", "file").status == 2)
    #expect(try program.read("file") == "x")
    #expect(try program.run("init", "file/below").status == 3)
  }

  @Test(arguments: Diagnostic.Code.allCases)
  func explainKnowsEveryCode(code: Diagnostic.Code) throws {
    let english = DiagnosticManual.page(code, in: .english, style: .init(isColored: false))
    let chinese = DiagnosticManual.page(code, in: .simplifiedChinese, style: .init(isColored: false))
    #expect(english.hasPrefix(code.rawValue + " · ") && english.contains("To mend it: "))
    #expect(chinese.contains("怎样改正："))
    for page in [english, chinese] {
      #expect(!page.contains("{0") && !page.contains("[[") && !page.contains(":word"))
    }
  }

  @Test func explainSuggestsAndLists() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run("explain", "brokn-link").errors.contains("Did you mean “broken-link”?"))
    let list = try program.run("explain")
    #expect(list.status == 0)
    for code in Diagnostic.Code.allCases { #expect(list.output.contains("  \(code.rawValue) ")) }
    #expect(try program.run("explain", "broken-link").output.hasPrefix("broken-link · warning\n"))
    #expect(try program.run("explain", "broken-link", "--color", "always").output.hasPrefix("\u{1B}[1mbroken-link"))
    #expect(!(try program.run("explain", "x\u{1B}[31m").errors.contains("\u{1B}")))
  }
}
