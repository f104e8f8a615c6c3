/// Tells when files below a folder change. One implementation for each system; the protocol is all that the preview knows.
package protocol FileWatcher: Sendable {
  /// Batches of what changed, one when an editor's save has come to rest. Ends when the watcher is stopped. One reader.
  var batches: AsyncStream<ChangeBatch> { get }

  /// Stops watching and gives back what the system holds for it.
  func stop()
}

/// What changed in one go.
package struct ChangeBatch: Sendable, Hashable {
  /// Paths of files below the root, without a slash in front: written, renamed, removed. Of a folder that came or went, its
  /// path as well.
  package var paths: Set<String>
  /// Events were lost: anything may have changed.
  package var isIncomplete: Bool

  package init(paths: Set<String> = [], isIncomplete: Bool = false) {
    self.paths = paths
    self.isIncomplete = isIncomplete
  }

  package var isEmpty: Bool { paths.isEmpty && !isIncomplete }

  mutating func add(_ other: ChangeBatch) {
    paths.formUnion(other.paths)
    isIncomplete = isIncomplete || other.isIncomplete
  }
}
