import Diagnostics
import Manuscript
import Testing

@testable import Pressroom

struct LedgerTests {
  private var example: Ledger {
    var ledger = Ledger()
    ledger.environment = "0.1\n🤪"
    ledger.inputs = [
      .init(
        path: "assets/图.png", stamp: .init(byteCount: 5, modified: -1, changed: .max, inode: .max), hash: .max,
        kind: .png, size: PixelSize(width: 3, height: 4)),
      .init(path: "content/a.md", stamp: .init(byteCount: 0, modified: 0, changed: 0, inode: 0), hash: 0),
    ]
    ledger.outputs = ["web/index.html": .init(hash: 7, byteCount: 8, modified: 9)]
    ledger.scannedAt = 12
    ledger.diagnostics = [
      Diagnostic(
        .twinAddress, path: "a", range: SourceRange(start: 3, end: .max), arguments: ["x", "y"],
        notes: [.init(code: .brokenLink, arguments: ["z"], path: "b", range: .fileStart)],
        fixIts: [.init(range: SourceRange(start: 1, end: 2), replacement: "r")])
    ]
    ledger.adaptations = [
      Adaptation(
        edition: .miniProgram, path: "a", range: .fileStart, construct: "iframe", outcome: .needsNetwork,
        replacement: "card", losesText: true)
    ]
    ledger.statistics.articles = 3
    ledger.statistics.pages = [.site: 4]
    ledger.statistics.packages = [.init(name: "main", bytes: 5)]
    ledger.sourceMaps = .max
    ledger.builtAt = -7
    return ledger
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let ledger = example
    let read = try #require(Ledger(ledger.encoded()))
    #expect(read.inputs == ledger.inputs)
    #expect(read.outputs == ledger.outputs)
    #expect(read.environment == ledger.environment)
    #expect(read.diagnostics == ledger.diagnostics)
    #expect(read.adaptations == ledger.adaptations)
    #expect(read.statistics == ledger.statistics)
    #expect(read.sourceMaps == .max)
    #expect(read.nextDue == .max && read.builtAt == -7 && read.scannedAt == 12 && read.isSettled)
  }

  @Test func damageIsNoticedWhereverItIs() {
    let bytes = example.encoded()
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 1
      #expect(Ledger(damaged) == nil)
    }
    for count in 0..<bytes.count { #expect(Ledger(Array(bytes.prefix(count))) == nil) }
  }

  @Test func readersOfGarbageFailAndDoNotCrash() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let bytes = (0..<Int.random(in: 0...64, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      var reader = ByteReader(bytes)
      _ = try? reader.list { (reader) throws(ByteReader.Damaged) in try reader.diagnostic() }
    }
  }

  @Test func workersKeepTheOrder() async throws {
    for jobs in [1, 2, 5] {
      let results = try await Workers.map(count: 1000, jobs: jobs, chunk: 7) { $0.map { $0 * 2 } }
      #expect(results == (0..<1000).map { $0 * 2 })
    }
  }
}
