extension DiagnosticPrinter {
  /// `::error file=…,line=…,col=…,title=code::message`: GitHub shows it beside the line when the path is relative to the
  /// repository (`pathPrefix`).
  mutating func github(_ diagnostic: Diagnostic) -> String {
    var properties: [(String, String)] = []
    let path = shownPath(diagnostic.path)
    if !path.isEmpty { properties.append(("file", path)) }
    if let range = diagnostic.range, let lines = file(diagnostic.path).lines {
      let start = lines.position(of: Int(range.start))
      let end = lines.position(of: Int(range.end))
      properties.append(("line", String(start.line)))
      // Columns have a meaning within one line only.
      if end.line > start.line { properties.append(("endLine", String(end.line))) }
      properties.append(("col", String(start.column)))
      if end.line == start.line, end.column > start.column { properties.append(("endColumn", String(end.column))) }
    }
    properties.append(("title", "offprint: " + diagnostic.code.rawValue))
    let command =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    let list = properties.map { "\($0.0)=\(Self.property($0.1))" }.joined(separator: ",")
    let help = diagnostic.help(in: language)
    let message = Self.data(PrintableText.safe(diagnostic.message(in: language)))
    return "::\(command) \(list)::\(message)" + (help.isEmpty ? "" : "%0A" + Self.data(PrintableText.safe(help))) + "\n"
  }

  /// The text of a workflow command: `%`, CR and LF are escaped.
  static func data(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case _: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The value of a property: `:` and `,` too would end it.
  static func property(_ text: String) -> String {
    var result = ""
    for scalar in data(PrintableText.safe(text)).unicodeScalars {
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      case _: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
