import Foundation
import TestSupport
import Testing

@testable import Highlighting

/// Each folder of `Fixtures/highlighting` is a sample of one language and what becomes of it; `sql~2` is a second one of SQL.
@Suite struct SampleTests {
  static let samples = Fixtures.folders("highlighting").filter {
    $0.hasDirectoryPath || !$0.lastPathComponent.contains(".")
  }

  @Test(arguments: samples) func tokensAreAsRecorded(folder: URL) throws {
    let sample = try Sample(folder)
    try check(sample.source, sample.language)
    if let mismatch = Fixtures.mismatch(sample.listing, expected: folder.appending(path: "tokens.txt")) {
      Issue.record("\(mismatch)")
    }
  }

  /// The share of non-blank characters whose class is of the family Pygments gives; the floor is 97 %, and the figures
  /// are recorded so that a change shows which way it went.
  @Test func classesAgreeWithPygments() throws {
    var figures = ""
    for folder in Self.samples {
      let sample = try Sample(folder)
      guard let agreement = try Agreement(sample) else { continue }
      figures += "\(folder.lastPathComponent) \(agreement.tenths / 10).\(agreement.tenths % 10)\n"
      if Fixtures.isRecording { print("\(sample.language) \(agreement.tenths)\n\(agreement.report)") }
      #expect(agreement.tenths >= 970, "\(folder.lastPathComponent): \(agreement.tenths) of 1000\n\(agreement.report)")
    }
    let expected = Fixtures.root.appending(path: "Tests/Fixtures/highlighting/agreement.txt")
    if let mismatch = Fixtures.mismatch(Array(figures.utf8), expected: expected) { Issue.record("\(mismatch)") }
  }

  /// The languages the product promises all have a sample.
  @Test func everyPromisedLanguageHasASample() {
    let names = Set(Self.samples.map(\.lastPathComponent))
    for name in LanguageTable.entries.map(\.name) where !["text", "properties"].contains(name) {
      #expect(names.contains(name), "no sample of \(name)")
    }
  }
}

struct Sample {
  let folder: URL
  let language: String
  let source: [UInt8]
  let tokens: [Token]

  init(_ folder: URL) throws {
    self.folder = folder
    language = String(folder.lastPathComponent.prefix { $0 != "~" })
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let name = try #require(names.first { $0.hasPrefix("source.") })
    source = try #require(Fixtures.bytes(folder.appending(path: name)))
    tokens = try #require(Highlighter.tokens(for: source, language: language))
  }

  /// A line per token: its class and its text, line ends as `⏎`; blank tokens are left out.
  var listing: [UInt8] {
    var position = 0
    var text = ""
    for token in tokens {
      let part = String(decoding: source[position..<position + Int(token.count)], as: UTF8.self)
      position += Int(token.count)
      if token.kind == .plain && part.allSatisfy(\.isWhitespace) { continue }
      text += "\(token.kind)\t\(part.replacing("\n", with: "⏎"))\n"
    }
    return Array(text.utf8)
  }
}
