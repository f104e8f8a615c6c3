internal import Binding
internal import Diagnostics
internal import Glibc
internal import Manuscript
internal import Synchronization

/// Brings the files of a build into the output folder: what differs is written beside, then all of it is moved into place
/// by renames, so that a build that fails changes nothing and one that is killed leaves every file whole.
///
/// `stage` may be called from several threads.
final class Delivery: Sendable {
  private struct State {
    var outputs: [String: Ledger.Output] = [:]
    /// Output paths of the staged files.
    var staged: [String] = []
    var bytes: [Edition: Int] = [:]
    var unchanged = 0
  }

  /// What a delivery did.
  struct Outcome {
    var written: [String]
    var removed: [String]
    var unchanged: Int
    var bytes: [Edition: Int]
    var outputs: [String: Ledger.Output]
  }

  private let folder: OutputFolder
  private let staging: StagingFolder
  private let ledger: Ledger
  private let source: String
  private let state = Mutex(State())

  /// - Parameter source: absolute path of the source folder, for artifacts that are copies.
  init(to folder: OutputFolder, ledger: Ledger, source: String) throws(PressError) {
    self.folder = folder
    self.ledger = ledger
    self.source = source
    staging = try folder.openStaging()
  }

  /// What was staged is of no use to anybody when a build ends without delivering it: on a full disk least of all.
  deinit { folder.clearStaging() }

  /// A file without a name beside the staged ones, for text that waits.
  func makeSpill() throws(PressError) -> PageSpill { try PageSpill(in: staging.handle) }

  /// Takes one artifact: leaves the delivered file alone when it holds these bytes already, else writes them to the
  /// staging folder.
  ///
  /// - Parameter hash: hash of a copied file's bytes, when known.
  /// - Returns: false when another artifact has that path already.
  func stage(_ artifact: Artifact, edition: Edition, hash known: UInt64? = nil) throws(PressError) -> Bool {
    let path = edition.folder + "/" + artifact.path
    guard Self.isSafe(artifact.path) else {
      throw PressError(Diagnostic(.unsafePath, path: artifact.path, arguments: [artifact.path]))
    }
    let isFirst = state.withLock { state in
      guard state.outputs[path] == nil else { return false }
      state.outputs[path] = .init(hash: 0, byteCount: 0, modified: 0)
      return true
    }
    guard isFirst else { return false }
    let origin: String
    switch artifact.content {
    case .bytes(let bytes):
      try stage(bytes, hash: ContentHash.hash(bytes), path: path, edition: edition)
      return true
    case .copy(let relative), .unlocated(let relative): origin = source + "/" + relative
    case .cached(let absolute): origin = absolute
    }
    if let known, let old = ledger.outputs[path], ledger.isSettled, old.hash == known, isUntouched(path, old) {
      keep(path, old, edition: edition)
      return true
    }
    guard var bytes = FileSystem.read(origin) else {
      throw PressError(Diagnostic(.unreadableFile, path: origin, arguments: [FileSystem.reason()]))
    }
    if case .unlocated = artifact.content { bytes = JPEGLocation.removed(from: bytes) }
    try stage(bytes, hash: ContentHash.hash(bytes), path: path, edition: edition)
    return true
  }

  private func stage(_ bytes: [UInt8], hash: UInt64, path: String, edition: Edition) throws(PressError) {
    if let old = ledger.outputs[path] {
      if ledger.isSettled, old.hash == hash, old.byteCount == bytes.count, isUntouched(path, old) {
        keep(path, old, edition: edition)
        return
      }
      // The ledger cannot vouch for the file: compare.
      if let stamp = folder.stamp(path), stamp.byteCount == bytes.count, folder.read(path) == bytes {
        keep(
          path, .init(hash: hash, byteCount: stamp.byteCount, modified: stamp.modified), edition: edition)
        return
      }
    }
    guard let stamp = staging.write(bytes, to: path) else { throw OutputFolder.unwritable(folder.path + "/" + path) }
    state.withLock {
      $0.outputs[path] = .init(hash: hash, byteCount: stamp.byteCount, modified: stamp.modified)
      $0.staged.append(path)
      $0.bytes[edition, default: 0] += bytes.count
    }
  }

  private func isUntouched(_ path: String, _ old: Ledger.Output) -> Bool {
    guard let stamp = folder.stamp(path) else { return false }
    return stamp.byteCount == old.byteCount && stamp.modified == old.modified
  }

  private func keep(_ path: String, _ output: Ledger.Output, edition: Edition) {
    state.withLock {
      $0.outputs[path] = output
      $0.unchanged += 1
      $0.bytes[edition, default: 0] += Int(output.byteCount)
    }
  }

  /// Moves everything into place and removes what no longer belongs to the editions that were built.
  ///
  /// The ledger is unsettled while this runs: a build that finds it so compares bytes instead of believing it.
  func commit(editions: Set<Edition>, ledger new: (Outcome) -> Ledger) throws(PressError) -> Outcome {
    let state = state.withLock { $0 }
    let built = editions.map { $0.folder + "/" }
    let orphans = ledger.outputs.keys.filter { path in
      built.contains { path.hasPrefix($0) } && state.outputs[path] == nil
    }.sorted()
    let others = ledger.outputs.filter { output in !built.contains { output.key.hasPrefix($0) } }
    let staged = state.staged.sortedByBytes()
    if !staged.isEmpty || !orphans.isEmpty {
      var open = ledger
      open.isSettled = false
      open.environment = ""
      if open.outputs.isEmpty {
        open.outputs = state.outputs
      } else {
        open.outputs.merge(state.outputs) { old, _ in old }
      }
      try folder.writeLedger(open)
      var mover = Mover(folder: folder, staging: staging, removing: orphans)
      try mover.move(staged)
    }
    let outcome = Outcome(
      written: staged, removed: orphans, unchanged: state.unchanged, bytes: state.bytes,
      outputs: others.isEmpty ? state.outputs : state.outputs.merging(others) { built, _ in built })
    try folder.writeLedger(new(outcome))
    folder.clearStaging()
    return outcome
  }

  /// Forgets what was staged.
  func abandon() { folder.clearStaging() }

  /// A path that stays below the edition's folder and that every file system takes.
  static func isSafe(_ path: String) -> Bool {
    var length = 0
    var isDots = true
    for byte in path.utf8 {
      if byte == UInt8(ascii: "/") {
        if length == 0 || isDots && length <= 2 { return false }
        length = 0
        isDots = true
        continue
      }
      if byte == 0 { return false }
      if byte != UInt8(ascii: ".") { isDots = false }
      length += 1
    }
    return length > 0 && !(isDots && length <= 2)
  }
}
