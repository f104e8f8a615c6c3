import Manuscript
import Testing

@Suite struct ByteOrderTests {
  /// Against the standard library's order of bytes, over strings that share beginnings of every length.
  @Test func sortsAsBytesCompare() {
    var random = SystemRandomNumberGenerator()
    let pieces = ["a", "b", "/", "é", "e\u{301}", "中", "文", "😀", "posts/", "index.html", ""]
    for _ in 0..<200 {
      let strings = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
        (0..<Int.random(in: 0..<12, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      }
      let sorted = strings.sortedByBytes().map { Array($0.utf8) }
      #expect(sorted == strings.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) })
      for (left, right) in zip(strings, strings.dropFirst()) {
        #expect(left.precedesByBytes(right) == left.utf8.lexicographicallyPrecedes(right.utf8))
      }
    }
  }
}
