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
  /// What front matter says where the article's own does not, the particular before the general.
  package var defaults: [Configuration.Defaults]

  /// Whether `$…$` is a formula in articles that say nothing of it.
  package var usesMath: Bool
  /// Macros that every formula knows.
  package var mathMacros: [Configuration.MathMacro]

  package init(
    dialect: Dialect = .offprint, timeZone: TimeZoneRule = .fixed(minutes: 480),
    defaults: [Configuration.Defaults] = [],
    usesMath: Bool = false, mathMacros: [Configuration.MathMacro] = []
  ) {
    self.dialect = dialect
    self.timeZone = timeZone
    self.defaults = defaults
    self.usesMath = usesMath
    self.mathMacros = mathMacros
  }

  /// What a publication's configuration asks for.
  package init(_ configuration: Configuration) {
    self.init(
      timeZone: configuration.timeZone, defaults: configuration.defaults, usesMath: configuration.usesMath,
      mathMacros: configuration.mathMacros)
  }
}
