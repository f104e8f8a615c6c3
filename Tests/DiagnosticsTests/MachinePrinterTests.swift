import Foundation
import Testing

@testable import Diagnostics

@Suite struct MachinePrinterTests {
  private let source = "第一行\n见 [a](b) \"c\"\n"

  private func printer(_ format: DiagnosticPrinter.Format, prefix: String = "") -> DiagnosticPrinter {
    let bytes = Array(source.utf8)
    return DiagnosticPrinter(format: format, language: .english, isColored: true, pathPrefix: prefix) {
      $0 == "gone.md" ? nil : SourceFile(path: $0, bytes: bytes)
    }
  }

  private func object(_ diagnostic: Diagnostic) throws -> [String: Any] {
    var printer = printer(.json, prefix: "blog/")
    let line = printer.print(diagnostic)
    #expect(line.hasSuffix("\n") && line.filter { $0 == "\n" }.count == 1)
    return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  @Test func jsonHasPlacesAndFacts() throws {
    let json = try object(
      Diagnostic(
        .brokenLink, path: "a.md", range: SourceRange(14..<21), arguments: ["b", "c"],
        notes: [.init(code: .twinTerm, path: "gone.md", range: SourceRange(1..<2))],
        fixIts: [.init(range: SourceRange(14..<21), replacement: "\"x\"\\\n")]))
    #expect(json["code"] as? String == "broken-link" && json["severity"] as? String == "warning")
    #expect(json["path"] as? String == "a.md" && json["file"] as? String == "blog/a.md")
    let range = try #require(json["range"] as? [String: [String: Int]])
    #expect(range["start"] == ["offset": 14, "line": 2, "column": 3])
    #expect(range["end"] == ["offset": 21, "line": 2, "column": 10])
    #expect(json["arguments"] as? [String] == ["b", "c"])
    let fix = try #require((json["fixIts"] as? [[String: Any]])?.first)
    #expect(fix["replacement"] as? String == "\"x\"\\\n")
    let note = try #require((json["notes"] as? [[String: Any]])?.first)
    let noteRange = try #require(note["range"] as? [String: [String: Int]])
    #expect(noteRange["start"] == ["offset": 1], "a file that cannot be read has no lines")
  }

  @Test func jsonEscapesWhatActs() throws {
    let nasty = "\u{0}\u{1B}[31m\u{7F}\u{9B}\u{202E}\u{2028}\t\r\n\"\\\u{E0001}中😀"
    var printer = printer(.json)
    let line = printer.print(Diagnostic(.brokenLink, path: "a.md", arguments: [nasty]))
    #expect(line.dropLast().unicodeScalars.allSatisfy { !PrintableText.needsPicture($0) })
    let json = try object(Diagnostic(.brokenLink, path: "a.md", arguments: [nasty]))
    #expect(json["arguments"] as? [String] == [nasty])
    #expect(json["range"] is NSNull)
  }

  @Test func githubCommands() {
    var printer = printer(.github, prefix: "blog, my/")
    #expect(
      printer.print(Diagnostic(.strayEndTag, path: "a:b.md", range: SourceRange(10..<13), arguments: ["100%\r\ndiv"]))
        == "::warning file=blog%2C my/a%3Ab.md,line=2,col=1,endColumn=2,title=offprint%3A stray-end-tag"
        + "::</100%25␍␊div> closes nothing%0AThe tag was ignored. Remove it, or write <100%25␍␊div> where it should begin.\n"
    )
    let many = printer.print(Diagnostic(.twinAddress, path: "a.md", range: SourceRange(0..<12), arguments: ["9"]))
    #expect(many.hasPrefix("::error file=blog%2C my/a.md,line=1,endLine=2,col=1,title="))
    #expect(
      printer.print(Diagnostic(.toolMissing, path: "", arguments: ["v", "p"])).hasPrefix("::notice title=offprint%3A "))
    #expect(DiagnosticPrinter.data("a%\r\nb:c,") == "a%25%0D%0Ab:c,")
    #expect(DiagnosticPrinter.property("a%b:c,d") == "a%25b%3Ac%2Cd")
  }

  @Test func countsAsJSON() {
    #expect(DiagnosticCounts().json() == #"{"kind":"summary","errors":0,"warnings":0,"notes":0}"# + "\n")
  }
}
