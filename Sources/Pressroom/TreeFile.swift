internal import Manuscript

/// Trees in their compact form, in a nameless temporary file. Trees of ten thousand posts are some hundred megabytes, which
/// the system's file cache may hold or write out as it sees fit. May be used from several threads.
final class TreeFile: Sendable {
  /// Where a tree stands.
  struct Place: Sendable {
    var offset: Int
    var count: Int
  }

  private let file: NamelessFile

  /// - Returns: nil when no folder takes temporary files.
  init?() {
    guard let file = NamelessFile() else { return nil }
    self.file = file
  }

  /// - Returns: nil when the disk is full.
  func append(_ bytes: borrowing [UInt8]) -> Place? {
    let count = bytes.count
    return file.append(bytes).map { Place(offset: $0, count: count) }
  }

  /// - Parameter scratch: memory to read into, kept from call to call.
  /// - Returns: nil when the disk fails.
  func tree(at place: Place, facts: ArticleFacts, scratch: inout [UInt8]) -> Article? {
    if scratch.count < place.count { scratch = [UInt8](repeating: 0, count: place.count * 2) }
    return scratch.withUnsafeMutableBytes { buffer in
      let bytes = UnsafeMutableRawBufferPointer(rebasing: buffer[..<place.count])
      return file.read(bytes, at: place.offset) ? TreeCoding.decode(UnsafeRawBufferPointer(bytes), facts: facts) : nil
    }
  }
}
