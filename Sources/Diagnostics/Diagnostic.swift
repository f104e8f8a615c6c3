/// Something an author should know about the source: a value, never a thrown error.
///
/// A diagnostic holds facts; the words are made when it is printed, in the user's language, from `Code`'s catalogue.
package struct Diagnostic: Hashable, Sendable {
  /// How much it matters. Only an error keeps an edition from being delivered.
  package enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
    case note, warning, error

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
  }

  /// A second place that explains the first ("the other article with this address").
  package struct Note: Hashable, Sendable {
    package var code: Code
    package var arguments: [String]
    package var path: String
    package var range: SourceRange

    package init(code: Code, arguments: [String] = [], path: String, range: SourceRange) {
      self.code = code
      self.arguments = arguments
      self.path = path
      self.range = range
    }
  }

  /// Bytes that an editor may replace to mend the problem.
  package struct FixIt: Hashable, Sendable {
    package var range: SourceRange
    package var replacement: String

    package init(range: SourceRange, replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  package var code: Code
  package var severity: Severity
  /// The file it is about, relative to the source folder.
  package var path: String
  /// The bytes it is about; nil when it is about the file as a whole or about no file that has lines.
  package var range: SourceRange?
  /// The facts, in the order in which the catalogue's messages number them: `{0}`, `{1}`…
  package var arguments: [String]
  package var notes: [Note]
  package var fixIts: [FixIt]

  package init(
    _ code: Code, severity: Severity? = nil, path: String, range: SourceRange? = nil, arguments: [String] = [],
    notes: [Note] = [], fixIts: [FixIt] = []
  ) {
    self.code = code
    self.severity = severity ?? code.severity
    self.path = path
    self.range = range
    self.arguments = arguments
    self.notes = notes
    self.fixIts = fixIts
  }
}
