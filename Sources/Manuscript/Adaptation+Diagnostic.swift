package import Diagnostics

extension Adaptation {
  /// The same as a diagnostic: an error where words would be lost, which keeps the editions back; else a note.
  package var diagnostic: Diagnostic {
    switch outcome {
    case .adapted:
      Diagnostic(.adapted, path: path, range: range, arguments: [construct, replacement, edition.rawValue])
    case .dropped where losesText:
      Diagnostic(.droppedContent, path: path, range: range, arguments: [construct, edition.rawValue])
    case .dropped:
      Diagnostic(.adapted, path: path, range: range, arguments: [construct, "nothing", edition.rawValue])
    case .needsNetwork:
      Diagnostic(.needsNetwork, path: path, range: range, arguments: [construct, edition.rawValue])
    }
  }
}
