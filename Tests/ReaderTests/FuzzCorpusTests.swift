import Diagnostics
import Foundation
import Manuscript
import TestSupport
import Testing

@testable import Reader

/// Replays the seeds of the fuzzer (`Tests/Fuzzers/corpus`), without the fuzzer: an input that once failed stays here.
///
/// As in `Tests/Fuzzers/Reader`, the first byte says what the rest is.
@Suite struct FuzzCorpusTests {
  static let seeds: [URL] = {
    let folder = Fixtures.root.appending(path: "Tests/Fuzzers/corpus")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().map { folder.appending(path: $0) }
  }()

  @Test func thereAreSeedsOfEveryKind() throws {
    let kinds = Set(try Self.seeds.map { try #require(Fixtures.bytes($0)?.first) % 4 })
    #expect(kinds == [0, 1, 2, 3] && Self.seeds.count >= 18)
  }

  @Test(arguments: seeds.map(\.lastPathComponent))
  func reads(name: String) throws {
    let input = try #require(Fixtures.bytes(Fixtures.root.appending(path: "Tests/Fuzzers/corpus/\(name)")))
    let bytes = Array(input.dropFirst())
    let first = read(bytes, kind: try #require(input.first) % 4)
    for diagnostic in first.diagnostics {
      #expect(diagnostic.range.map { Int($0.end) <= bytes.count } ?? true, "\(diagnostic)")
      for fixIt in diagnostic.fixIts { #expect(Int(fixIt.range.end) <= bytes.count, "\(diagnostic)") }
      for note in diagnostic.notes { #expect(Int(note.range.end) <= bytes.count, "\(diagnostic)") }
    }
    let second = read(bytes, kind: input[0] % 4)
    #expect(first.tree == second.tree && first.diagnostics == second.diagnostics, "the same bytes read twice")
    // Cut off anywhere, as a file that is being written.
    for end in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 40)) {
      _ = read(Array(bytes.prefix(end)), kind: input[0] % 4)
    }
  }

  private func read(_ bytes: [UInt8], kind: UInt8) -> (tree: [UInt8], diagnostics: [Diagnostic]) {
    if kind == 0 {
      let (configuration, found) = ConfigurationReader.read(SourceFile(path: "offprint.yml", bytes: bytes)) { _ in bytes
      }
      return (Array("\(configuration)".utf8), found)
    }
    let options = kind == 1 ? ReadingOptions(dialect: .plain) : ReadingOptions()
    let file = SourceFile(path: "content/posts/2024-01-02-seed.md", bytes: bytes)
    let (article, found) = ArticleReader(options: options).read(file, kind: kind == 1 ? .page : .post)
    return (TreeDump.print(article), found)
  }
}
