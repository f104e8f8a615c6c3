package import Diagnostics

/// What became of one construct of one article in one edition, where that is not simply the same.
package struct Adaptation: Hashable, Sendable {
  package enum Outcome: String, Hashable, Sendable {
    /// Said in another way: the reader gets the content.
    case adapted
    /// Not there. An error when it was visible text.
    case dropped
    /// There, but of use only with a network (an embed, a remote image).
    case needsNetwork = "needs-network"
  }

  package var edition: Edition
  package var path: String
  package var range: SourceRange
  /// The construct, as an element name or a model case: `iframe`, `svg`, `math`.
  package var construct: String
  package var outcome: Outcome
  /// What the reader gets instead, as a stable word: `card`, `source`, `text`, `nothing`.
  package var replacement: String
  /// Whether words the reader should see were lost; makes a drop an error.
  package var losesText: Bool

  package init(
    edition: Edition, path: String, range: SourceRange, construct: String, outcome: Outcome, replacement: String,
    losesText: Bool = false
  ) {
    self.edition = edition
    self.path = path
    self.range = range
    self.construct = construct
    self.outcome = outcome
    self.replacement = replacement
    self.losesText = losesText
  }
}

/// Which block of the source became which part of a page: kept beside the editions, never in them.
package struct SourceMap: Hashable, Sendable {
  /// One top-level block of an article.
  package struct Entry: Hashable, Sendable {
    package var range: SourceRange
    /// The edition's page that holds it.
    package var page: String
    /// Its position among the children of that page's article body.
    package var position: Int
    package init(range: SourceRange, page: String, position: Int) {
      self.range = range
      self.page = page
      self.position = position
    }
  }

  package var path: String
  package var edition: Edition
  package var entries: [Entry]

  package init(path: String, edition: Edition, entries: [Entry]) {
    self.path = path
    self.edition = edition
    self.entries = entries
  }

  /// The block that holds a byte of the source, or the last one before it: where a page is scrolled to. nil before the
  /// first block, in the front matter.
  package func entry(at offset: UInt32) -> Entry? {
    var best: Entry?
    // Not in order of the source: footnotes stand where they were first named.
    for entry in entries where entry.range.start <= offset && entry.range.start >= best?.range.start ?? 0 {
      best = entry
      if offset < entry.range.end { return entry }
    }
    return best
  }
}
