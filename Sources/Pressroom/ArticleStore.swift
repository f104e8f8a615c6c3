internal import Diagnostics
internal import Manuscript
internal import Reader
internal import Synchronization

/// The articles a press has read. Facts of all are kept, trees only while they are few: the others wait in a file in
/// their compact form, and are read once more from their source should that file fail. All three ways give the same tree.
final class ArticleStore: Sendable {
  /// Source bytes whose trees are kept; a tree takes about six times its source.
  static let treeBudget = 1024 * 1024

  /// Bytes of an article's file: ranges in it are counted in 32 bits, and its tree may take a hundred times as much memory.
  static let articleLimit = 64 * 1024 * 1024

  struct Record: Sendable {
    var stamp: FileSystem.Stamp
    var hash: UInt64
    var facts: ArticleFacts
    var diagnostics: [Diagnostic]
    var tree: Article?
    var place: TreeFile.Place?
  }

  /// What one thread keeps between calls.
  struct Scratch {
    /// Trees that were read and are not in the file yet (`finish`).
    fileprivate var batch = TreeFile.Batch()
    fileprivate var bytes: [UInt8] = []
  }

  private struct State {
    var records: [String: Record] = [:]
    var treeBytes = 0
    var options: ReadingOptions?
  }

  private let state = Mutex(State())
  private let root: String
  private let trees = TreeFile()

  init(root: String) { self.root = root }

  /// Forgets everything when the options differ from those of the last call, and files that are gone.
  func prepare(options: ReadingOptions, files: [Workspace.File]) {
    state.withLock { state in
      if state.options != options {
        state = State(options: options)
        return
      }
      let paths = Set(files.map(\.path))
      for (path, record) in state.records where !paths.contains(path) {
        if record.tree != nil { state.treeBytes -= Int(record.stamp.byteCount) }
        state.records[path] = nil
      }
    }
  }

  /// The record of a file, read only when its stamp is new or too fresh to trust. Its tree can be had after `finish`.
  ///
  /// - Returns: nil when the file cannot be read.
  func record(
    of file: Workspace.File, reader: ArticleReader, trustedBefore: Int64, scratch: inout Scratch
  ) -> Record? {
    let known = state.withLock { $0.records[file.path] }
    if let known, known.stamp == file.stamp, file.stamp.modified < trustedBefore { return known }
    guard let bytes = FileSystem.read(root + "/" + file.path, limit: Self.articleLimit) else { return nil }
    let hash = ContentHash.hash(bytes)
    if var known, known.hash == hash {
      known.stamp = file.stamp
      let kept = known
      state.withLock { $0.records[file.path] = kept }
      return known
    }
    let (article, diagnostics) = reader.read(
      SourceFile(path: file.path, bytes: bytes), kind: Workspace.kind(of: file.path))
    var record = Record(
      stamp: file.stamp, hash: hash, facts: article.facts, diagnostics: diagnostics, tree: article)
    let isKept = state.withLock { state in
      if state.records[file.path]?.tree != nil {
        state.treeBytes -= Int(state.records[file.path]?.stamp.byteCount ?? 0)
      }
      guard state.treeBytes + bytes.count <= Self.treeBudget else { return false }
      state.treeBytes += bytes.count
      return true
    }
    if !isKept {
      record.tree = nil
      record.place = trees?.append(article, to: &scratch.batch)
    }
    let complete = record
    state.withLock { $0.records[file.path] = complete }
    return record
  }

  /// To be called when a thread has read its articles.
  func finish(_ scratch: inout Scratch) { trees?.write(&scratch.batch) }

  /// The tree of an article that `record` has read in this build.
  ///
  /// - Returns: nil when it had to be read again and the file is gone or has other bytes now.
  func tree(of path: String, reader: ArticleReader, scratch: inout Scratch) -> Article? {
    guard let record = state.withLock({ $0.records[path] }) else { return nil }
    if let tree = record.tree { return tree }
    if let place = record.place, let tree = trees?.tree(at: place, facts: record.facts, scratch: &scratch.bytes) {
      return tree
    }
    guard let bytes = FileSystem.read(root + "/" + path), ContentHash.hash(bytes) == record.hash else { return nil }
    return reader.read(SourceFile(path: path, bytes: bytes), kind: Workspace.kind(of: path)).0
  }
}
