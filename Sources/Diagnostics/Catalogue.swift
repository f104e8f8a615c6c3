/// What the catalogue says of one code in one language.
package struct Explanation: Hashable, Sendable {
  /// One line; `{0}`, `{1}`… stand for the diagnostic's arguments.
  package var message: String
  /// What the author can do about it, one or two sentences; may hold arguments too.
  package var help: String

  package init(_ message: String, help: String) {
    self.message = message
    self.help = help
  }
}

extension Diagnostic.Code {
  /// The words for this code; every code has them in every language.
  package func explanation(in language: Language) -> Explanation {
    switch language {
    case .english: english
    case .simplifiedChinese: simplifiedChinese
    }
  }
}
