import Testing

@testable import Binding

struct SearchPostingsTests {
  private func terms(_ text: String) -> [String] {
    var result: [String] = []
    SearchTerm.forEach(in: Array(text.utf8)) { result.append($0.text) }
    return result
  }

  @Test func chineseIsCountedInPairsAndOtherWordsWhole() {
    #expect(terms("微信小程序 App，是 ＳＳＬ证书") == ["微信", "信小", "小程", "程序", "app", "是", "ssl", "证书"])
    #expect(terms("C++ Überfluß 12") == ["c", "überfluß", "12"])
    #expect(terms("") == [])
  }

  /// Every substring of a random corpus is found in exactly the articles that hold it, except for pairs that stand apart.
  @Test func recallEqualsABruteForceScan() {
    var generator = SeededGenerator(state: 7)
    let alphabet = Array("的一是不了在人有我他这个们中来上大为和国，。 ab1")
    let bodies = (0..<120).map { _ in
      String((0..<Int.random(in: 5...80, using: &generator)).map { _ in alphabet.randomElement(using: &generator)! })
    }
    var postings = SearchPostings()
    for (index, body) in bodies.enumerated() { postings.add(index, title: [], body: Array(body.utf8)) }
    for _ in 0..<400 {
      let body = Array(bodies.randomElement(using: &generator)!)
      let start = Int.random(in: 0..<body.count, using: &generator)
      let query = String(body[start..<min(body.count, start + Int.random(in: 1...4, using: &generator))])
      guard query.allSatisfy({ $0.isLetter && !$0.isASCII }) else { continue }
      let truth = bodies.indices.filter { bodies[$0].contains(query) }
      let found = postings.candidates(for: query)
      #expect(Set(truth).isSubset(of: Set(found)), "\(query)")
      if query.count <= 2 { #expect(found == truth, "\(query)") }
    }
  }

  @Test func theLastWordMayBeABeginning() {
    var postings = SearchPostings()
    postings.add(0, title: Array("Mini-Program".utf8), body: [])
    postings.add(1, title: [], body: Array("a programmer's mini".utf8))
    #expect(postings.candidates(for: "mini prog") == [0, 1])
    #expect(postings.candidates(for: "prog mini") == [])
    #expect(postings[.word("program")] == [.init(entry: 0, count: 0, isInTitle: true)])
    #expect(postings.sorted.map(\.term.text) == ["a", "mini", "program", "programmer", "s"])
  }
}

/// A small generator (SplitMix64) so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
