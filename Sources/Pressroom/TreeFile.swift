internal import Glibc
internal import Manuscript
internal import Synchronization

/// A nameless temporary file of trees in their compact form: gone with the process, whatever happens to it.
///
/// Trees of ten thousand posts are some hundred megabytes, which the system's file cache may hold or write out as it sees
/// fit. May be used from several threads.
final class TreeFile: Sendable {
  /// Where a tree stands.
  struct Place: Sendable {
    var offset: Int
    var count: Int
  }

  private let handle: Int32
  private let end = Atomic(0)

  /// - Returns: nil when no folder takes temporary files.
  init?() {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    for candidate in [folder, "/var/tmp", "/tmp"] where !candidate.isEmpty {
      var name = Array((candidate + "/offprint-XXXXXX").utf8CString)
      let handle = name.withUnsafeMutableBufferPointer { name -> Int32 in
        guard let path = name.baseAddress else { return -1 }
        let handle = mkstemp(path)
        if handle >= 0 {
          _ = fcntl(handle, F_SETFD, FD_CLOEXEC)
          unlink(path)
        }
        return handle
      }
      guard handle >= 0 else { continue }
      self.handle = handle
      return
    }
    return nil
  }

  deinit { close(handle) }

  /// - Returns: nil when the disk is full.
  func append(_ bytes: borrowing [UInt8]) -> Place? {
    let place = Place(offset: end.add(bytes.count, ordering: .relaxed).oldValue, count: bytes.count)
    let isWritten = bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = pwrite(handle, buffer.baseAddress! + done, buffer.count - done, off_t(place.offset + done))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
    return isWritten ? place : nil
  }

  /// - Parameter scratch: memory to read into, kept from call to call.
  /// - Returns: nil when the disk fails.
  func tree(at place: Place, facts: ArticleFacts, scratch: inout [UInt8]) -> Article? {
    if scratch.count < place.count { scratch = [UInt8](repeating: 0, count: place.count * 2) }
    return scratch.withUnsafeMutableBytes { buffer in
      var done = 0
      while done < place.count {
        let count = pread(handle, buffer.baseAddress! + done, place.count - done, off_t(place.offset + done))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return nil }
        done += count
      }
      return TreeCoding.decode(UnsafeRawBufferPointer(rebasing: buffer[..<place.count]), facts: facts)
    }
  }
}
