import Testing

@testable import Diagnostics

@Suite struct CatalogueTests {
  @Test(arguments: Diagnostic.Code.allCases)
  func everyCodeHasWordsInBothLanguages(code: Diagnostic.Code) {
    for language in Language.allCases {
      let explanation = code.explanation(in: language)
      #expect(explanation.message.count > 5 && explanation.message != code.rawValue)
      #expect(explanation.help.count > 5)
      #expect(!explanation.message.hasSuffix(".") && !explanation.message.hasSuffix("。"))
    }
    let chinese = code.explanation(in: .simplifiedChinese)
    #expect(chinese.message.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    #expect(!code.english.message.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
  }

  /// Both languages must tell the same facts.
  @Test(arguments: Diagnostic.Code.allCases)
  func bothLanguagesNameTheSameArguments(code: Diagnostic.Code) {
    func placeholders(_ text: String) -> Set<Int> { Set((0...9).filter { text.contains("{\($0)") }) }
    let english = code.english
    let chinese = code.simplifiedChinese
    #expect(placeholders(english.message) == placeholders(chinese.message))
    #expect(placeholders(english.note) == placeholders(chinese.note))
    let all = placeholders(english.message + english.help)
    #expect(all == placeholders(chinese.message + chinese.help))
    #expect(all == Set(0..<all.count), "arguments are numbered without a gap")
  }

  @Test func clausesVanishWithTheirArgument() {
    let pattern = "unknown “{0}”[[; did you mean “{1}”?]]"
    #expect(Explanation.fill(pattern, with: ["a", "b"], in: .english) == "unknown “a”; did you mean “b”?")
    #expect(Explanation.fill(pattern, with: ["a", ""], in: .english) == "unknown “a”")
    #expect(Explanation.fill(pattern, with: ["a"], in: .english) == "unknown “a”")
    #expect(Explanation.fill(pattern, with: [], in: .english) == "unknown “”")
  }

  @Test func otherBracesAndBracketsAreText() {
    #expect(Explanation.fill("## T {#{0}} [^{0}] {{#x}} [", with: ["id"], in: .english) == "## T {#id} [^id] {{#x}} [")
  }

  @Test func argumentsAreNeverPatterns() {
    #expect(Explanation.fill("{0} {1}", with: ["{1} [[x]]", "b"], in: .english) == "{1} [[x]] b")
  }

  @Test func wordsAndBytesAreSaidInTheLanguage() {
    let diagnostic = Diagnostic(.adapted, path: "a.md", arguments: ["iframe", "card", "miniprogram"])
    #expect(diagnostic.message(in: .english) == "iframe: the mini-program shows a card with the address instead")
    #expect(diagnostic.message(in: .simplifiedChinese) == "iframe：小程序里改用带网址的卡片")
    let large = Diagnostic(.pageTooLarge, path: "a.md", arguments: ["p/a", "3145728", "1536"])
    #expect(large.message(in: .english) == "p/a is too large: 3.0 MB, 1.5 KB allowed")
  }

  @Test func bytesAreCountedInPowersOf1024() {
    #expect(ByteCount.describe(0) == "0 B")
    #expect(ByteCount.describe(1023) == "1023 B")
    #expect(ByteCount.describe(1024) == "1.0 KB")
    #expect(ByteCount.describe(1024 * 1024 - 1) == "1023.9 KB")
    #expect(ByteCount.describe(30 * 1024 * 1024) == "30.0 MB")
    #expect(ByteCount.describe(5 * 1024 * 1024 * 1024) == "5.0 GB")
  }
}
