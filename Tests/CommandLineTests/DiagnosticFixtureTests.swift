import Foundation
import Glibc
import TestSupport
import Testing

@testable import Diagnostics

/// One folder a code under `Tests/Fixtures/diagnostics`, run through the real program.
///
/// `source.md` is a post of an otherwise empty source folder; what lies in `with/` is put beside it (`with/offprint.yml`,
/// `with/assets/…`). `printed.txt` is what the program prints for this code in English and in Chinese. With `fixed.md` in
/// its place nothing of the code is left. Three files more, where they are wanted:
/// - `arguments.txt`: the command line, an argument a line, in place of `check --verbose`; the status it leaves with is
///   recorded too.
/// - `environment.txt`: variables, `{folder}` being the source folder.
/// - `machine.txt`: what else is done to the folder before: `link PATH TARGET`, `lock PATH PID` (held while it runs),
///   `listen ADDRESS PORT` (likewise).
@Suite struct DiagnosticFixtureTests {
  static let cases = Fixtures.folders("diagnostics")

  /// Their byte counts move with every change of the theme; `printed.txt` has `<bytes>` for them.
  static let measured: Set<Diagnostic.Code> = [.packageBudget, .pageTooLarge, .searchReduced]

  /// Codes that nothing can provoke yet, and why.
  static let elsewhere: [Diagnostic.Code: String] = [:]

  @Test(arguments: cases.map(\.lastPathComponent))
  func printsWhatIsExpected(name: String) throws {
    let folder = Fixtures.root.appending(path: "Tests/Fixtures/diagnostics/\(name)")
    let code = try #require(Diagnostic.Code(rawValue: name), "no such code")
    let program = try Program()
    defer { program.remove() }
    try lay(folder.appending(path: "source.md"), folder, in: program)
    let locks = try prepare(lines(folder, "machine.txt"), in: program)
    defer { for lock in locks { close(lock) } }
    let before = try files(program)
    let own = try lines(folder, "arguments.txt")
    let arguments = own.isEmpty ? ["check", "--verbose"] : own
    let environment = try variables(folder, program)
    var printed = ""
    for language in Language.allCases {
      let outcome = try program.run(arguments + ["--language", language.rawValue], environment: environment)
      let shown = blocks(of: outcome.errors, code).map { masked($0, code, program) }
      #expect(!shown.isEmpty, "\(name) is not reported: \(outcome.errors)")
      if own.isEmpty { #expect(outcome.status <= 1) }
      let status = own.isEmpty ? "" : "\nstatus \(outcome.status)\n"
      printed += "# \(language.rawValue)\n\n" + shown.joined(separator: "\n\n") + "\n" + status + "\n"
    }
    let wrong = Fixtures.mismatch(Array(printed.utf8), expected: folder.appending(path: "printed.txt"))
    #expect(wrong == nil, "\(wrong ?? "")")
    #expect(try files(program) == before, "something was delivered")

    let fixed = folder.appending(path: "fixed.md")
    if Fixtures.bytes(fixed) != nil {
      try lay(fixed, folder, in: program)
      let outcome = try program.run(arguments, environment: environment)
      #expect(blocks(of: outcome.errors, code).isEmpty, "still reported: \(outcome.errors)")
    }
  }

  @Test(arguments: Diagnostic.Code.allCases)
  func everyCodeIsShown(code: Diagnostic.Code) {
    // Rules of the mini-program platform are broken by files that the program itself never writes.
    let all = Self.cases + Fixtures.folders("miniprogram-rules")
    let isShown = all.contains { $0.lastPathComponent == code.rawValue }
    #expect(isShown != (Self.elsewhere[code] != nil), "\(code.rawValue) needs a fixture or a reason, not both")
  }

  /// The diagnostics of one code: those of others (a tool that this machine lacks) are no matter of the case.
  private func blocks(of text: String, _ code: Diagnostic.Code) -> [String] {
    text.components(separatedBy: "\n\n").filter { block in
      block.split(separator: "\n").first?.contains("[\(code.rawValue)]") ?? false
    }
  }

  /// What differs from machine to machine replaced by what it is.
  private func masked(_ block: String, _ code: Diagnostic.Code, _ program: Program) -> String {
    let block = block.replacing(program.folder.path, with: "<folder>").trimmingCharacters(in: .newlines)
    return Self.measured.contains(code) ? block.replacing(/[0-9.]+ (B|KB|MB)\b/, with: "<bytes>") : block
  }

  /// Every file but Offprint's own records.
  private func files(_ program: Program) throws -> [String] { try program.files().filter { !$0.contains(".offprint") } }

  private func lines(_ folder: URL, _ name: String) throws -> [String] {
    let bytes = Fixtures.bytes(folder.appending(path: name)) ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func variables(_ folder: URL, _ program: Program) throws -> [String: String] {
    let pairs = try lines(folder, "environment.txt").map { line in
      let parts = line.split(separator: "=", maxSplits: 1)
      return (String(parts[0]), String(parts[1]).replacing("{folder}", with: program.folder.path))
    }
    return Dictionary(pairs) { $1 }
  }

  /// Carries out the steps of `machine.txt`; returns the files whose locks must be held.
  private func prepare(_ steps: [String], in program: Program) throws -> [Int32] {
    var locks: [Int32] = []
    for step in steps {
      let words = step.split(separator: " ").map(String.init)
      try #require(words.count == 3, "\(step)")
      let path = program.folder.appending(path: words[1]).path
      switch words[0] {
      case "link": try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: words[2])
      case "lock":
        try program.write(words[1], words[2] + "\n")
        let file = open(path, O_RDWR | O_CLOEXEC)
        try #require(file >= 0 && flock(file, LOCK_EX | LOCK_NB) == 0)
        locks.append(file)
      case "listen": locks.append(Self.listen(words[1], UInt16(words[2]) ?? 0))
      default: Issue.record("unknown step \(step)")
      }
    }
    return locks
  }

  /// A socket that holds a port. Where somebody else holds it already, so much the better.
  private static func listen(_ address: String, _ port: UInt16) -> Int32 {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_port = port.bigEndian
    inet_pton(AF_INET, address, &name.sin_addr)
    withUnsafePointer(to: name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = bind(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    Glibc.listen(socket, 1)
    return socket
  }

  private func lay(_ source: URL, _ folder: URL, in program: Program) throws {
    try copy(source, to: "content/posts/2024-05-01-case.md", in: program)
    let beside = folder.appending(path: "with")
    for path in (try? FileManager.default.subpathsOfDirectory(atPath: beside.path)) ?? [] {
      let origin = beside.appending(path: path)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: origin.path, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      try copy(origin, to: path, in: program)
    }
  }

  /// With its permissions: a case may bring a program.
  private func copy(_ origin: URL, to path: String, in program: Program) throws {
    let target = program.folder.appending(path: path)
    try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? FileManager.default.removeItem(at: target)
    try FileManager.default.copyItem(at: origin, to: target)
  }
}
