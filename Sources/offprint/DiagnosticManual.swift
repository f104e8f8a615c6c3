internal import Diagnostics

/// What the catalogue knows of a code, as a page for the terminal.
enum DiagnosticManual {
  static func page(_ code: Diagnostic.Code, in language: Language, style: TerminalStyle) -> String {
    let help = Explanation.fill(code.explanation(in: language).help, with: blanks, in: language)
    let severity = style.paint(code.severity.name(in: language), code.severity.role)
    var result = style.paint(code.rawValue, .strong) + " · " + severity + "\n"
    result += message(code, in: language) + "\n\n"
    result += TextWrap.lines(code.detail(in: language), width: 78).joined(separator: "\n") + "\n\n"
    let label = words("To mend it: ", "怎样改正：", in: language)
    let mending = TextWrap.lines(label + help, width: 78).joined(separator: "\n")
    return result + style.paint(label, .good) + mending.dropFirst(label.count) + "\n"
  }

  /// The same as one object on one line; “…” stands for the facts.
  static func json(_ code: Diagnostic.Code, in language: Language) -> String {
    var json = JSONText()
    json.object { json in
      json.field("kind", "explanation")
      json.field("code", code.rawValue)
      json.field("severity", code.severity.rawValue)
      json.field("message", message(code, in: language))
      json.field("detail", code.detail(in: language))
      json.field("help", Explanation.fill(code.explanation(in: language).help, with: blanks, in: language))
    }
    return json.text + "\n"
  }

  /// The message with “…” for the facts.
  static func message(_ code: Diagnostic.Code, in language: Language) -> String {
    Explanation.fill(code.explanation(in: language).message, with: blanks, in: language)
  }

  private static let blanks = ["…", "…", "…"]
}
