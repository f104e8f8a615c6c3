import Testing

@testable import Diagnostics

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("a", 1), ("中", 2), ("，", 2), ("Ａ", 2), ("ｱ", 1), ("한", 2), ("é", 1), ("e\u{301}", 1), ("😀", 2), ("👨‍👩‍👧", 2),
    ("👍🏽", 2), ("🇨🇳", 2), ("❤️", 2), ("1️⃣", 2), ("⌚", 2), ("\u{200B}", 0), ("\u{AD}", 0), ("\u{1B}", 0), ("𠮷", 2), ("…", 1),
    ("㎏", 2), ("、", 2), ("", 0), ("Swift 语言", 10),
  ])
  func countsColumns(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test func nothingActiveIsPrinted() {
    #expect(PrintableText.safe("plain 中文 😀") == "plain 中文 😀")
    #expect(PrintableText.safe("a\u{1B}[31mb\u{7F}\r\n\t\u{0}") == "a␛[31mb␡␍␊␉␀")
    #expect(
      PrintableText.safe("\u{9B}31m \u{202E}x\u{2066}\u{2028}\u{FEFF}")
        == "⟨U+009B⟩31m ⟨U+202E⟩x⟨U+2066⟩⟨U+2028⟩⟨U+FEFF⟩")
    // Joined emoji and Persian words need their joiners.
    #expect(PrintableText.safe("👨‍👩‍👧 می‌خواهم") == "👨‍👩‍👧 می‌خواهم")
  }
}
