import Foundation
import TestSupport
import Testing

/// The fuzzer's seeds without the fuzzer, and what grows out of them by small changes.
@Suite struct MessageProbeTests {
  static let seeds: [[UInt8]] = {
    let folder = Fixtures.root.appending(path: "Tests/Fuzzers/preview-corpus")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap { Fixtures.bytes(folder.appending(path: $0)) }
  }()

  @Test func everySeedIsHarmless() {
    #expect(Self.seeds.count >= 12)
    for seed in Self.seeds { #expect(MessageProbe.fault(seed) == nil) }
  }

  @Test func changedSeedsAreHarmless() {
    var random = SystemRandomNumberGenerator()
    let pieces = [
      "%2e", "..", "/", "\r\n", "\0", "%00", "Host: a\r\n", "Content-Length: 5\r\n", "-", ",", "99999999999999999999",
    ]
    for round in 0..<6_000 {
      guard var input = Self.seeds.randomElement(using: &random) else { return }
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0...input.count, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: input.insert(contentsOf: Array((pieces.randomElement(using: &random) ?? "").utf8), at: place)
        case 1: if place < input.count { input[place] = UInt8.random(in: 0...255, using: &random) }
        case _: input.removeSubrange(min(place, input.count)..<min(place + 3, input.count))
        }
      }
      if let fault = MessageProbe.fault(input) {
        Issue.record("round \(round): \(fault) from \(input)")
        return
      }
    }
  }
}
