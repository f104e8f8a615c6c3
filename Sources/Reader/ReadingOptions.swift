package import Manuscript

/// What reading an article depends on besides its bytes. Part of the article's fingerprint.
package struct ReadingOptions: Hashable, Sendable {
  /// How much more than GitHub's Markdown is understood.
  package enum Dialect: String, Hashable, Sendable {
    /// Exactly GFM: raw HTML stays the author's bytes, no heading ids, no alerts, no mathematics. For the specification's examples.
    case plain
    /// What authors get.
    case offprint
  }

  package var dialect: Dialect
  package var timeZone: TimeZoneRule

  package init(dialect: Dialect = .offprint, timeZone: TimeZoneRule = .fixed(minutes: 480)) {
    self.dialect = dialect
    self.timeZone = timeZone
  }
}
