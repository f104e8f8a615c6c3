internal import Diagnostics
internal import Glibc

/// The few calls to the operating system that the press makes, with errors that name the file.
enum FileSystem {
  /// What identifies the state of a file without reading it.
  struct Stamp: Hashable, Sendable {
    var byteCount: Int64
    /// Nanoseconds since 1970.
    var modified: Int64
    var changed: Int64
    var inode: UInt64

    init(_ info: stat) {
      byteCount = Int64(info.st_size)
      modified = Int64(info.st_mtim.tv_sec) * 1_000_000_000 + Int64(info.st_mtim.tv_nsec)
      changed = Int64(info.st_ctim.tv_sec) * 1_000_000_000 + Int64(info.st_ctim.tv_nsec)
      inode = UInt64(info.st_ino)
    }

    init(byteCount: Int64, modified: Int64, changed: Int64, inode: UInt64) {
      self.byteCount = byteCount
      self.modified = modified
      self.changed = changed
      self.inode = inode
    }
  }

  /// The words of `errno`.
  static func reason(_ code: Int32 = errno) -> String { String(cString: strerror(code)) }

  /// The stamp of a file, links followed; nil when there is none.
  static func stamp(_ path: String) -> Stamp? {
    var info = stat()
    return stat(path, &info) == 0 ? Stamp(info) : nil
  }

  /// Nanoseconds since 1970 by the coarse clock that file times come from.
  static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME_COARSE, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// All bytes of a regular file; nil with `errno` set when that fails. A FIFO or device is refused, not waited for.
  /// - Parameter limit: bytes beyond which it is refused unread (`EFBIG`): a file may claim any size.
  static func read(
    _ path: String, at folder: Int32 = AT_FDCWD, followingLinks: Bool = true, limit: Int = 1 << 31
  ) -> [UInt8]? {
    let file = openat(folder, path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followingLinks ? 0 : O_NOFOLLOW))
    guard file >= 0 else { return nil }
    defer { close(file) }
    var info = stat()
    guard fstat(file, &info) == 0 else { return nil }
    guard info.st_mode & S_IFMT == S_IFREG else {
      errno = info.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL
      return nil
    }
    guard info.st_size <= limit else {
      errno = EFBIG
      return nil
    }
    let expected = Int(info.st_size)
    var isComplete = true
    var bytes = [UInt8](unsafeUninitializedCapacity: expected + 1) { buffer, count in
      while count < buffer.count {
        let got = Glibc.read(file, buffer.baseAddress! + count, buffer.count - count)
        if got < 0 {
          if errno == EINTR { continue }
          isComplete = false
          return
        }
        if got == 0 { return }
        count += got
        // A regular file gives less than it was asked for at its end alone.
        if count == expected { return }
      }
    }
    guard isComplete else { return nil }
    // It grew while it was read: take the rest as well.
    while bytes.count > expected {
      var more = [UInt8](repeating: 0, count: 65536)
      let got = more.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
      if got < 0, errno == EINTR { continue }
      if got < 0 { return nil }
      if got == 0 { break }
      bytes += more[..<got]
    }
    return bytes
  }

  /// Writes all bytes to a descriptor; false with `errno` set when that fails.
  static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let put = Glibc.write(file, bytes.baseAddress! + done, bytes.count - done)
      if put < 0 {
        if errno == EINTR { continue }
        return false
      }
      done += put
    }
    return true
  }

  /// Writes a file beside and moves it into place, so that it is never half there; false with `errno` set when that fails.
  @discardableResult
  static func replace(_ path: String, with bytes: [UInt8]) -> Bool {
    let beside = "\(path).\(getpid()).tmp"
    let file = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard file >= 0 else { return false }
    let isWritten = bytes.withUnsafeBytes { write($0, to: file) }
    close(file)
    guard isWritten, rename(beside, path) == 0 else {
      unlink(beside)
      return false
    }
    return true
  }

  /// Makes a folder and those above it; true when it is there afterwards.
  static func makeFolders(_ path: String) -> Bool {
    if isFolder(path) { return true }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex, !makeFolders(String(path[..<slash])) {
      return false
    }
    return mkdir(path, 0o755) == 0 || errno == EEXIST
  }

  /// The names in a folder, unsorted, without `.` and `..`, with `d_type`; nil with `errno` set when it cannot be listed.
  static func list(_ path: String) -> [(name: String, type: UInt8)]? { opendir(path).map { list($0) } }

  /// Closes the folder.
  private static func list(_ folder: OpaquePointer) -> [(name: String, type: UInt8)] {
    defer { closedir(folder) }
    var result: [(String, UInt8)] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { result.append((name, entry.pointee.d_type)) }
    }
    return result
  }

  /// Removes a folder with everything in it, as far as that can be done. Links are removed, not followed.
  static func removeTree(_ name: String, at parent: Int32) {
    let handle = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard handle >= 0 else {
      unlinkat(parent, name, 0)
      return
    }
    defer { unlinkat(parent, name, AT_REMOVEDIR) }
    guard let folder = fdopendir(dup(handle)) else {
      close(handle)
      return
    }
    for (name, type) in list(folder) {
      if type == UInt8(DT_DIR) || unlinkat(handle, name, 0) != 0 { removeTree(name, at: handle) }
    }
    close(handle)
  }
}
