import Diagnostics
import Foundation
import Manuscript
import Reader
import TestSupport
import Testing

@testable import SiteEdition

/// Every example of GitHub's specifications goes Reader -> Manuscript -> site HTML and must come out as they say, except those
/// listed with a reason in `Tests/Fixtures/specification/exceptions.txt`.
@Suite struct SpecificationTests {
  @Test(arguments: ["spec.txt", "extensions.txt"])
  func `says what the specification says`(name: String) throws {
    guard let url = Fixtures.shared("spec/gfm/\(name)"), let bytes = Fixtures.bytes(url) else {
      #expect(!Fixtures.isCI, "the specification is missing")
      return
    }
    let examples = SpecificationExample.all(in: String(decoding: bytes, as: UTF8.self), file: name)
    #expect(examples.count == (name == "spec.txt" ? 673 : 28), "examples went missing")
    let exceptions = try exceptions(of: name)
    let reader = ArticleReader(options: ReadingOptions(dialect: .plain))
    for example in examples where example.html != "<IGNORE>\n" {
      let file = SourceFile(path: "example.md", bytes: Array(example.markdown.utf8))
      let (article, _) = reader.read(file, kind: .page)
      let actual = MarkupNormalization.normalize(String(decoding: ArticleBodyWriter.plain(article), as: UTF8.self))
      let expected = MarkupNormalization.normalize(example.html)
      if exceptions.contains(example.number) {
        #expect(actual != expected, "\(name) \(example.number) passes: it is no exception any more")
      } else {
        #expect(
          actual == expected,
          """
          \(name) example \(example.number), line \(example.line)
          --- source
          \(example.markdown)
          --- expected
          \(expected)
          --- actual
          \(actual)
          """)
      }
    }
  }

  @Test func `there are at most ten exceptions`() throws {
    #expect(try exceptions(of: "spec.txt").count + exceptions(of: "extensions.txt").count <= 10)
  }

  /// Lines `file number reason`.
  private func exceptions(of name: String) throws -> Set<Int> {
    let url = Fixtures.root.appending(path: "Tests/Fixtures/specification/exceptions.txt")
    let text = String(decoding: try #require(Fixtures.bytes(url)), as: UTF8.self)
    var numbers: Set<Int> = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ", maxSplits: 2)
      try #require(words.count == 3, "an exception needs its reason: \(line)")
      if words[0] == name { numbers.insert(try #require(Int(words[1]))) }
    }
    return numbers
  }
}
