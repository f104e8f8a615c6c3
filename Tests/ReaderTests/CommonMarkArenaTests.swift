import CCmarkGFM
import TestSupport
import Testing

@testable import Reader

@Suite struct CommonMarkArenaTests {
  /// Documents in one: from less than a block of memory to more than the arena is used for.
  @Test(arguments: [1_000, 60_000, 200_000, CommonMarkArena.longest + 1])
  func `a document of any length is what a stock parser makes of it`(length: Int) throws {
    var random = RandomDocuments(seed: 9)
    var document: [UInt8] = []
    while document.count < length { document += random.document(tokens: 80) + Array("\n\nend\n\n".utf8) }
    let html = ParallelParsingTests.html(document)
    // Again, in memory that was used before.
    #expect((html == ParallelParsingTests.html(document)) as Bool)
    guard let stock = StockParser() else {
      #expect(!Fixtures.isCI, "the shared library is missing")
      return
    }
    #expect((html == stock.html(document, options: CommonMarkLibrary.options)) as Bool)
  }

  @Test func `a document may be parsed while another is read`() {
    let outer = Array("*a* [b](c) `d`".utf8)
    let inner = Array("| a |\n|---|\n| b |\n\n[^1]\n\n[^1]: c\n".utf8)
    let alone = ParallelParsingTests.html(inner)
    var between: [UInt8] = []
    let kinds = outer.withUnsafeBufferPointer { bytes in
      CommonMarkLibrary.withDocument(bytes, dialect: .plain) { document in
        between = ParallelParsingTests.html(inner)
        var kinds: [CommonMarkNode.Kind?] = []
        var child = document.firstChild?.firstChild
        while let node = child {
          kinds.append(node.kind)
          child = node.nextSibling
        }
        return kinds
      }
    }
    #expect(between == alone)
    #expect(kinds == [.emphasis, .text, .link, .text, .inlineCode])
  }

  @Test func `memory is zero, and zero again`() throws {
    for _ in 0..<2 {
      let isZero = CommonMarkArena.use { memory in
        var isZero = true
        // The last one is larger than a block; every second one is given back.
        for size in [1, 8, 24, 100, 4000, 70_000, 300_000, 16] {
          guard let piece = memory.pointee.calloc(1, size) else { return false }
          isZero = isZero && UnsafeRawBufferPointer(start: piece, count: size).allSatisfy { $0 == 0 }
          piece.initializeMemory(as: UInt8.self, repeating: 7, count: size)
          guard let grown = memory.pointee.realloc(piece, size * 2) else { return false }
          let bytes = UnsafeRawBufferPointer(start: grown, count: size * 2)
          isZero = isZero && bytes.prefix(size).allSatisfy { $0 == 7 }
          if size % 3 == 1 { memory.pointee.free(grown) }
        }
        return isZero
      }
      #expect(isZero == true)
    }
  }
}
