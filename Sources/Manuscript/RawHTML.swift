/// HTML that the model has no case for: the site prints the author's bytes, other editions what could be converted.
///
/// `Element` is `Block` or `Inline`.
package struct RawHTML<Element: Hashable & Sendable>: Hashable, Sendable {
  package enum Piece: Hashable, Sendable {
    /// The author's bytes, verbatim.
    case source(Text)
    /// Markdown that stands between two pieces of raw HTML.
    case content([Element])
  }

  package var pieces: [Piece]
  /// Names of the elements that have no case, lower case, in order, each once: what the report names.
  package var elements: [String]
  /// What other editions show instead; empty when there is nothing to see (a script, a comment).
  package var fallback: [Element]

  package init(pieces: [Piece], elements: [String], fallback: [Element]) {
    self.pieces = pieces
    self.elements = elements
    self.fallback = fallback
  }
}
