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
      result += margin + " " + style.paint("= \(words.fix)\(words.colon)", .good)
      result += describe(fixIt, of: diagnostic, words) + "\n"
    }
    let help = PrintableText.safe(diagnostic.help(in: language))
    if !help.isEmpty { result += margin + " " + style.paint("= \(words.help)\(words.colon)", .good) + help + "\n" }
    for note in diagnostic.notes.prefix(shownNotes) { result += text(note) }
    let rest = diagnostic.notes.count - shownNotes
    if rest > 0 { result += margin + " " + style.paint("= ", .good) + words.more(rest) + "\n" }
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

  /// What a fix does, and in which line where that is not the one that the diagnostic shows.
  private mutating func describe(_ fixIt: Diagnostic.FixIt, of diagnostic: Diagnostic, _ words: Words) -> String {
    var replacement = Substring(fixIt.replacement)
    while replacement.last?.isNewline ?? false { replacement.removeLast() }
    let text = PrintableText.safe(String(replacement))
    var line: Int?
    if let lines = file(diagnostic.path).lines {
      let fixed = lines.position(of: Int(fixIt.range.start)).line
      if fixed != diagnostic.range.map({ lines.position(of: Int($0.start)).line }) { line = fixed }
    }
    if fixIt.replacement.isEmpty { return words.remove(line) }
    return fixIt.range.count == 0 ? words.insert(text, line) : words.replace(text, line)
  }

  /// The fixed words around a diagnostic.
  private struct Words {
    let language: Language
    init(_ language: Language) { self.language = language }

    var fix: String { pick("fix", "改法") }
    var help: String { pick("help", "建议") }
    var colon: String { pick(": ", "：") }

    func remove(_ line: Int?) -> String { pick("remove this", "删去这里") + place(line) }
    func insert(_ text: String, _ line: Int?) -> String { pick("insert “\(text)”", "插入“\(text)”") + place(line) }
    func replace(_ text: String, _ line: Int?) -> String {
      pick("write “\(text)” instead", "改为“\(text)”") + place(line)
    }

    func more(_ count: Int) -> String {
      pick("\(count) more; --verbose names them all", "另有 \(count) 处，--verbose 全部列出")
    }

    private func place(_ line: Int?) -> String { line.map { pick(" in line \($0)", "（第 \($0) 行）") } ?? "" }

    private func pick(_ english: String, _ chinese: String) -> String {
      switch language {
      case .english: english
      case .simplifiedChinese: chinese
      }
    }
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
