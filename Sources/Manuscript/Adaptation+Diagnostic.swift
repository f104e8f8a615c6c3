package import Diagnostics

extension Adaptation {
  /// The same as a diagnostic: an error where words would be lost, which keeps the editions back; else a note.
  package var diagnostic: Diagnostic {
    switch outcome {
    case .adapted:
      Diagnostic(.adapted, path: path, range: range, arguments: [construct, replacement, edition.rawValue])
    case .dropped:
      Diagnostic(
        .droppedContent, severity: losesText ? .error : .note, path: path, range: range,
        arguments: [construct, edition.rawValue, losesText ? "words" : ""])
    case .needsNetwork:
      Diagnostic(.needsNetwork, path: path, range: range, arguments: [construct, edition.rawValue])
    }
  }
}
