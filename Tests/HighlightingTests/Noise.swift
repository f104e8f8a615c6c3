/// Input nobody would write, the same on every run.
struct Noise {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func bytes(count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(truncatingIfNeeded: next() >> 11) } }

  /// Marks that lexers react to, in random order: far more of them than in random bytes.
  mutating func fragments(count: Int) -> [UInt8] {
    (0..<count).flatMap { _ in Array(Noise.fragments[Int(next() % UInt64(Noise.fragments.count))].utf8) }
  }

  static let fragments = [
    "\"", "'", "`", "\"\"\"", "'''", "\\", "\\(", "${", "#{", "{{", "}}", "{", "}", "(", ")", "[", "]", "<", ">", "</",
    "/>", "<!--", "-->", "/*", "*/", "//", "///", "/**", "#", "##", "#\"", "r#\"", "R\"(", "<<EOF\n", "<<~A", "EOF\n",
    "<?php", "?>", "<script>", "</script>", "<style>", "</style>", "&amp;", "&", "---", "\n", "\n\n", "\r\n", " ", "\t",
    "  ", "- ", ": ", ":", "|\n", ">\n", "*a", "**", "_", "~~~", "```", "```js\n", "=", "==", "=begin\n", "=end\n",
    "@a",
    "@", "$", "$x", "$(", "$((", "))", "%w[", "%", "%{", "--", "--[[", "]]", "[=[", "$$", ";", ",", ".", "..", "?.",
    "!", "?", "0x", "1.", "1e", "12", "a", "if", "class ", "func ", "return ", "中文", "é", "😀", "\u{0}", "\u{FEFF}",
    "+", "-", "@@ ", "diff ", "FROM ", "RUN ", "SELECT ", "server {", "a: ", "&x", "!t", "rgb(", "#fff", "::", "'a",
  ]

  /// Units that begin something which never ends, so that each begs to look for the end anew.
  static let repeated = [
    "[", "*a *", "</", "<div>", "> ", "/a[", "#include <", "\"\\(", "${", "`", "RUN <<X ", "{{", "<<A\n", "a: |\n",
    "{a",
  ]
}
