internal import Diagnostics
internal import Glibc
internal import Synchronization

/// Text that waits: the first of it in memory, the rest in one file without a name, so that a build of ten thousand
/// articles does not hold the pages of all. The file is gone when the process is, however that ends.
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

  private let file: Int32
  private let kept = Atomic(0)
  private let end = Atomic(0)

  /// - Parameter folder: an open folder on the disk that will hold the output; nil for the system's temporary folder.
  init(in folder: Int32?) throws(PressError) {
    if let folder {
      file = Self.unnamed(in: folder, path: ".")
    } else {
      file = Self.unnamed(in: AT_FDCWD, path: getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")
    }
    guard file >= 0 else { throw OutputFolder.unwritable("temporary file") }
  }

  deinit { close(file) }

  func keep(_ bytes: [UInt8]) throws(PressError) -> Place {
    if kept.add(bytes.count, ordering: .relaxed).newValue <= Self.memoryLimit { return .memory(bytes) }
    let offset = end.add(bytes.count, ordering: .relaxed).oldValue
    let isWritten = bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let put = pwrite(file, buffer.baseAddress! + done, buffer.count - done, off_t(offset + done))
        if put < 0 {
          if errno == EINTR { continue }
          return false
        }
        done += put
      }
      return true
    }
    guard isWritten else { throw OutputFolder.unwritable("temporary file") }
    return .file(offset: offset, count: bytes.count)
  }

  func text(_ place: Place) throws(PressError) -> [UInt8] {
    switch place {
    case .memory(let bytes): return bytes
    case .file(let offset, let count):
      let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
        while done < count {
          let got = pread(file, buffer.baseAddress! + done, count - done, off_t(offset + done))
          if got < 0, errno == EINTR { continue }
          if got <= 0 { return }
          done += got
        }
      }
      guard bytes.count == count else {
        throw PressError(Diagnostic(.unreadableFile, path: "temporary file", arguments: [FileSystem.reason()]))
      }
      return bytes
    }
  }

  private static func unnamed(in folder: Int32, path: String) -> Int32 {
    let file = openat(folder, path, O_RDWR | O_CLOEXEC | __O_TMPFILE | O_DIRECTORY, 0o600)
    if file >= 0 { return file }
    // Not every file system can: a name that is removed at once.
    let name = (path == "." ? "" : path + "/") + "offprint-spill-\(getpid())"
    let named = openat(folder, name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    if named >= 0 { unlinkat(folder, name, 0) }
    return named
  }
}
