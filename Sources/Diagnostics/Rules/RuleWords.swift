/// What the catalogues say of one rule of the mini-program platform, both languages side by side.
struct RuleWords: Sendable {
  var english: Explanation
  var englishDetail: String
  var simplifiedChinese: Explanation
  var simplifiedChineseDetail: String
}

extension Diagnostic.Code {
  /// The words of a rule; a test holds that every rule has its own.
  var ruleWords: RuleWords {
    Self.rules[self]
      ?? RuleWords(
        english: Explanation(rawValue, help: ""), englishDetail: "", simplifiedChinese: Explanation(rawValue, help: ""),
        simplifiedChineseDetail: "")
  }

  private static let rules: [Diagnostic.Code: RuleWords] = Dictionary(
    uniqueKeysWithValues: packageRules + settingRules + markupRules + styleRules + scriptRules + previewRules + keyRules
      + certificateRules + adviceRules)
}
