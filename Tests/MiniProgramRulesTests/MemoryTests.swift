import Diagnostics
import TestSupport
import Testing

@testable import MiniProgramRules

/// A checker that has seen other files finds what a fresh one does.
@Suite struct MemoryTests {
  private static let tags = [
    "<view class=\"li\">", "<text class=\"a\" catchtap=\"go\" data-u=\"/x/\">",
    "<text catchtap=\"stop\" bindtap=\"go\">",
    "<text bindtop=\"go\">", "<view idd=\"x\">", "<text id=\"a-x\" user-select>",
    "<text data-x=\"a>b\" selectable=\"false\">",
    "<text data-x=\"a>b\">", "<image src=\"a.png\"/>", "<view wx:if=\"{{a}}\">", "<view hidden=\"{{m.f(a)}}\">",
    "<rich-text nodes=\"{{'<table width=\\x221\\x22><td wide=\\x221\\x22>'}}\"/>", "<view>", "<text>", "<strange>",
    "<scroll-view scroll-x class=\"cs\">", "<text class=\"p\" user-select>x</text>", "</view>", "</text>", "words", "<",
  ]

  @Test func `Files seen before change no finding`() {
    var random = Randomness(seed: 5)
    var checker = RulesChecker()
    for round in 0..<3000 {
      // Some files have more wrong than is reported.
      let count = round % 50 == 0 ? 400 : round % 30 + 1
      let text = (0..<count).map { _ in Self.tags.randomElement(using: &random) ?? "" }.joined()
      let seen = checker.check(path: "a.wxml", bytes: Array(text.utf8))
      let fresh = RulesChecker.check(path: "a.wxml", bytes: Array(text.utf8))
      #expect(seen.diagnostics == fresh.diagnostics, "\(text)")
      #expect(seen.facts.handlers == fresh.facts.handlers, "\(text)")
      #expect(seen.facts.references == fresh.facts.references, "\(text)")
      #expect(seen.facts.ids == fresh.facts.ids, "\(text)")
      #expect(seen.facts.nodeCount == fresh.facts.nodeCount, "\(text)")
    }
  }
}
