internal import Diagnostics

/// Which language the program speaks.
///
/// Help texts are made before any option is parsed (ArgumentParser keeps them in static properties), so the language is
/// found out from the raw arguments and the environment.
enum Tongue {
  /// `--language` if it is there, else the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set; English when that is
  /// neither English nor Chinese.
  static func language(arguments: [String], environment: (String) -> String?) -> Language {
    if let tag = optionValue("--language", in: arguments), let language = Language(tag: tag) { return language }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let locale = environment(name), !locale.isEmpty { return Language(tag: locale) ?? .english }
    }
    return .english
  }

  /// The language of this run.
  static let current = language(arguments: Array(CommandLine.arguments.dropFirst()), environment: Environment.value)

  /// The last value of an option before `--`.
  private static func optionValue(_ name: String, in arguments: [String]) -> String? {
    var value: String?
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument == name, index + 1 < arguments.count { value = arguments[index + 1] }
      if argument.hasPrefix(name + "=") { value = String(argument.dropFirst(name.count + 1)) }
    }
    return value
  }
}

/// The words of this run's language.
func words(_ english: String, _ chinese: String) -> String {
  words(english, chinese, in: Tongue.current)
}

func words(_ english: String, _ chinese: String, in language: Language) -> String {
  switch language {
  case .english: english
  case .simplifiedChinese: chinese
  }
}
