/// Diagnostics as people or programs read them. The result never holds a raw control character of the source.
///
/// Print diagnostics of one file after each other: the printer keeps the line tables of the last few files only.
package struct DiagnosticPrinter {
  package enum Format: String, Hashable, Sendable, CaseIterable {
    /// For people: message, excerpt, help.
    case text
    /// One JSON object a line, as in `schema/diagnostics.schema.json`.
    case json
    /// Workflow commands that GitHub shows beside the changed lines.
    case github
  }

  package var format: Format
  package var language: Language
  package var style: TerminalStyle
  /// Columns of the terminal; excerpts are clipped to it.
  package var width: Int
  /// Notes of one diagnostic that the text form shows: a thousand articles that were left out must not bury what else is
  /// wrong. The other forms name them all.
  package var shownNotes = 8
  /// Put before the path of a source file so that it can be opened from where the user stands: `blog/`, or empty.
  package var pathPrefix: String
  /// The bytes of a file by its path in a diagnostic; nil when there are none to show.
  private let source: (String) -> SourceFile?
  /// The last few files asked for, latest last.
  private var recent: [IndexedFile] = []

  struct IndexedFile {
    var path: String
    var bytes: [UInt8]
    /// nil: the file cannot be read.
    var lines: LineIndex?
  }

  package init(
    format: Format = .text, language: Language, isColored: Bool = false, width: Int = 100, pathPrefix: String = "",
    source: @escaping (String) -> SourceFile?
  ) {
    self.format = format
    self.language = language
    self.style = TerminalStyle(isColored: isColored)
    self.width = max(40, width)
    self.pathPrefix = pathPrefix
    self.source = source
  }

  /// One diagnostic, ended by a line feed.
  package mutating func print(_ diagnostic: Diagnostic) -> String {
    switch format {
    case .text: text(diagnostic)
    case .json: json(diagnostic)
    case .github: github(diagnostic)
    }
  }

  /// The file with its line table.
  mutating func file(_ path: String) -> IndexedFile {
    if let known = recent.firstIndex(where: { $0.path == path }) {
      if known != recent.count - 1 { recent.append(recent.remove(at: known)) }
      return recent[recent.count - 1]
    }
    let bytes = source(path)?.bytes
    let file = IndexedFile(path: path, bytes: bytes ?? [], lines: bytes.map(LineIndex.init))
    if recent.count == 4 { recent.removeFirst() }
    recent.append(file)
    return file
  }

  /// The path as it can be opened from where the user stands: absolute paths, files of the embedded theme
  /// and of the emitted mini-program as they are.
  func shownPath(_ path: String) -> String {
    path.isEmpty || path.hasPrefix("/") || path.hasPrefix("theme:") || path.hasPrefix("miniprogram:")
      ? path : pathPrefix + path
  }
}
