/// Documents put together by chance from what Markdown reacts to; the same for the same seed.
struct RandomDocuments {
  private static let tokens: [String] = [
    "*", "**", "***", "_", "__", "~", "~~", "~~~", "`", "``", "```", "[", "]", "![", "](", ")", "(", "<", ">", "&",
    "&amp;",
    "&#35;", "\\", "\\\\", "\\*", "\\~", "|", "||", "---", "| - | - |", ":", "://", "http://", "https://a.b/c",
    "www.a.cn",
    "a@b.cc", "ww", "w", "\u{1}", "\u{1}~", "$", "$$", "!", "#", "##", "-", "+", "1.", "2)", "- [x]", "- [ ] ", ">",
    "> ",
    "[^1]", "[^1]:", "[a]: /b", "[a]", "{: .c}", "{#d}", "<b>", "</b>", "<div>", "</div>", "<!--", "-->", "<a@b.c>",
    "\n", "\n", "\n\n", "\n\n", "\n    ", "\n\t", "\r\n", " ", " ", "  \n", "\u{A0}", "　", "中", "文字", "。", "，", "“",
    "”",
    "a", "b", "word", "1", "0", "\"", "'", "=", "==", "\n===", "\n---\n", "é", "🙏", "\u{200D}", ";", ".", "?",
  ]

  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  mutating func document(tokens count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<count { bytes += Self.tokens[Int(next() % UInt64(Self.tokens.count))].utf8 }
    return bytes
  }

  mutating func bytes(count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) } }
}
