import TestSupport
import Testing

@testable import Diagnostics

@Suite struct TextPrinterTests {
  private func printed(
    _ source: String, _ code: Diagnostic.Code = .brokenLink, at range: Range<Int>, _ arguments: [String] = ["x"],
    language: Language = .english, colored: Bool = false, width: Int = 100
  ) -> String {
    var printer = DiagnosticPrinter(language: language, isColored: colored, width: width) {
      SourceFile(path: $0, bytes: Array(source.utf8))
    }
    return printer.print(Diagnostic(code, path: "a.md", range: SourceRange(range), arguments: arguments))
  }

  /// Header, excerpt; without the help.
  private func excerpt(_ source: String, at range: Range<Int>, width: Int = 100) -> [String] {
    printed(source, at: range, width: width).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      .dropLast(2).map { $0 }
  }

  /// The byte range of the first occurrence.
  private func range(of needle: String, in text: String) -> Range<Int> {
    let bytes = Array(text.utf8)
    let wanted = Array(needle.utf8)
    let start = (0...(bytes.count - wanted.count)).first { bytes[$0...].starts(with: wanted) } ?? 0
    return start..<(start + wanted.count)
  }

  @Test func wholeDiagnosticInEnglish() {
    let source = "# T\n\n见 [上篇](../b.md)。\n"
    #expect(
      printed(source, at: range(of: "../b.md", in: source), ["../b.md", "c.md"]) == """
        a.md:3:8: warning[broken-link]: the link “../b.md” leads nowhere; did you mean “c.md”?
          |
        3 | 见 [上篇](../b.md)。
          |           ^^^^^^^
          = help: Name a file of the source folder (../posts/hello.md), a path of the site (/about/) or a full address.

        """)
  }

  @Test func wholeDiagnosticInChineseWithColours() {
    let result = printed("见", at: 0..<3, ["b"], language: .simplifiedChinese, colored: true)
    #expect(result.hasPrefix("\u{1B}[1ma.md:1:1:\u{1B}[0m \u{1B}[1;33m警告[broken-link]:\u{1B}[0m "))
    #expect(result.contains("\u{1B}[1;33m^^\u{1B}[0m\n"))
    #expect(result.contains("= 建议："))
  }

  @Test func wideCharactersEmojiAndMarks() {
    for (before, marked, indent, width) in [
      ("中文", "x", 4, 1), ("a", "中文", 1, 4), ("👨‍👩‍👧", "é", 2, 1), ("e\u{301}", "ab", 1, 2), ("\t", "x", 4, 1),
      ("ab\t", "\t", 4, 4),
      ("Ａ，", "😀", 4, 2),
    ] {
      let lines = excerpt(before + marked + "尾", at: before.utf8.count..<(before + marked).utf8.count)
      #expect(
        lines[3] == "  | " + String(repeating: " ", count: indent) + String(repeating: "^", count: width), "\(before)")
    }
  }

  @Test func endsOfLinesAndFiles() {
    #expect(
      excerpt("ab", at: 2..<2) == [
        "a.md:1:3: warning[broken-link]: the link “x” leads nowhere", "  |", "1 | ab", "  |   ^",
      ])
    #expect(excerpt("ab\r\ncd", at: 2..<4).suffix(2) == ["1 | ab", "  |   ^"])
    #expect(excerpt("ab\r\ncd\r\n", at: 4..<8).suffix(2) == ["2 | cd", "  | ^^"])
    #expect(excerpt("a\rb", at: 2..<3).suffix(2) == ["2 | b", "  | ^"])
    #expect(excerpt("a\n", at: 2..<2).suffix(2) == ["2 |", "  | ^"])
    #expect(
      excerpt("\u{FEFF}ab", at: 3..<4) == [
        "a.md:1:1: warning[broken-link]: the link “x” leads nowhere", "  |", "1 | ab", "  | ^",
      ])
  }

  @Test func manyLinesShowBeginningAndEnd() {
    #expect(
      excerpt("one\n  two\n\nthree\n", at: 1..<16).dropFirst()
        == ["  |", "1 | one", "  |  ^^", "2 |   two", "  |   ^^^", "3 |", "4 | three", "  | ^^^^^"])
    let many = (1...12).map { "line\($0)\n" }.joined()
    #expect(
      excerpt(many, at: 0..<many.utf8.count).dropFirst()
        == [
          "   |", " 1 | line1", "   | ^^^^^", " 2 | line2", "   | ^^^^^", "   :", "12 | line12", "   | ^^^^^^",
        ])
  }

  @Test func longLinesAreClippedAroundTheCaret() {
    let source = String(repeating: "长", count: 500) + "HERE" + String(repeating: "尾", count: 500)
    let lines = excerpt(source, at: 1500..<1504, width: 60)
    #expect(lines[0].hasPrefix("a.md:1:501: "))
    #expect(DisplayWidth.of(lines[2]) <= 60 && DisplayWidth.of(lines[2]) > 45)
    #expect(lines[2].contains("长HERE尾") && lines[2].hasPrefix("1 | ...长") && lines[2].hasSuffix("尾..."))
    let column = DisplayWidth.of(String(lines[2].prefix { $0 != "H" }))
    #expect(lines[3] == "  |" + String(repeating: " ", count: column - 3) + "^^^^")
  }

  @Test func aMarkLongerThanTheLineIsClippedToo() {
    let lines = excerpt("ab" + String(repeating: "x", count: 5000), at: 2..<5002, width: 50)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 60 })
    #expect(lines[3].filter { $0 == "^" }.count > 20)
  }

  /// A line of megabytes with a diagnostic at each of many places stays cheap.
  @Test func manyDiagnosticsInOneEndlessLine() {
    let source = Array(String(repeating: "中文 ", count: 300_000).utf8)
    var printer = DiagnosticPrinter(language: .english) { SourceFile(path: $0, bytes: source) }
    var characters = 0
    let seconds = processorSeconds {
      for index in 0..<500 {
        let start = index * 4000
        characters += printer.print(Diagnostic(.brokenLink, path: "a.md", range: SourceRange(start..<start + 3))).count
      }
    }
    #expect(characters > 50_000)
    #expect(seconds < 20)
  }

  @Test func controlCharactersNeverReachTheTerminal() {
    let source = "a\u{1B}[2Jb\u{7}\u{9B}\u{202E}c"
    let result = printed(source, at: 0..<source.utf8.count, ["\u{1B}]0;title\u{7}\n::error::"])
    let raw = result.unicodeScalars.filter { PrintableText.needsPicture($0) && $0 != "\n" }
    #expect(raw.isEmpty)
    #expect(result.contains("a␛[2Jb␇⟨U+009B⟩⟨U+202E⟩c"))
    #expect(result.split(separator: "\n").count == 5)
  }

  @Test func notesAndFixesFollow() {
    var printer = DiagnosticPrinter(language: .english, pathPrefix: "blog/") { path in
      SourceFile(path: path, bytes: Array((path == "a.md" ? "titel: x" : "one\ntwo").utf8))
    }
    let diagnostic = Diagnostic(
      .unknownKey, path: "a.md", range: SourceRange(0..<5), arguments: ["titel", "title"],
      notes: [.init(code: .twinAddress, arguments: ["/a/", "b.md"], path: "b.md", range: SourceRange(4..<7))],
      fixIts: [.init(range: SourceRange(0..<5), replacement: "title")])
    #expect(
      printer.print(diagnostic) == """
        blog/a.md:1:1: warning[unknown-key]: unknown key “titel”; did you mean “title”?
          |
        1 | titel: x
          | ^^^^^
          = fix: write “title” instead
          = help: The key was ignored. Correct its spelling, or remove it.
        blog/b.md:2:1: note: the other article
          |
        2 | two
          | ^^^

        """)
  }

  @Test func fixesSayWhatAndWhere() {
    func fix(_ range: Range<Int>, _ replacement: String, _ language: Language) -> String? {
      var printer = DiagnosticPrinter(language: language) { SourceFile(path: $0, bytes: Array("one\ntwo\n".utf8)) }
      let diagnostic = Diagnostic(
        .frontMatterUnclosed, path: "a.md", range: SourceRange(0..<3), arguments: ["---"],
        fixIts: [.init(range: SourceRange(range), replacement: replacement)])
      return printer.print(diagnostic).split(separator: "\n").map(String.init).first {
        $0.hasPrefix("  = fix") || $0.hasPrefix("  = 改")
      }
    }
    #expect(fix(4..<4, "---\n", .english) == "  = fix: insert “---” in line 2")
    #expect(fix(4..<4, "---\n", .simplifiedChinese) == "  = 改法：插入“---”（第 2 行）")
    #expect(fix(0..<3, "x\u{1B}y", .english) == "  = fix: write “x␛y” instead")
    #expect(fix(4..<7, "", .simplifiedChinese) == "  = 改法：删去这里（第 2 行）")
    #expect(fix(0..<3, "", .english) == "  = fix: remove this")
  }

  @Test func manyNotesAreCutForPeopleAlone() {
    let notes = (1...20).map {
      Diagnostic.Note(code: .packageBudget, path: "p\($0).md", range: .fileStart)
    }
    let diagnostic = Diagnostic(.packageBudget, path: "offprint.yml", arguments: ["20", "9", "8"], notes: notes)
    func printed(_ format: DiagnosticPrinter.Format, _ language: Language = .english) -> String {
      var printer = DiagnosticPrinter(format: format, language: language) { SourceFile(path: $0, bytes: [0x61]) }
      return printer.print(diagnostic)
    }
    let lines = printed(.text).split(separator: "\n")
    #expect(lines.count == 11, "message, help, eight notes without excerpt, the rest")
    #expect(lines[9] == "p8.md:1:1: note: left out" && lines[10] == "  = 12 more; --verbose names them all")
    #expect(printed(.text, .simplifiedChinese).hasSuffix("  = 另有 12 处，--verbose 全部列出\n"))
    #expect(printed(.json).contains("p20.md"))
  }

  @Test func filesThatCannotBeReadHaveNoExcerpt() {
    var printer = DiagnosticPrinter(language: .english) { _ in nil }
    let result = printer.print(Diagnostic(.unreadableFile, path: "a.md", range: .fileStart, arguments: ["no"]))
    #expect(result.hasPrefix("a.md: error[unreadable-file]: the file cannot be read: no\n  = help: "))
    let whole = printer.print(Diagnostic(.toolMissing, path: "", arguments: ["vips", "libvips-tools"]))
    #expect(whole.hasPrefix("note[tool-missing]: the program “vips”"))
  }

  @Test func countsAreSaidInTheLanguage() {
    var counts = DiagnosticCounts([Diagnostic(.brokenLink, path: ""), Diagnostic(.unsafePath, path: "")])
    counts.count(.error)
    #expect(counts.describe(in: .english) == "2 errors, 1 warning")
    #expect(counts.describe(in: .simplifiedChinese) == "2 个错误，1 个警告")
    #expect(DiagnosticCounts().describe(in: .english) == "")
  }
}
