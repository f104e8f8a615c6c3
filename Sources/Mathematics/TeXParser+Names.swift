extension TeXParser {
  /// Every command that formulas know, for suggestions.
  package static let commandNames: [String] =
    (Array(SymbolTable.entries.keys) + Array(accents.keys) + Array(alphabets.keys) + Array(textCommands.keys)
    + Array(definitions) + Array(labelledArrows.keys) + Array(switches.keys) + others)
    .sorted { ($0.lowercased(), $1) < ($1.lowercased(), $0) }

  package static let environmentNames: [String] = environments.sorted()

  private static let others = [
    "frac", "dfrac", "tfrac", "cfrac", "binom", "dbinom", "tbinom", "sqrt", "left", "right", "middle", "big", "Big",
    "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "begin", "end", "operatorname", "overset",
    "underset",
    "stackrel", "substack", "not", "tag", "phantom", "hphantom", "vphantom", "smash", "boxed", "cancel", "bcancel",
    "xcancel", "sout", "color", "textcolor", "colorbox", "hspace", "kern", "bmod", "pmod", "mod", "pod", "bra", "ket",
    "braket", "bm", "boldsymbol", "limits", "nolimits", "over", "choose", "atop", "notag", "nonumber", "label",
    "mathord", "mathop", "mathbin", "mathrel", "mathopen", "mathclose", "mathpunct",
  ]
}
