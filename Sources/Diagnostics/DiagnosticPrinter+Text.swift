extension DiagnosticPrinter {
  /// `path:line:column: severity[code]: message`, excerpt, help, fixes, notes.
  mutating func text(_ diagnostic: Diagnostic) -> String {
    // Trouble with a file as a whole names it in its message already.
    let isNamed = diagnostic.range == nil && diagnostic.arguments.first == diagnostic.path
    let place = isNamed ? "" : place(diagnostic.path, diagnostic.range)
    let severity = diagnostic.severity
    var result = place.isEmpty ? "" : style.paint(place + ":", .strong) + " "
    result += style.paint("\(severity.name(in: language))[\(diagnostic.code.rawValue)]:", severity.role) + " "
    result += style.paint(PrintableText.safe(diagnostic.message(in: language)), .strong) + "\n"
    let gutter = gutterWidth(diagnostic.path, diagnostic.range)
    if let range = diagnostic.range { result += excerpt(diagnostic.path, range, severity.role, gutter: gutter) }
    let margin = String(repeating: " ", count: gutter)
    let words = Words(language)
    for fixIt in diagnostic.fixIts {
      let action = fixIt.replacement.isEmpty ? words.remove : words.replace(PrintableText.safe(fixIt.replacement))
      result += margin + " " + style.paint("= \(words.fix)\(words.colon)", .good) + action + "\n"
    }
    let help = PrintableText.safe(diagnostic.help(in: language))
    if !help.isEmpty { result += margin + " " + style.paint("= \(words.help)\(words.colon)", .good) + help + "\n" }
    for note in diagnostic.notes { result += text(note) }
    return result
  }

  private mutating func text(_ note: Diagnostic.Note) -> String {
    let label = Diagnostic.Severity.note.name(in: language) + ":"
    var result = style.paint(place(note.path, note.range) + ":", .strong) + " " + style.paint(label, .note) + " "
    result += PrintableText.safe(note.message(in: language)) + "\n"
    result += excerpt(note.path, note.range, .note, gutter: gutterWidth(note.path, note.range))
    return result
  }

  /// `path:line:column`, as much of it as is known.
  private mutating func place(_ path: String, _ range: SourceRange?) -> String {
    let shown = PrintableText.safe(shownPath(path))
    guard let range, let lines = file(path).lines else { return shown }
    let position = lines.position(of: Int(range.start))
    return "\(shown):\(position.line):\(position.column)"
  }

  /// Digits of the greatest line number that the excerpt shows.
  private mutating func gutterWidth(_ path: String, _ range: SourceRange?) -> Int {
    guard let range, let lines = file(path).lines else { return 1 }
    return String(lines.position(of: Int(max(range.start, range.end))).line).count
  }

  /// The fixed words around a diagnostic.
  private struct Words {
    var fix: String
    var help: String
    var remove: String
    var colon: String
    private var replacing: (String, String)

    init(_ language: Language) {
      switch language {
      case .english:
        (fix, help, remove, colon, replacing) = ("fix", "help", "remove this", ": ", ("write “", "” instead"))
      case .simplifiedChinese: (fix, help, remove, colon, replacing) = ("改法", "建议", "删去这里", "：", ("改为“", "”"))
      }
    }

    func replace(_ text: String) -> String { replacing.0 + text + replacing.1 }
  }
}

extension Diagnostic.Severity {
  /// The word for it.
  package func name(in language: Language) -> String {
    switch (self, language) {
    case (.error, .english): "error"
    case (.warning, .english): "warning"
    case (.note, .english): "note"
    case (.error, .simplifiedChinese): "错误"
    case (.warning, .simplifiedChinese): "警告"
    case (.note, .simplifiedChinese): "提示"
    }
  }
}
