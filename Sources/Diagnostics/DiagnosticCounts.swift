/// How many diagnostics of each severity there are.
package struct DiagnosticCounts: Hashable, Sendable {
  package var errors = 0
  package var warnings = 0
  package var notes = 0

  package init(_ diagnostics: [Diagnostic] = []) {
    for diagnostic in diagnostics { count(diagnostic.severity) }
  }

  package mutating func count(_ severity: Diagnostic.Severity) {
    switch severity {
    case .error: errors += 1
    case .warning: warnings += 1
    case .note: notes += 1
    }
  }

  /// `2 errors, 1 warning`; what there is none of is left out, nothing at all is an empty text.
  package func describe(in language: Language) -> String {
    let parts = [
      (errors, ("error", "errors", "个错误")), (warnings, ("warning", "warnings", "个警告")),
      (notes, ("note", "notes", "条提示")),
    ]
    .filter { $0.0 > 0 }
    switch language {
    case .english: return parts.map { "\($0.0) \($0.0 == 1 ? $0.1.0 : $0.1.1)" }.joined(separator: ", ")
    case .simplifiedChinese: return parts.map { "\($0.0) \($0.1.2)" }.joined(separator: "，")
    }
  }

  /// The last line of `--format json`.
  package func json() -> String {
    var json = JSONText()
    json.object { object in
      object.field("kind", "summary")
      object.field("errors", errors)
      object.field("warnings", warnings)
      object.field("notes", notes)
    }
    return json.text + "\n"
  }
}
