/// The languages Offprint speaks to people: messages, reports and the fixed words of both editions.
package enum Language: String, Hashable, Sendable, CaseIterable {
  case english = "en"
  case simplifiedChinese = "zh-Hans"

  /// Reads a BCP 47 tag or a POSIX locale (`zh_CN.UTF-8`, `zh-Hans`, `en-GB`); nil when it is neither Chinese nor English.
  package init?(tag: String) {
    let lowered = tag.lowercased()
    if lowered.hasPrefix("zh") {
      self = .simplifiedChinese
    } else if lowered.hasPrefix("en") {
      self = .english
    } else {
      return nil
    }
  }
}
