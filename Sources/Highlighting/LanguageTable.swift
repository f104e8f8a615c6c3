/// A language: its names and how it is read.
struct LanguageEntry: Sendable {
  let name: String
  let label: String
  let aliases: [String]
  /// A closure, so that the tables of a language are built when it is first used.
  let grammar: @Sendable () -> Grammar

  init(_ name: String, _ label: String, _ aliases: String = "", _ grammar: @escaping @Sendable () -> Grammar) {
    self.name = name
    self.label = label
    self.aliases = aliases.split(separator: " ").map(String.init)
    self.grammar = grammar
  }
}

/// All languages, found by name.
enum LanguageTable {
  static let entries: [LanguageEntry] = [
    LanguageEntry("javascript", "JavaScript", "js mjs cjs node") { .code(.javascript) },
    LanguageEntry("jsx", "JSX", "react") { .code(.javascript) },
    LanguageEntry("typescript", "TypeScript", "ts mts cts") { .code(.typescript) },
    LanguageEntry("tsx", "TSX") { .code(.typescriptElements) },
    LanguageEntry("json", "JSON", "jsonc json5 webmanifest geojson") { .code(.json) },
    LanguageEntry("python", "Python", "py python3 py3 pyi") { .code(.python) },
    LanguageEntry("swift", "Swift") { .code(.swift) },
    LanguageEntry("text", "Text", "txt plaintext plain none nohighlight output") { .text },
  ]

  static let names: [String] = entries.flatMap { [$0.name] + $0.aliases }.sorted()

  private static let index: [String: Int] = {
    var index: [String: Int] = [:]
    for (position, entry) in entries.enumerated() {
      for name in [entry.name] + entry.aliases { index[name] = position }
    }
    return index
  }()

  /// The language of this name or alias in letters of any case, or nil.
  static func find(_ name: String) -> LanguageEntry? {
    if let position = index[name] ?? index[name.lowercased()] { return entries[position] }
    return nil
  }
}
