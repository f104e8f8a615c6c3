import Testing

@testable import Diagnostics

/// The limits of the mini-program as authors meet them. Figures and statuses; what is printed is a fixture.
@Suite struct BudgetTests {
  private func program(_ budget: String) throws -> Program {
    let program = try Program()
    try program.write("offprint.yml", "title: T\nsearch: off\nminiprogram:\n  \(budget)\n")
    for day in 1...3 {
      let text = String(repeating: "字", count: 4000)
      try program.write("content/posts/2024-04-0\(day)-p\(day).md", "---\ntitle: P\(day)\n---\n\n\(text)\n")
    }
    return program
  }

  @Test(arguments: [
    ("en", "warning", "articles left out of the mini-program for lack of room: ", "note: left out: 1"),
    ("zh-Hans", "警告", "小程序容量不够，有 ", "提示: 这一篇没有收入：1"),
  ])
  func whatDoesNotFitIsLeftOutAloud(language: String, severity: String, message: String, note: String) throws {
    let program = try program("total-budget: 112KB")
    defer { program.remove() }
    let outcome = try program.run("check", "--language", language)
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("offprint.yml: \(severity)[package-budget]: \(message)"), "\(outcome.errors)")
    // The oldest goes first.
    #expect(outcome.errors.contains("content/posts/2024-04-01-p1.md:1:1: \(note)"))
    #expect(!outcome.errors.contains("2024-04-03-p3.md"))
  }

  @Test(arguments: [("en", "error", " is too large: "), ("zh-Hans", "错误", " 太大：")])
  func aPackageBeyondItsLimitIsAnError(language: String, severity: String, message: String) throws {
    let program = try program("package-budget: 1KB")
    defer { program.remove() }
    let outcome = try program.run("build", "--language", language)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("\(severity)[page-too-large]: main\(message)"), "\(outcome.errors)")
    #expect(try program.files().filter { $0.hasSuffix("app.json") }.isEmpty, "nothing is delivered")
  }
}
