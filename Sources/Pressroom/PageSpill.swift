internal import Diagnostics
internal import Synchronization

/// Text that waits: the first of it in memory, the rest in one file without a name, so that a build of ten thousand
/// articles does not hold the pages of all.
///
/// May be used from several threads.
final class PageSpill: Sendable {
  /// Bytes that stay in memory: small publications touch no disk.
  static let memoryLimit = 4 * 1024 * 1024

  /// Where a text is.
  enum Place: Sendable {
    case memory([UInt8])
    case file(offset: Int, count: Int)
  }

  private let file: NamelessFile
  private let kept = Atomic(0)

  /// - Parameter folder: an open folder on the disk that will hold the output; nil for the system's temporary folder.
  init(in folder: Int32?) throws(PressError) {
    guard let file = NamelessFile(in: folder) else { throw OutputFolder.unwritable("temporary file") }
    self.file = file
  }

  func keep(_ bytes: [UInt8]) throws(PressError) -> Place {
    if kept.add(bytes.count, ordering: .relaxed).newValue <= Self.memoryLimit { return .memory(bytes) }
    guard let offset = file.append(bytes) else { throw OutputFolder.unwritable("temporary file") }
    return .file(offset: offset, count: bytes.count)
  }

  func text(_ place: Place) throws(PressError) -> [UInt8] {
    switch place {
    case .memory(let bytes): return bytes
    case .file(let offset, let count):
      let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
        let buffer = UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: count)
        done = file.read(buffer, at: offset) ? count : 0
      }
      guard bytes.count == count else {
        throw PressError(Diagnostic(.unreadableFile, path: "temporary file", arguments: [FileSystem.reason()]))
      }
      return bytes
    }
  }
}
