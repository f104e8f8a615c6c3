import Diagnostics
import Foundation
import Manuscript
import TestSupport
import Testing

@testable import Reader

/// What the package itself ships as an example must be understood without a word.
@Suite struct ExampleContentTests {
  @Test func configuration() throws {
    let bytes = try #require(Fixtures.bytes(Fixtures.root.appending(path: "offprint.yml")))
    let (configuration, diagnostics) = ConfigurationReader.read(SourceFile(path: "offprint.yml", bytes: bytes)) {
      name in
      name == "Asia/Shanghai" ? TimeZoneFileTests.file(types: [28800], times: [], footer: "CST-8") : nil
    }
    #expect(diagnostics == [])
    #expect(!configuration.title.isEmpty)
  }

  /// Every `yaml` block of the manual's page about the configuration.
  @Test func manual() throws {
    let page = try String(contentsOf: Fixtures.root.appending(path: "content/docs/configuration.md"), encoding: .utf8)
    let blocks = page.components(separatedBy: "```yaml\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    #expect(blocks.count > 1)
    for block in blocks {
      let file = SourceFile(path: "offprint.yml", bytes: Array(block.utf8))
      let (_, diagnostics) = ConfigurationReader.read(file) { _ in
        TimeZoneFileTests.file(types: [28800], times: [], footer: "CST-8")
      }
      #expect(diagnostics == [], "\(block)")
    }
  }

  @Test func frontMatter() throws {
    let posts = Fixtures.root.appending(path: "content/posts")
    let names = try FileManager.default.contentsOfDirectory(atPath: posts.path).filter { $0.hasSuffix(".md") }.sorted()
    #expect(!names.isEmpty)
    for name in names {
      let reading = FrontMatterReading(bytes: try #require(Fixtures.bytes(posts.appending(path: name))))
      #expect(reading.reports == [], "\(name)")
      #expect(reading.bodyStart > 0, "\(name)")
    }
  }
}
