internal import Glibc
internal import Manuscript

/// The file that holds the source maps of what lies in one output folder: `.offprint/source-maps/<hash of its path>`.
struct SourceMapFile {
  let path: String
  private let folder: String

  init(_ options: PressOptions) {
    folder = options.source + "/.offprint/source-maps"
    path = folder + "/" + String(ContentHash.hash(options.output), radix: 16)
  }

  /// The checksum at the end of the file; 0 when there is none. Reads eight bytes: every build asks.
  var checksum: UInt64 {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard file >= 0 else { return 0 }
    defer { close(file) }
    guard lseek(file, -8, SEEK_END) >= 0 else { return 0 }
    var bytes = [UInt8](repeating: 0, count: 8)
    let count = bytes.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
    return count == 8 ? ByteReader.storedChecksum(bytes[...]) : 0
  }

  /// Writes the archive beside and renames it into place.
  ///
  /// - Returns: false with `errno` set when the system refuses.
  func write(_ bytes: [UInt8]) -> Bool {
    guard FileSystem.makeFolders(folder) else { return false }
    let beside = "\(path).\(getpid()).new"
    unlink(beside)
    let file = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard file >= 0 else { return false }
    let isWritten = bytes.withUnsafeBytes { FileSystem.write($0, to: file) }
    close(file)
    guard isWritten, rename(beside, path) == 0 else {
      let code = errno
      unlink(beside)
      errno = code
      return false
    }
    return true
  }
}
