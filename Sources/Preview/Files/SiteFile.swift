internal import Glibc

/// An open regular file; closed when the last holder lets go.
package final class SiteFile: Sendable {
  /// What tells one state of a file from another.
  package struct Identity: Sendable, Hashable {
    let device: UInt64
    let node: UInt64
    let size: Int
    /// Nanoseconds since 1970.
    let modified: Int64
    let changed: Int64
  }

  let descriptor: Int32
  package let identity: Identity
  package var size: Int { identity.size }
  /// Seconds since 1970.
  package var modifiedSeconds: Int64 { identity.modified / 1_000_000_000 }

  /// Takes over a descriptor; nil, and closes it, where it is no regular file.
  init?(taking descriptor: Int32) {
    guard let identity = Self.identity(of: descriptor) else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    self.identity = identity
  }

  deinit { close(descriptor) }

  private static func identity(of descriptor: Int32) -> Identity? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Identity(
      device: UInt64(status.st_dev), node: UInt64(status.st_ino), size: Int(status.st_size),
      modified: Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec),
      changed: Int64(status.st_ctim.tv_sec) * 1_000_000_000 + Int64(status.st_ctim.tv_nsec))
  }

  /// The same file's state now.
  func currentIdentity() -> Identity? { Self.identity(of: descriptor) }

  /// Reads into `buffer` from `offset`; returns how many bytes, 0 at the end, nil on an error.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int? {
    while true {
      let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
      if count >= 0 { return count }
      if errno != EINTR { return nil }
    }
  }

  /// All bytes, nil where they changed under the reading: better no answer than two halves of two states.
  package func contents() -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count..<size])
        guard let read = read(into: rest, at: count), read > 0 else { return }
        count += read
      }
    }
    guard bytes.count == size, let now = currentIdentity() else { return nil }
    // Not `changed`: it also moves when the file is replaced by renaming, and these bytes are whole all the same.
    return now.size == size && now.modified == identity.modified ? bytes : nil
  }
}
