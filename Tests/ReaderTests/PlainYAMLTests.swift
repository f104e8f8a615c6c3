import Foundation
import TestSupport
import Testing

@testable import Reader

/// The short way through front matter says what libyaml says, or nothing.
struct PlainYAMLTests {
  private func read(_ text: [UInt8]) -> DataDocument? {
    text.withUnsafeBufferPointer { PlainYAML.read($0, base: 0) }
  }

  /// Pieces that front matter is made of, and those that change what others mean.
  private static let pieces = [
    "title", "tags", "date", "a-b", "x_1", ":", ": ", " ", "  ", "\n", "\n\n", "\n- a", "\n  b", "[", "]", ", ", ",",
    "[]",
    "[a, b]", "[ 中文, C++ ]", "\"", "'", "\"双引号\"", "'it''s'", "'单'", "\\n", "#", " # c", "C#", "你好：世界", "，",
    "2010-01-01 19:23:27 +0800",
    "3.10", "~", "null", "true", "/posts/a/", "https://a.b/c?d=e#f", "&a", "*a", "!t", "|", ">", "%", "@", "`",
    "{a: b}", "---", "...",
    "?", "? ", "- ", "-", "\t", "\r\n", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{FFFE}", "\u{FFFD}", "\u{7F}", "\u{1}",
    "\u{A0}", "😀", "<<", "=",
  ]

  @Test func whatItReadsEqualsTheReadingOfLibyaml() {
    var random = Randomness(seed: 7)
    var taken = 0
    for _ in 0..<60_000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        if Int.random(in: 0..<4, using: &random) > 0 {
          text += ["title", "tags", "date", "pin"].randomElement(using: &random)! + ": "
        }
        for _ in 0..<Int.random(in: 0...4, using: &random) { text += Self.pieces.randomElement(using: &random)! }
        if Int.random(in: 0..<8, using: &random) > 0 { text += "\n" }
      }
      let bytes = Array(text.utf8)
      guard let plain = read(bytes) else { continue }
      taken += 1
      let whole = YAMLReader.readEvents(bytes, in: 0..<bytes.count)
      guard plain.root == whole.root, plain.problems == whole.problems else {
        Issue.record("\(text.debugDescription)\n\(plain)\n\(whole)")
        return
      }
    }
    #expect(taken > 3_000, "\(taken)")
  }

  @Test(arguments: [
    "title: 你好，世界\ndate: 2010-01-01 19:23:27 +0800\ncategories: [Database, Index]\ntags: [ios, C++, 数据结构]\n",
    "title: \"a: b\"\nauthor:\npin: true\nimage: /assets/a.png\n",
  ])
  func ordinaryFrontMatterTakesTheShortWay(_ text: String) { #expect(read(Array(text.utf8)) != nil) }

  @Test func illFormedBytesAreLeftToTheLongWay() { #expect(read(Array("title: ".utf8) + [0xFF, 0x0A]) == nil) }
}
