/// Languages by their tags, and how their readers call them.
package enum LanguageNames {
  /// What a language calls itself; of an unknown one its tag.
  ///
  /// - Parameter tag: BCP 47.
  package static func name(_ tag: String) -> String {
    var key = tag.lowercased()
    while true {
      if let name = names[key] { return name }
      guard let hyphen = key.lastIndex(of: "-") else { return tag }
      key = String(key[..<hyphen])
    }
  }

  /// A word of a file's name as a language tag; nil when it is none.
  ///
  /// Two-letter codes of ISO 639-1, with a script or a region behind them or not: `en`, `zh-CN`, `zh-Hant`. Words that name
  /// programs' files too (`js`, `py`, `md`) are none of them.
  package static func tag(_ word: Substring) -> String? {
    let parts = word.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
    guard let first = parts.first, first.utf8.count == 2, parts.count <= 3 else { return nil }
    let code = first.lowercased()
    var index = codes.startIndex
    var isKnown = false
    while index < codes.endIndex {
      let next = codes.index(index, offsetBy: 2)
      if codes[index..<next] == code {
        isKnown = true
        break
      }
      index = next
    }
    guard isKnown, parts.dropFirst().allSatisfy({ (2...4).contains($0.utf8.count) && $0.allSatisfy(\.isASCIIWord) })
    else { return nil }
    return String(word)
  }

  /// ISO 639-1, one after the other.
  private static let codes =
    "aaabaeafakamanarasavayazbabebgbhbibmbnbobrbscacechcocrcscucvcydadedvdzeeeleneoeseteufafffifjfofrfygagdglgngugvha"
    + "hehihohrhthuhyhziaidieigiiikioisitiujajvkakgkikjkkklkmknkokrkskukvkwkylalblglilnloltlulvmgmhmimkmlmnmrmsmtmynanb"
    + "ndnengnlnnnonrnvnyocojomorospapiplpsptqurmrnrorurwsascsdsesgsiskslsmsnsosqsrssstsusvswtatetgthtitktltntotrtstttw"
    + "tyugukuruzvevivowawoxhyiyozazhzu"

  private static let names = [
    "zh": "中文", "zh-cn": "简体中文", "zh-hans": "简体中文", "zh-sg": "简体中文", "zh-tw": "繁體中文", "zh-hk": "繁體中文",
    "zh-mo": "繁體中文", "zh-hant": "繁體中文", "en": "English", "ja": "日本語", "ko": "한국어", "fr": "Français",
    "de": "Deutsch", "es": "Español", "pt": "Português", "it": "Italiano", "ru": "Русский", "uk": "Українська",
    "pl": "Polski", "nl": "Nederlands", "sv": "Svenska", "da": "Dansk", "nb": "Norsk bokmål", "fi": "Suomi",
    "cs": "Čeština", "tr": "Türkçe", "ar": "العربية", "he": "עברית", "fa": "فارسی", "hi": "हिन्दी", "th": "ไทย",
    "vi": "Tiếng Việt", "id": "Bahasa Indonesia", "ms": "Bahasa Melayu", "el": "Ελληνικά", "hu": "Magyar",
    "ro": "Română", "bg": "Български", "eo": "Esperanto",
  ]
}

extension Character {
  fileprivate var isASCIIWord: Bool { isASCII && (isLetter || isNumber) }
}
