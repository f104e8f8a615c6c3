internal import Diagnostics
internal import Glibc

/// A file with a certificate or a key.
enum CredentialFile {
  /// More than this is no such file.
  private static let most = 1_048_576

  /// Its bytes and permissions; nil, and a diagnostic, where it cannot be read.
  static func bytes(_ path: String, into diagnostics: inout [Diagnostic]) -> (bytes: [UInt8], mode: UInt32)? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    let reason = String(cString: strerror(errno))
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0, let file = SiteFile(taking: descriptor), file.size <= most,
      let bytes = file.contents()
    else {
      diagnostics.append(Diagnostic(.unreadableFile, path: path, arguments: descriptor < 0 ? [reason] : []))
      return nil
    }
    return (bytes, UInt32(status.st_mode))
  }
}
