internal import Diagnostics
internal import Glibc
internal import Pressroom

/// Making files for the author; nothing that exists is ever changed.
enum FileCreation {
  /// Makes a folder and those above it.
  static func folder(_ path: String) throws {
    if FilePlace.isFolder(path) { return }
    let parent = path.split(separator: "/").dropLast()
    if !parent.isEmpty { try folder("/" + parent.joined(separator: "/")) }
    if mkdir(path, 0o777) != 0, errno != EEXIST { throw trouble(path, errno) }
  }

  /// Writes a new file, never over another one.
  static func file(_ path: String, _ text: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      if errno == EEXIST { throw PressError(Diagnostic(.alreadyExists, path: "", arguments: [path])) }
      throw trouble(path, errno)
    }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 {
        let reason = errno
        unlink(path)
        throw trouble(path, reason)
      }
      written += count
    }
  }

  private static func trouble(_ path: String, _ reason: Int32) -> PressError {
    PressError(Diagnostic(.unwritableOutput, path: "", arguments: [path, String(cString: strerror(reason))]))
  }
}
