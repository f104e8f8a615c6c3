package import Diagnostics
package import Manuscript

/// The outcome of one build.
package struct Build: Sendable {
  /// In order of path and position; replayed from memory for files that did not change.
  package var diagnostics: [Diagnostic]
  /// What became of constructs that an edition cannot say as they are.
  package var adaptations: [Adaptation]
  /// Complete after every delivery, also after one that had nothing to do.
  package var sourceMaps: SourceMaps
  package var statistics: Statistics
  /// Files of the mini-program that diagnostics are about, by the diagnostics' path: what is held back is on no disk.
  package var emitted: [String: [UInt8]] = [:]
  /// Output paths (`web/index.html`) written by this build, sorted.
  package var written: [String]
  /// Output paths removed by this build, sorted.
  package var removed: [String]
  /// False when an error kept the editions back, or for a check.
  package var isDelivered: Bool

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Figures for the summary.
  package struct Statistics: Hashable, Sendable {
    package var articles = 0
    /// Pages per edition.
    package var pages: [Edition: Int] = [:]
    package var filesWritten = 0
    package var filesUnchanged = 0
    package var filesRemoved = 0
    /// Bytes of all files per edition.
    package var bytes: [Edition: Int] = [:]
    /// The mini-program's packages, main first.
    package var packages: [Package] = []
    /// What the mini-program's privacy guide must name, in the words of its form.
    package var privacyPurposes: [String] = []
    /// Wall-clock seconds.
    package var seconds = 0.0
    package init() {}
  }

  package struct Package: Hashable, Sendable {
    package var name: String
    package var bytes: Int
    package init(name: String, bytes: Int) {
      self.name = name
      self.bytes = bytes
    }
  }

  package init(
    diagnostics: [Diagnostic] = [], adaptations: [Adaptation] = [], sourceMaps: SourceMaps = SourceMaps(),
    statistics: Statistics = Statistics(), written: [String] = [], removed: [String] = [], isDelivered: Bool = false
  ) {
    self.diagnostics = diagnostics
    self.adaptations = adaptations
    self.sourceMaps = sourceMaps
    self.statistics = statistics
    self.written = written
    self.removed = removed
    self.isDelivered = isDelivered
  }
}
