import TestSupport
import Testing

@testable import Diagnostics

@Suite struct NameIndexTests {
  private let names = ["hello-world", "Getting Started", "安装与设置", "part-2", "ab", "swift-6-concurrency", "guide"]

  @Test(arguments: [
    ("helo-world", ["hello-world"]), ("hello_wrold", ["hello-world"]), ("HELLO-WORLD", ["hello-world"]),
    ("gettingstarted", ["Getting Started"]), ("安装和设置", ["安装与设置"]), ("安装", []), ("part-3", []), ("prat-2", ["part-2"]),
    ("ba", []), ("AB", ["ab"]), ("swift-5-concurrency", []), ("swift-6-concurency", ["swift-6-concurrency"]),
    ("", []), ("xyz", []),
  ])
  func slipsOfTheHandAreNear(text: String, found: [String]) {
    #expect(NameIndex(names).near(text).map { names[$0.index] } == found)
  }

  /// The shortcuts leave out nothing that measuring every distance finds.
  @Test func shortcutsLoseNothing() {
    var random = Randomness(seed: 11)
    let letters = Array("abcdefgh中文字")
    func word() -> String {
      String((0..<Int.random(in: 1...14, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" })
    }
    let names = (0..<150).map { _ in word() }
    let index = NameIndex(names)
    for _ in 0..<60 {
      let wanted = word()
      let expected = names.indices.filter { number in
        let longer = max(wanted.count, names[number].count)
        let allowed = longer < 3 ? 0 : min(3, max(1, longer / 4))
        return Suggestion.distance(Array(wanted), Array(names[number])) <= allowed
      }
      #expect(index.near(wanted).map(\.index) == expected, "\(wanted)")
    }
  }
}
