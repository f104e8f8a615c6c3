import Foundation
import TestSupport
import Testing

@testable import Diagnostics
@testable import Manuscript
@testable import offprint

/// What lies beside the code must say the same as the code.
@Suite struct ManualTests {
  private func text(_ path: String) throws -> String {
    let bytes = try #require(Fixtures.bytes(Fixtures.root.appending(path: path)), "\(path) is missing")
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: Diagnostic.Code.allCases)
  func everyCodeHasAPage(code: Diagnostic.Code) throws {
    let page = try text("content/docs/diagnostics/\(code.rawValue).md")
    #expect(page.hasPrefix("---\ntitle: \"\(code.rawValue)："))
    for part in ["## 例子\n\n```", "## 怎样改正\n\n```", "## In English\n\n"] { #expect(page.contains(part), "\(part)") }
    // The page and `explain` tell the same, but for the marks of code.
    let bare = page.replacingOccurrences(of: "`", with: "")
    for language in Language.allCases { #expect(bare.contains(code.detail(in: language))) }
  }

  /// The manual's list of all codes is written by this test (`OFFPRINT_RECORD=1`).
  @Test func theManualListsEveryCode() {
    func cell(_ code: Diagnostic.Code, _ language: Language) -> String {
      DiagnosticManual.message(code, in: language).replacing("<", with: "&lt;").replacing("|", with: "\\|")
    }
    var page = """
      ---
      title: 诊断信息
      order: 100
      ---

      Offprint 说的每一句提示、警告和错误都有一个代码，写在后面的方括号里。错误会让两个版本都不交付；警告和提示不会，除非加上 `--strict`，\
      那时警告也算错误。终端里用 `offprint explain 代码` 看同样的内容。

      Every note, warning and error has a code, in the brackets behind it. Errors keep both editions back; warnings do so \
      under `--strict` only.

      """
    for (severity, title) in [(Diagnostic.Severity.error, "错误"), (.warning, "警告"), (.note, "提示")] {
      page += "\n## \(title)\n\n| 代码 | 中文 | English |\n|---|---|---|\n"
      for code in Diagnostic.Code.allCases where code.severity == severity {
        let link = "[`\(code.rawValue)`](\(code.rawValue).md)"
        page += "| \(link) | \(cell(code, .simplifiedChinese)) | \(cell(code, .english)) |\n"
      }
    }
    let file = Fixtures.root.appending(path: "content/docs/diagnostics/index.md")
    let wrong = Fixtures.mismatch(Array(page.utf8), expected: file)
    #expect(wrong == nil, "\(wrong ?? "")")
  }

  @Test func noPageIsAboutAnUnknownCode() throws {
    let folder = Fixtures.root.appending(path: "content/docs/diagnostics").path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0 != "index.md" }
    let codes = Set(Diagnostic.Code.allCases.map { $0.rawValue + ".md" })
    #expect(names.allSatisfy { codes.contains($0) })
  }

  @Test func theSchemaFileIsThePrintedSchema() {
    let file = Fixtures.root.appending(path: "schema/offprint.schema.json")
    #expect(Fixtures.mismatch(Array(ConfigurationSchema.text.utf8), expected: file) == nil)
  }

  @Test func theSchemaHasEveryKeyAndNoOther() throws {
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(ConfigurationSchema.text.utf8)) as? [String: Any])
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    var found: [String] = []
    func collect(_ schema: [String: Any], _ prefix: String) {
      for (name, value) in schema["properties"] as? [String: [String: Any]] ?? [:] {
        let path = prefix.isEmpty ? name : "\(prefix).\(name)"
        found.append(path)
        collect(value, path)
        if let items = value["items"] as? [String: Any] { collect(items, path + "[]") }
      }
    }
    collect(schema, "")
    #expect(found.sorted() == ConfigurationKey.allCases.map(\.rawValue).sorted())
  }
}
