internal import Glibc
internal import Synchronization

/// A temporary file without a name, which only grows: gone when the process is, however that ends. May be used from
/// several threads.
final class NamelessFile: Sendable {
  private let handle: Int32
  private let end = Atomic(0)

  /// - Parameter folder: an open folder; nil for the first of the system's temporary folders that takes a file.
  /// - Returns: nil when none does.
  init?(in folder: Int32? = nil) {
    if let folder {
      handle = Self.open(in: folder, path: ".")
    } else {
      let own = getenv("TMPDIR").map { String(cString: $0) } ?? ""
      handle =
        [own, "/var/tmp", "/tmp"].lazy.filter { !$0.isEmpty }.map { Self.open(in: AT_FDCWD, path: $0) }
        .first { $0 >= 0 } ?? -1
    }
    guard handle >= 0 else { return nil }
  }

  deinit { close(handle) }

  /// - Returns: where the bytes begin; nil when the disk is full.
  func append(_ bytes: borrowing [UInt8]) -> Int? {
    let start = reserve(bytes.count)
    return bytes.withUnsafeBytes { write($0, at: start) } ? start : nil
  }

  /// Room that nobody else will write to; it reads as zeros, or as the end of the file, until it is written.
  ///
  /// - Returns: where it begins.
  func reserve(_ count: Int) -> Int { end.add(count, ordering: .relaxed).oldValue }

  /// Writes into room that was reserved.
  ///
  /// - Returns: false when the disk is full.
  func write(_ bytes: UnsafeRawBufferPointer, at start: Int) -> Bool {
    var rest = bytes
    var start = start
    while let first = rest.baseAddress, !rest.isEmpty {
      let count = pwrite(handle, first, rest.count, off_t(start))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      start += count
    }
    return true
  }

  /// Fills a buffer with what stands from `start` on.
  ///
  /// - Returns: false when the disk fails.
  func read(_ buffer: UnsafeMutableRawBufferPointer, at start: Int) -> Bool {
    var done = 0
    while done < buffer.count {
      let count = pread(handle, buffer.baseAddress! + done, buffer.count - done, off_t(start + done))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  private static func open(in folder: Int32, path: String) -> Int32 {
    let file = openat(folder, path, O_RDWR | O_CLOEXEC | __O_TMPFILE | O_DIRECTORY, 0o600)
    if file >= 0 { return file }
    // Not every file system can: a name that is removed at once.
    for attempt in 0..<100 {
      let name = "\(path)/offprint-\(getpid())-\(attempt)"
      let named = openat(folder, name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
      if named >= 0 {
        unlinkat(folder, name, 0)
        return named
      }
      guard errno == EEXIST else { break }
    }
    return -1
  }
}
