import TestSupport
import Testing

@testable import Highlighting

/// What holds for any language and any bytes.
@Suite struct PromiseTests {
  static let languages = LanguageTable.entries.map(\.name)

  @Test(arguments: languages) func randomBytesAreCovered(language: String) throws {
    var generator = Noise(seed: 20_261_122)
    for round in 0..<150 {
      let source = round % 2 == 0 ? generator.bytes(count: round * 2) : generator.fragments(count: round)
      try check(source, language)
    }
  }

  @Test(arguments: languages) func deepAndUnfinishedInputEnds(language: String) throws {
    for unit in Noise.fragments + [
      "`${", "\"\\(", "f\"{", "\"#{", "$(", "<a b='{{", "[[", "((", "<div>", "> ", "- ", "* ",
    ] {
      try check(Array(String(repeating: unit, count: 400).utf8), language)
    }
  }

  /// Input that a careless lexer reads again and again: quadratic time would be ten seconds and more.
  @Test(arguments: languages) func timeIsLinear(language: String) throws {
    for unit in Noise.repeated {
      let source = Array(String(repeating: unit, count: 60_000 / unit.utf8.count).utf8)
      let time = try processorSeconds { _ = try #require(Highlighter.tokens(for: source, language: language)) }
      #expect(time < 3, "\(unit.debugDescription)")
    }
  }

  @Test func namesAreFoundInAnyCase() {
    #expect(LanguageName.canonical("JS") == "javascript")
    #expect(LanguageName.label("js") == "JavaScript")
    #expect(LanguageName.canonical("no-such-language") == nil)
    #expect(LanguageName.label("no-such-language") == "no-such-language")
    #expect(Highlighter.tokens(for: [], language: "no-such-language") == nil)
    #expect(Highlighter.tokens(for: [], language: "js") == [])
  }

  @Test func noNameIsGivenTwice() {
    #expect(Set(LanguageName.all).count == LanguageName.all.count)
    #expect(LanguageName.all.allSatisfy { $0 == $0.lowercased() })
  }
}

/// Tokens touch, cover everything, are not empty, differ from their neighbours and split no character of valid UTF-8.
func check(_ source: [UInt8], _ language: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let tokens = try #require(Highlighter.tokens(for: source, language: language))
  let text = String(decoding: source.prefix(200), as: UTF8.self)
  #expect(tokens.reduce(0) { $0 + Int($1.count) } == source.count, "\(text)", sourceLocation: sourceLocation)
  #expect(tokens.allSatisfy { $0.count > 0 }, "\(text)", sourceLocation: sourceLocation)
  #expect(!zip(tokens, tokens.dropFirst()).contains { $0.kind == $1.kind }, "\(text)", sourceLocation: sourceLocation)
  if String(validating: source, as: UTF8.self) != nil {
    var position = 0
    for token in tokens.dropLast() {
      position += Int(token.count)
      guard position < source.count else { break }
      #expect(source[position] & 0xC0 != 0x80, "\(text) at \(position)", sourceLocation: sourceLocation)
    }
  }
}
