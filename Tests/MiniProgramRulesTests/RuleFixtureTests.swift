import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import MiniProgramRules

/// A mini-program of small files: `base`, with the files of a case laid over it.
///
/// `@@70000@@` stands for so many letters. `removed.txt` names files of the base that are not there; `sizes.txt` names files with the count of their bytes.
struct SmallProgram {
  var files: [String: [UInt8]] = [:]

  init(_ folders: [URL]) throws {
    for folder in folders {
      for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
        guard let bytes = Fixtures.bytes(folder.appending(path: path)) else { continue }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        switch path {
        case "removed.txt": for line in lines { files[line] = nil }
        case "sizes.txt":
          for line in lines {
            let parts = line.split(separator: " ")
            files[String(parts[0])] = [UInt8](repeating: 32, count: try #require(Int(parts[1])))
          }
        default: files[path] = Self.filled(bytes)
        }
      }
    }
  }

  private static func filled(_ bytes: [UInt8]) -> [UInt8] {
    let pieces = String(decoding: bytes, as: UTF8.self).components(separatedBy: "@@")
    guard pieces.count > 1 else { return bytes }
    return Array(
      pieces.enumerated().map { $0.offset % 2 == 0 ? $0.element : String(repeating: "A", count: Int($0.element) ?? 0) }
        .joined().utf8)
  }

  func diagnostics() -> [Diagnostic] {
    RulesChecker.judge(files.sorted { $0.key < $1.key }.map { RulesChecker.check(path: $0.key, bytes: $0.value) })
  }
}

/// One folder a rule under `Tests/Fixtures/miniprogram-rules`: `broken/` breaks it, `good/` (or else the base) does not.
/// `printed.txt` is what is said of the broken one.
@Suite struct RuleFixtureTests {
  static let cases = Fixtures.folders("miniprogram-rules").filter { $0.lastPathComponent != "base" }
  static let base = Fixtures.root.appending(path: "Tests/Fixtures/miniprogram-rules/base")

  @Test(arguments: cases.map(\.lastPathComponent))
  func isBrokenAndMended(name: String) throws {
    let folder = Fixtures.root.appending(path: "Tests/Fixtures/miniprogram-rules/\(name)")
    let code = try #require(Diagnostic.Code(rawValue: name), "no such code")
    let broken = try SmallProgram([Self.base, folder.appending(path: "broken")])
    let found = broken.diagnostics()
    #expect(found.contains { $0.code == code }, "\(name) is not found among \(found.map(\.code))")
    var printed = ""
    for language in Language.allCases {
      var printer = DiagnosticPrinter(language: language) { path in
        broken.files[String(path.dropFirst(RulesChecker.pathPrefix.count))].map { SourceFile(path: path, bytes: $0) }
      }
      printed += "# \(language.rawValue)\n\n" + found.map { printer.print($0) }.joined(separator: "\n") + "\n"
    }
    let wrong = Fixtures.mismatch(Array(printed.utf8), expected: folder.appending(path: "printed.txt"))
    #expect(wrong == nil, "\(wrong ?? "")")

    var folders = [Self.base]
    let good = folder.appending(path: "good")
    if FileManager.default.fileExists(atPath: good.path) { folders.append(good) }
    let mended = try SmallProgram(folders).diagnostics()
    #expect(mended.isEmpty, "\(mended.map { ($0.code, $0.path, $0.arguments) })")
  }

  @Test func severalRulesHaveFixtures() { #expect(Self.cases.count > 60) }
}
