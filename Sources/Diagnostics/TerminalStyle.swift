/// Colours of a terminal (ECMA-48 SGR), or none.
package struct TerminalStyle: Hashable, Sendable {
  package enum Role: String, Hashable, Sendable, CaseIterable {
    case error = "1;31"
    case warning = "1;33"
    case note = "1;36"
    case strong = "1"
    case faint = "2"
    case gutter = "34"
    case good = "32"
  }

  package var isColored: Bool
  package init(isColored: Bool) { self.isColored = isColored }

  /// The text in that role's colours; the text must be safe to print already.
  package func paint(_ text: String, _ role: Role) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
  }
}

extension Diagnostic.Severity {
  /// The colours of the word for it.
  package var role: TerminalStyle.Role {
    switch self {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}
