import Foundation
import TestSupport
import Testing

@testable import Diagnostics

/// One folder a code under `Tests/Fixtures/diagnostics`, run through the real program.
///
/// `source.md` is a post of an otherwise empty source folder; what lies in `with/` is put beside it (`with/offprint.yml`,
/// `with/assets/…`). `printed.txt` is what `check` prints for this code in English and in Chinese. With `fixed.md` in its place nothing
/// of the code is left.
@Suite struct DiagnosticFixtureTests {
  static let cases = Fixtures.folders("diagnostics")

  /// Codes that no fixture can show, and why.
  static let elsewhere: [Diagnostic.Code: String] = [
    .sourceMissing: "MachineTroubleTests", .unreadableFile: "MachineTroubleTests",
    .unwritableOutput: "MachineTroubleTests", .outputInUse: "MachineTroubleTests",
    .outputNotOurs: "MachineTroubleTests", .symbolicLinkRefused: "MachineTroubleTests",
    .alreadyExists: "AuthoringTests", .toolMissing: "needs a machine without the tool",
    .imageNotConverted: "depends on the tool's own words", .packageBudget: "BudgetTests", .searchReduced: "BudgetTests", .pageTooLarge: "BudgetTests",
    .toolFailed: "nothing reports it yet", .droppedContent: "nothing reports it yet",
  ]

  @Test(arguments: cases.map(\.lastPathComponent))
  func printsWhatIsExpected(name: String) throws {
    let folder = Fixtures.root.appending(path: "Tests/Fixtures/diagnostics/\(name)")
    let code = try #require(Diagnostic.Code(rawValue: name), "no such code")
    let program = try Program()
    defer { program.remove() }
    try lay(folder.appending(path: "source.md"), folder, in: program)
    var printed = ""
    for language in Language.allCases {
      let outcome = try program.run("check", "--verbose", "--language", language.rawValue)
      #expect(outcome.status <= 1)
      let shown = blocks(of: outcome.errors, code)
      #expect(!shown.isEmpty, "\(name) is not reported: \(outcome.errors)")
      printed += "# \(language.rawValue)\n\n" + shown.joined(separator: "\n\n") + "\n\n"
    }
    let wrong = Fixtures.mismatch(Array(printed.utf8), expected: folder.appending(path: "printed.txt"))
    #expect(wrong == nil, "\(wrong ?? "")")
    #expect(try program.files().filter { $0.hasPrefix("_site") }.isEmpty, "check delivers nothing")

    let fixed = folder.appending(path: "fixed.md")
    if Fixtures.bytes(fixed) != nil {
      try lay(fixed, folder, in: program)
      let outcome = try program.run("check", "--verbose")
      #expect(blocks(of: outcome.errors, code).isEmpty, "still reported: \(outcome.errors)")
    }
  }

  @Test(arguments: Diagnostic.Code.allCases)
  func everyCodeIsShown(code: Diagnostic.Code) {
    let isShown = Self.cases.contains { $0.lastPathComponent == code.rawValue }
    #expect(isShown != (Self.elsewhere[code] != nil), "\(code.rawValue) needs a fixture or a reason, not both")
  }

  /// The diagnostics of one code: those of others (a tool that this machine lacks) are no matter of the case.
  private func blocks(of text: String, _ code: Diagnostic.Code) -> [String] {
    text.components(separatedBy: "\n\n").filter { block in
      block.split(separator: "\n").first?.contains("[\(code.rawValue)]") ?? false
    }
  }

  private func lay(_ source: URL, _ folder: URL, in program: Program) throws {
    let post = program.folder.appending(path: "content/posts/2024-05-01-case.md")
    try FileManager.default.createDirectory(at: post.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(contentsOf: source).write(to: post)
    let beside = folder.appending(path: "with")
    for path in (try? FileManager.default.subpathsOfDirectory(atPath: beside.path)) ?? [] {
      let origin = beside.appending(path: path)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: origin.path, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      let target = program.folder.appending(path: path)
      try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(contentsOf: origin).write(to: target)
    }
  }
}
