import Diagnostics

/// A value of a data file (front matter, `offprint.yml`) as the author typed it: nothing is converted until somebody
/// asks for a type, so a tag `3.10` or `2024` stays the text it is.
///
/// The same tree for YAML, TOML and JSON; keys keep their order, everything knows its bytes.
struct DataValue: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    case scalar(Scalar)
    case sequence([DataValue])
    case mapping([Entry])
  }

  struct Scalar: Hashable, Sendable {
    var text: String
    /// Whether it stood without quotation marks (and so may be a number, a boolean, a date or nothing).
    var isPlain: Bool
  }

  struct Entry: Hashable, Sendable {
    var key: String
    var keyRange: SourceRange
    var value: DataValue
  }

  var content: Content
  /// Quotation marks and brackets included. Empty, just after the colon, where nothing was written.
  var range: SourceRange
}

/// What reading a data file gives: as much of the tree as could be read, and what was wrong.
struct DataDocument: Sendable {
  /// nil when there was nothing but blanks and comments.
  var root: DataValue?
  var problems: [DataProblem] = []
}

/// Something wrong with the form of a data file, whatever its keys mean.
struct DataProblem: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// The rest could not be read. A word of `Vocabulary`, else the parser's own words.
    case syntax(String)
    /// The later value counts.
    case duplicateKey(String, first: SourceRange)
  }

  var kind: Kind
  var range: SourceRange
  /// What the fault lies in: the bracket of the list, where the parser knows it.
  var opening: SourceRange?
  var fixIts: [Diagnostic.FixIt] = []
}

/// Limits that no honest file meets: they keep hostile ones from eating the stack or the memory.
enum DataLimits {
  /// Levels of mappings and sequences inside each other.
  static let depth = 64
  /// Values of a file, each use of an alias counting as all that it stands for.
  static let values = 100_000
}

extension DataValue {
  /// The entries of a mapping.
  var entries: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The text of a scalar, quoted or not.
  var text: String? {
    if case .scalar(let scalar) = content { scalar.text } else { nil }
  }

  /// Nothing at all, `~` or `null`: the key counts as absent.
  var isNull: Bool {
    guard case .scalar(let scalar) = content, scalar.isPlain else { return false }
    switch scalar.text {
    case "", "~", "null", "Null", "NULL": return true
    default: return false
    }
  }

  /// A truth value: YAML 1.2's words and, because a truth value is wanted here, YAML 1.1's too, in any case and also
  /// in quotation marks. nil when it is none.
  var boolean: Bool? {
    guard let text, text.utf8.count <= 5 else { return nil }
    switch text.lowercased() {
    case "true", "yes", "on", "y": return true
    case "false", "no", "off", "n": return false
    default: return nil
    }
  }

  /// A whole number in decimal digits with an optional sign.
  var integer: Int? {
    guard let text else { return nil }
    return Int(text)
  }
}
