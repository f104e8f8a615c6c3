package import Diagnostics
package import Manuscript

/// One source folder being printed, again and again: remembers what it read and wrote between builds.
package actor Press {
  private let options: PressOptions
  /// Told about stages and how far they are, at most a few times a second.
  private let progress: (@Sendable (Progress) -> Void)?
  /// The last build that was delivered; it stays when a later one fails.
  package private(set) var lastGood: Build?

  package init(options: PressOptions, progress: (@Sendable (Progress) -> Void)? = nil) {
    self.options = options
    self.progress = progress
  }

  /// What the press is doing now.
  package struct Progress: Sendable {
    package enum Stage: String, Sendable { case reading, images, writing, delivering }
    package var stage: Stage
    package var done: Int
    package var total: Int
    package init(stage: Stage, done: Int, total: Int) {
      self.stage = stage
      self.done = done
      self.total = total
    }
  }

  /// Reads, binds, writes and delivers. An author's mistakes are diagnostics of the result; trouble with the machine is
  /// thrown as `PressError`.
  package func build() async throws -> Build {
    Build()
  }

  /// Reads one article and returns its tree (for `offprint dump`).
  package func article(at path: String) async throws -> (Article, [Diagnostic]) {
    throw PressError(Diagnostic(.unreadableFile, path: path))
  }

  /// The bytes of a source file, for printing diagnostics; nil when it cannot be read.
  nonisolated package func source(_ path: String) -> SourceFile? { nil }
}

/// Trouble with the machine: disk, permissions, another build. Holds the diagnostic that the command prints.
package struct PressError: Error, Sendable {
  package var diagnostic: Diagnostic
  package init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
