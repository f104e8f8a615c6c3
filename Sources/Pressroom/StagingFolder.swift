internal import Glibc

/// The folder in which files wait until all of them are there. It is laid out like the output, so that a folder that is new
/// there moves into place as one (`Mover`). Made anew by the build that holds the output's lock: nothing in it is a link.
///
/// May be used from several threads.
final class StagingFolder: Sendable {
  /// Open for as long as this lives.
  let handle: Int32

  /// - Parameter handle: an open, empty folder on the output's disk; closed with this.
  init(handle: Int32) { self.handle = handle }

  deinit { close(handle) }

  /// Writes a new file, and the folders above it where they are missing.
  ///
  /// - Parameter path: relative, and safe (`Delivery.isSafe`).
  /// - Returns: the file's stamp; nil with `errno` set when that fails.
  func write(_ bytes: [UInt8], to path: String) -> FileSystem.Stamp? {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    // A page that is called so mostly has a folder of its own: it is made before it is missed.
    if path.utf8.suffix(11).elementsEqual("/index.html".utf8) { _ = makeFolder(above: path) }
    var file = openat(handle, path, flags, 0o644)
    if file < 0, errno == ENOENT, makeFolder(above: path) { file = openat(handle, path, flags, 0o644) }
    guard file >= 0 else { return nil }
    var info = stat()
    let isWritten = bytes.withUnsafeBytes { FileSystem.write($0, to: file) } && fstat(file, &info) == 0
    let code = errno
    close(file)
    errno = code
    return isWritten ? FileSystem.Stamp(info) : nil
  }

  private func makeFolder(above path: String) -> Bool {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return true }
    let folder = String(path[..<slash])
    if mkdirat(handle, folder, 0o755) == 0 || errno == EEXIST { return true }
    return errno == ENOENT && makeFolder(above: folder) && (mkdirat(handle, folder, 0o755) == 0 || errno == EEXIST)
  }
}
