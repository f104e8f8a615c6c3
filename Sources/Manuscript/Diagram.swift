package import Diagnostics

/// A code block that describes a picture, to be drawn by another program at build.
package struct Diagram: Hashable, Sendable {
  /// What a fence may say; the names in lower case.
  package enum Language: Sendable {
    /// Drawn by Graphviz.
    case graphviz
    /// Needs a browser to be drawn: shown as its source.
    case mermaid

    package init?(_ name: String) {
      switch name.lowercased() {
      case "dot", "graphviz", "gv": self = .graphviz
      case "mermaid": self = .mermaid
      default: return nil
      }
    }
  }

  /// Into `ArticleFacts.references`.
  package var reference: Int
  /// The text between the fences.
  package var source: Text
  /// The code block, fences included.
  package var range: SourceRange

  package init(reference: Int, source: Text, range: SourceRange) {
    self.reference = reference
    self.source = source
    self.range = range
  }

  /// Where the site serves the picture of a source: equal sources are one picture.
  package static func sitePath(of source: [UInt8]) -> String {
    let hash = String(ContentHash.hash(source), radix: 16)
    return "/theme/img/diagram-" + String(repeating: "0", count: 16 - hash.utf8.count) + hash + ".svg"
  }
}
