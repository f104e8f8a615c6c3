import Foundation
import Manuscript
import TestSupport
import Testing

@testable import Binding

@Suite struct SearchTermTests {
  /// The terms of a text as the index would name them, from the files that the real merge makes.
  private func terms(_ text: String) -> [String] {
    var table = SearchTermTable()
    table.add(Array(text.utf8), to: .body)
    var merge = SearchMerge()
    let block = table.block()
    for partition in 0..<SearchTermBlock.partitions {
      let start = Int(block.starts[partition])
      let entries = UnsafeBufferPointer(start: block.bytes + start, count: Int(block.starts[partition + 1]) - start)
      merge.add(entries, entry: 0, part: 0, titlesOnly: false)
    }
    let lists = merge.lists()
    return lists.order.map { term in
      let place = lists.terms[term]
      return String(decoding: lists.pool[Int(place.start)..<Int(place.start) + Int(place.length)], as: UTF8.self)
    }
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
