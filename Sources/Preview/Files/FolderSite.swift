internal import CPreview
internal import Glibc

/// A folder of the disk as a site.
///
/// Nothing outside of it is ever opened: the kernel resolves every path beneath the folder's descriptor
/// (`openat2(2)`, `RESOLVE_BENEATH`), so links and `..` cannot lead out even while somebody moves folders about. Links that
/// stay inside work. Where the kernel lacks that call, the path is walked without following any link.
package final class FolderSite: SiteSource {
  private let root: Int32
  private let hasOpenat2: Bool

  /// Opens the folder; nil where there is none (`errno` tells why).
  package init?(path: String, usesOpenat2: Bool = true) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    root = descriptor
    hasOpenat2 = usesOpenat2 && Self.probe(descriptor)
  }

  deinit { close(root) }

  package func look(up path: String) -> SiteEntry {
    guard !path.isEmpty else { return .folder }
    // A path that was not made from a request must not be able to do more than one that was.
    guard Self.isTame(path) else { return .absent }
    let descriptor = hasOpenat2 ? Self.openBeneath(root, path) : Self.walk(root, path)
    guard descriptor >= 0 else { return .absent }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      close(descriptor)
      return .absent
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      close(descriptor)
      return .folder
    }
    guard let file = SiteFile(taking: descriptor) else { return .absent }
    return .file(file)
  }

  /// `O_NONBLOCK`, or a FIFO would hold the server until somebody writes to it.
  private static let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY

  private static func isTame(_ path: String) -> Bool {
    guard !path.utf8.contains(0) else { return false }
    return path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).enumerated()
      .allSatisfy { index, segment in
        guard !segment.isEmpty else { return false }
        return segment.first != UInt8(ascii: ".") || (index == 0 && segment.elementsEqual(".well-known".utf8))
      }
  }

  // <linux/openat2.h>
  private static let noMagicLinks: UInt64 = 0x02
  private static let beneath: UInt64 = 0x08

  private static func openBeneath(_ root: Int32, _ path: String) -> Int32 {
    while true {
      let descriptor = offprint_openat2(root, path, UInt64(flags), noMagicLinks | beneath)
      // EAGAIN: something was renamed meanwhile, and the kernel cannot vouch for what it saw.
      if descriptor >= 0 || (errno != EINTR && errno != EAGAIN) { return descriptor }
    }
  }

  private static func probe(_ root: Int32) -> Bool {
    let descriptor = offprint_openat2(root, ".", UInt64(O_RDONLY | O_DIRECTORY | O_CLOEXEC), beneath)
    if descriptor >= 0 { close(descriptor) }
    return descriptor >= 0
  }

  private static func walk(_ root: Int32, _ path: String) -> Int32 {
    var folder = root
    let names = path.split(separator: "/")
    for (index, name) in names.enumerated() {
      let isLast = index == names.count - 1
      let next = openat(folder, String(name), flags | O_NOFOLLOW | (isLast ? 0 : O_DIRECTORY))
      if folder != root { close(folder) }
      guard next >= 0 else { return next }
      folder = next
    }
    return folder
  }
}
