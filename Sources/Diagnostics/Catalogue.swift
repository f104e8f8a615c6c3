/// What the catalogue says of one code in one language, as patterns (see `fill`).
package struct Explanation: Hashable, Sendable {
  /// One line without a full stop: what is wrong.
  package var message: String
  /// What the author can do about it, one or two sentences.
  package var help: String
  /// What a `Diagnostic.Note` with this code says of its place; empty: the language's general words.
  package var note: String

  package init(_ message: String, help: String, note: String = "") {
    self.message = message
    self.help = help
    self.note = note
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

extension Diagnostic {
  /// One line: what is wrong here. Holds the author's text as it is: printers make it safe to print.
  package func message(in language: Language) -> String {
    Explanation.fill(code.explanation(in: language).message, with: arguments, in: language)
  }

  /// What the author can do about it.
  package func help(in language: Language) -> String {
    Explanation.fill(code.explanation(in: language).help, with: arguments, in: language)
  }
}

extension Diagnostic.Note {
  /// One line: what this place has to do with the diagnostic.
  package func message(in language: Language) -> String {
    let pattern = code.explanation(in: language).note
    if pattern.isEmpty { return Vocabulary.seeAlso(in: language) }
    return Explanation.fill(pattern, with: arguments, in: language)
  }
}

extension Diagnostic.Code {
  /// Two or three sentences: what the diagnostic means and what came of it. The manual's page of the code says the same
  /// with an example.
  package func detail(in language: Language) -> String {
    switch language {
    case .english: englishDetail
    case .simplifiedChinese: simplifiedChineseDetail
    }
  }
}
