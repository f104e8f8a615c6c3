import CCmarkGFM
import Diagnostics
import Foundation
import Manuscript
import TestSupport
import Testing

@testable import Reader

@Suite struct ParallelParsingTests {
  static let documents: [[UInt8]] = {
    var random = RandomDocuments(seed: 20_221_212)
    return (0..<4000).map { _ in random.document(tokens: Int(random.next() % 120) + 1) }
  }()

  /// What the linked library makes of a document, as HTML.
  static func html(_ document: [UInt8]) -> [UInt8] {
    document.withUnsafeBufferPointer { bytes in
      CommonMarkLibrary.withDocument(bytes, dialect: .plain) { node in
        // Not with the document's own memory, which is no one's to free.
        let memory = cmark_get_default_mem_allocator()
        guard let html = cmark_render_html_with_mem(node, CommonMarkLibrary.options, nil, memory) else { return [] }
        defer { free(html) }
        return Array(UnsafeRawBufferPointer(start: html, count: strlen(html)))
      }
    }
  }

  private static func onTwoThreads<Result: Sendable>(_ body: @escaping @Sendable ([UInt8]) -> Result) -> [Result] {
    let documents = Self.documents
    let results = Slots<Result>(count: documents.count)
    DispatchQueue.concurrentPerform(iterations: documents.count) { results[$0] = body(documents[$0]) }
    return results.all
  }

  @Test func `parses on several threads what a stock parser parses on one`() throws {
    let parallel = Self.onTwoThreads { Self.html($0) }
    let serial = Self.documents.map { Self.html($0) }
    #expect((parallel == serial) as Bool, "two threads made another document than one")
    guard let stock = StockParser() else {
      #expect(!Fixtures.isCI, "the shared library is missing")
      return
    }
    for (index, document) in Self.documents.enumerated() {
      let expected = stock.html(document, options: CommonMarkLibrary.options)
      if expected != serial[index] {
        Issue.record(
          """
          document \(index) differs: \(String(decoding: document, as: UTF8.self).debugDescription)
          --- stock
          \(String(decoding: expected ?? [], as: UTF8.self))
          --- ours
          \(String(decoding: serial[index], as: UTF8.self))
          """)
        return
      }
    }
  }

  @Test(arguments: [ReadingOptions.Dialect.plain, .offprint])
  func `reads the same article on any thread`(dialect: ReadingOptions.Dialect) {
    let reader = ArticleReader(options: ReadingOptions(dialect: dialect))
    let read: @Sendable ([UInt8]) -> UInt64 = { bytes in
      let (article, diagnostics) = reader.read(SourceFile(path: "a.md", bytes: bytes), kind: .post)
      return ContentHash.hash(TreeDump.print(article), seed: UInt64(diagnostics.count))
    }
    let parallel = Self.onTwoThreads(read)
    #expect((parallel == Self.documents.map(read)) as Bool, "two threads read another article than one")
  }
}

/// One place per result, each written once by one thread.
final class Slots<Element>: @unchecked Sendable {
  private let slots: UnsafeMutableBufferPointer<Element?>
  init(count: Int) {
    slots = .allocate(capacity: count)
    slots.initialize(repeating: nil)
  }
  deinit {
    slots.deinitialize()
    slots.deallocate()
  }
  subscript(index: Int) -> Element? {
    get { slots[index] }
    set { slots[index] = newValue }
  }
  var all: [Element] { slots.compactMap { $0 } }
}
