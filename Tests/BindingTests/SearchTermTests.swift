import Foundation
import Manuscript
import TestSupport
import Testing

@testable import Binding

@Suite struct SearchTermTests {
  /// The terms of a text as the index would name them, from the files that the real merge makes.
  private func terms(_ text: String) -> [String] {
    let merge = merge([[Array(text.utf8)]])
    let terms = (0..<merge.terms.count).filter { merge.terms[$0].listCount > 0 }
    return terms.map { String(decoding: Array(merge.head($0)) + merge.tail($0), as: UTF8.self) }.sorted {
      $0.precedesByBytes($1)
    }
  }

  /// Articles of parts, merged.
  private func merge(_ articles: [[[UInt8]]], isHeld: [Bool]? = nil) -> SearchMerge {
    var collector = SearchTermCollector(first: 0)
    for parts in articles {
      collector.beginArticle()
      for part in parts {
        collector.beginPart()
        collector.add(part[...], to: .body)
      }
    }
    var merge = SearchMerge()
    let block = collector.block()
    for partition in 0..<SearchTermBlock.partitions {
      merge.add(block, partition: partition, isHeld: isHeld ?? articles.map { _ in true })
    }
    merge.finish()
    return merge
  }

  /// Long lists move, numbers of several digits are written: what is read is what was there.
  @Test func postingsAreReadAsTheyWereCounted() {
    var random = Randomness(seed: 11)
    var expected: [String: [[Int]]] = [:]
    let words = ["a", "ab", "abcdefg", "abcdefgh", "abcdefghijklmnopq", "é", "éa"]
    var articles: [[[UInt8]]] = []
    let isHeld = (0..<3000).map { _ in Int.random(in: 0..<4, using: &random) > 0 }
    for entry in 0..<3000 {
      let parts = (0..<Int.random(in: 0..<3, using: &random)).map { part in
        let text = (0..<Int.random(in: 0..<9, using: &random)).map { _ in
          words[min(words.count - 1, Int.random(in: 0..<60, using: &random))]
        }
        for word in Set(text) where isHeld[entry] {
          let count = text.count { $0 == word }
          expected[word, default: []].append([entry, part, Int(SearchPosting.frequencyClass(UInt32(count)))])
        }
        return Array(text.joined(separator: " ").utf8)
      }
      articles.append(parts)
    }
    let merge = merge(articles, isHeld: isHeld)
    var found: [String: [[Int]]] = [:]
    for term in 0..<merge.terms.count {
      let name = String(decoding: Array(merge.head(term)) + merge.tail(term), as: UTF8.self)
      merge.digits.read(merge.list(term)) { found[name, default: []].append([$0.entry, $0.part, Int($0.info)]) }
    }
    #expect(found == expected)
    #expect(expected.count == words.count)
  }

  @Test func chineseIsCountedInPairsAndOtherWordsWhole() {
    #expect(
      terms("微信小程序 App，是 ＳＳＬ证书") == ["app", "ssl", "书", "信小", "小程", "序", "微信", "是", "程序", "证书"])
    #expect(terms("C++ Überfluß_12 ПРИВЕТ") == ["c", "überfluß_12", "привет"])
    #expect(terms("𠮷野家") == ["家", "野家", "𠮷野"])
    #expect(terms("a\u{200B}b・ー。") == ["a", "b", "ー"])
    #expect(terms("") == [] && terms("，。!") == [])
    let long = String(repeating: "x", count: 60)
    #expect(terms(long) == [String(long.prefix(48))])
  }

  @Test func aTermIsThereOnceHoweverOftenItOccurs() {
    let many = (0..<9000).map { "word\($0)" }
    #expect(terms((many + many).joined(separator: " ")) == many.sorted())
  }

  /// A query is cut by the script and text by the program: they must agree about every character.
  @Test(.disabled(if: Node.isSkipped, "node is not installed"))
  func theEngineKnowsTheSameCharacters() throws {
    let engine = Fixtures.root.appending(path: "Sources/CTheme/search/engine.js").path
    let script = """
      const e = require(process.argv[1]);
      const out = [];
      for (let c = 0; c < 0x42000; c += 1) {
        if (c >= 0xd800 && c < 0xe000) { out.push(''); continue; }
        out.push(e.kind(c) + ' ' + e.fold(String.fromCodePoint(c)).codePointAt(0));
      }
      for (const word of ['中', 'sw', 'é', '𠮷', 'привет']) out.push(String(e.hash(word)));
      process.stdout.write(out.join('\\n'));
      """
    let printed = String(decoding: try Node.run(["-e", script, engine]), as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    var wrong: [String] = []
    for scalar in UInt32(0)..<0x42000 where !(0xD800..<0xE000).contains(scalar) {
      let own = "\(SearchCharacter.kind(scalar).rawValue) \(SearchCharacter.fold(scalar))"
      // Letters that one of the two Unicode versions does not know yet have no case there.
      if printed[Int(scalar)] != own { wrong.append("\(String(scalar, radix: 16)): \(printed[Int(scalar)]) / \(own)") }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(10))")
    for (word, line) in zip(["中", "sw", "é", "𠮷", "привет"], printed.suffix(5)) {
      var hash = SearchHash()
      for scalar in word.unicodeScalars { hash.add(scalar.value) }
      #expect(String(hash.value) == line, "\(word)")
    }
  }
}
