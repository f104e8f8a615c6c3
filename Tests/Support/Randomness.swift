/// SplitMix64: random numbers that are the same in every run.
package struct Randomness: RandomNumberGenerator {
  private var state: UInt64
  package init(seed: UInt64) { state = seed }
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Pieces of text that have broken printers before, and ordinary ones.
  package static let pieces = [
    "{{", "}}", "{", "}", "{{ name }}", "\\n", "\\", "\\\\", "<", "</view>", "<!--", "&lt;", "&", "'", "\"", "'}}",
    " ", "  ", "\n", "\r\n", "\t", "\u{0}", "\u{1}", "\u{7F}", "\u{85}", "\u{A0}", "\u{A0}\u{A0}", "\u{AD}", "\u{200B}",
    "\u{200D}", "\u{2028}", "\u{2029}", "\u{202E}", "\u{3000}", "\u{FEFF}", "\u{FFFD}", "中文", "，", "。", "é", "🤪",
    "☹️", "word", "a b", "0", "$", "`", "${x}", "%", ">", "->", "]]>", "\u{61C}", "ب", "가", "\u{1680}", "\u{2003}",
  ]

  package mutating func text(pieces count: Int) -> String {
    (0..<count).map { _ in Self.pieces.randomElement(using: &self) ?? "" }.joined()
  }
}
