extension TeXParser {
  struct Accent: Sendable {
    var mark: String
    var isWide = false
    var isUnder = false
  }

  static let accents: [String: Accent] = [
    "hat": Accent(mark: "^"), "widehat": Accent(mark: "^", isWide: true), "tilde": Accent(mark: "~"),
    "widetilde": Accent(mark: "~", isWide: true), "bar": Accent(mark: "¯"), "vec": Accent(mark: "→"),
    "dot": Accent(mark: "˙"), "ddot": Accent(mark: "¨"), "dddot": Accent(mark: "⃛"), "ddddot": Accent(mark: "⃜"),
    "check": Accent(mark: "ˇ"), "widecheck": Accent(mark: "ˇ", isWide: true), "breve": Accent(mark: "˘"),
    "acute": Accent(mark: "´"), "grave": Accent(mark: "`"), "mathring": Accent(mark: "˚"),
    "overline": Accent(mark: "\u{203E}", isWide: true), "underline": Accent(mark: "_", isWide: true, isUnder: true),
    "underbar": Accent(mark: "_", isWide: true, isUnder: true),
    "overrightarrow": Accent(mark: "→", isWide: true), "overleftarrow": Accent(mark: "←", isWide: true),
    "overleftrightarrow": Accent(mark: "↔", isWide: true), "Overrightarrow": Accent(mark: "⇒", isWide: true),
    "underrightarrow": Accent(mark: "→", isWide: true, isUnder: true),
    "underleftarrow": Accent(mark: "←", isWide: true, isUnder: true),
    "underleftrightarrow": Accent(mark: "↔", isWide: true, isUnder: true),
    "overbrace": Accent(mark: "⏞", isWide: true), "underbrace": Accent(mark: "⏟", isWide: true, isUnder: true),
    "overbracket": Accent(mark: "⎴", isWide: true), "underbracket": Accent(mark: "⎵", isWide: true, isUnder: true),
    "overparen": Accent(mark: "⏜", isWide: true), "underparen": Accent(mark: "⏝", isWide: true, isUnder: true),
    "overgroup": Accent(mark: "⏠", isWide: true), "undergroup": Accent(mark: "⏡", isWide: true, isUnder: true),
    "overharpoon": Accent(mark: "⇀", isWide: true), "utilde": Accent(mark: "~", isWide: true, isUnder: true),
  ]

  mutating func accented(_ accent: Accent, _ token: TeXToken) -> MathNode {
    let base = argument(after: token)
    return .accent(MathAccent(base: base, mark: accent.mark, isWide: accent.isWide, isUnder: accent.isUnder))
  }
}
