import Foundation
import Glibc
import TestSupport
import Testing

@testable import Diagnostics

/// Trouble with the machine: said in both languages, and the status that scripts see.
@Suite struct MachineTroubleTests {
  private func program() throws -> Program {
    let program = try Program()
    try program.write("content/posts/2024-01-01-a.md", "---\ntitle: A\n---\n\nText.\n")
    try program.write("offprint.yml", "title: T\n")
    return program
  }

  /// The status, and what both languages say of the code.
  private func expect(
    _ code: Diagnostic.Code, status: Int32, _ arguments: [String], in program: Program,
    location: SourceLocation = #_sourceLocation
  ) throws {
    for (language, word) in [("en", "error"), ("zh-Hans", "错误")] {
      let outcome = try program.run(arguments + ["--language", language])
      #expect(outcome.status == status, "\(outcome)", sourceLocation: location)
      #expect(outcome.errors.contains("\(word)[\(code.rawValue)]: "), "\(outcome)", sourceLocation: location)
      #expect(outcome.output.isEmpty, sourceLocation: location)
    }
    let json = try program.run(arguments + ["--format", "json"])
    #expect(json.status == status && json.errors.isEmpty, sourceLocation: location)
    #expect(json.output.contains("\"code\":\"\(code.rawValue)\""), sourceLocation: location)
    #expect(
      json.output.hasSuffix("{\"kind\":\"summary\",\"errors\":1,\"warnings\":0,\"notes\":0}\n"),
      sourceLocation: location)
  }

  @Test func noSourceFolder() throws {
    let program = try Program()
    defer { program.remove() }
    try expect(.sourceMissing, status: 2, ["build"], in: program)
    try expect(.sourceMissing, status: 2, ["check", "--source", "nowhere"], in: program)
    #expect(try program.files().isEmpty)
  }

  @Test func aFileThatIsNotThere() throws {
    let program = try program()
    defer { program.remove() }
    try expect(.unreadableFile, status: 3, ["dump", "content/posts/missing.md"], in: program)
    #expect(try program.run("dump", "content/posts").errors.contains("Is a directory"))
  }

  @Test func anOutputFolderThatCannotBe() throws {
    let program = try program()
    defer { program.remove() }
    try expect(.unwritableOutput, status: 3, ["build", "--output", "offprint.yml/x"], in: program)
    #expect(try program.read("offprint.yml") == "title: T\n")
  }

  @Test func anOutputFolderOfSomebodyElse() throws {
    let program = try program()
    defer { program.remove() }
    try program.write("mine/web/precious.txt", "x")
    try expect(.outputNotOurs, status: 3, ["build", "--output", "mine"], in: program)
    #expect(try program.read("mine/web/precious.txt") == "x")
  }

  @Test func anOutputFolderInUse() throws {
    let program = try program()
    defer { program.remove() }
    try program.write("_site/.offprint-lock", "4711\n")
    let lock = open(program.folder.appending(path: "_site/.offprint-lock").path, O_RDWR)
    try #require(lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0)
    defer { close(lock) }
    try expect(.outputInUse, status: 3, ["build"], in: program)
    #expect(try program.run("build").errors.contains("(process 4711)"))
  }

  @Test func symbolicLinksAreNotFollowed() throws {
    let program = try program()
    defer { program.remove() }
    let link = program.folder.appending(path: "content/posts/link.md").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/etc/passwd")
    let outcome = try program.run("check")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("warning[symbolic-link-refused]: content/posts/link.md is a symbolic link"))
    #expect(try program.run("check", "--strict").status == 1)
  }

  /// The real tool on an image whose end is missing: both editions are printed all the same, with the original.
  @Test(.enabled(if: Fixtures.isCI || FileManager.default.isExecutableFile(atPath: "/usr/bin/vipsthumbnail")))
  func aToolThatFailsIsNamed() throws {
    let program = try program()
    defer { program.remove() }
    let wide = Fixtures.root.appending(path: "Tests/Fixtures/diagnostics/tool-failed/with/assets/img/wide.png")
    let bytes = try Data(contentsOf: wide)
    let target = program.folder.appending(path: "assets/wide.png")
    try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.prefix(50).write(to: target)
    try program.write("content/posts/2024-01-01-a.md", "![x](/assets/wide.png)\n")
    let outcome = try program.run("build")
    #expect(outcome.status == 0, "\(outcome)")
    let named = "assets/wide.png: warning[tool-failed]: “vipsthumbnail” failed on assets/wide.png: "
    #expect(outcome.errors.contains(named), "\(outcome.errors)")
    #expect(!outcome.errors.contains(".in"), "no name of a temporary file: \(outcome.errors)")
    #expect(try program.files().contains("_site/web/assets/wide.png"))
  }
}
