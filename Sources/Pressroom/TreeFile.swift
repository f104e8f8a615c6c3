internal import Manuscript

/// Trees in their compact form, in a nameless temporary file. Trees of ten thousand posts are some hundred megabytes, which
/// the system's file cache may hold or write out as it sees fit. May be used from several threads.
final class TreeFile: Sendable {
  /// Where a tree stands.
  struct Place: Sendable {
    var offset: Int
    var count: Int
  }

  /// Trees of one thread that are written together: a system call for a dozen articles, and whole pages instead of the
  /// ends of two.
  struct Batch {
    fileprivate var bytes: [UInt8] = []
    /// Where in the file they go, and how many bytes were reserved there.
    fileprivate var start = 0
    fileprivate var room = 0
  }

  /// Bytes that are reserved for a batch; a larger tree has one of its own.
  private static let batchSize = 256 << 10

  private let file: NamelessFile

  /// - Returns: nil when no folder takes temporary files.
  init?() {
    guard let file = NamelessFile() else { return nil }
    self.file = file
  }

  /// Adds the tree of an article to a batch. It is in the file when the batch is written.
  func append(_ article: Article, to batch: inout Batch) -> Place {
    var start = batch.bytes.count
    TreeCoding.encode(article, into: &batch.bytes)
    let count = batch.bytes.count - start
    if batch.bytes.count > batch.room {
      write(batch.bytes[..<start], at: batch.start)
      batch.bytes.removeSubrange(..<start)
      start = 0
      batch.room = max(Self.batchSize, count)
      batch.start = file.reserve(batch.room)
    }
    return Place(offset: batch.start + start, count: count)
  }

  /// Writes what is in a batch, and empties it.
  func write(_ batch: inout Batch) {
    write(batch.bytes[...], at: batch.start)
    batch.start += batch.bytes.count
    batch.room -= batch.bytes.count
    batch.bytes.removeAll(keepingCapacity: true)
  }

  // Where the disk is full, the places read as no tree.
  private func write(_ bytes: ArraySlice<UInt8>, at start: Int) {
    bytes.withUnsafeBytes { _ = file.write($0, at: start) }
  }

  /// - Parameter scratch: memory to read into, kept from call to call.
  /// - Returns: nil when the disk fails, or failed when the tree was to be written.
  func tree(at place: Place, facts: ArticleFacts, scratch: inout [UInt8]) -> Article? {
    if scratch.count < place.count { scratch = [UInt8](repeating: 0, count: place.count * 2) }
    return scratch.withUnsafeMutableBytes { buffer in
      let bytes = UnsafeMutableRawBufferPointer(rebasing: buffer[..<place.count])
      return file.read(bytes, at: place.offset) ? TreeCoding.decode(UnsafeRawBufferPointer(bytes), facts: facts) : nil
    }
  }
}
