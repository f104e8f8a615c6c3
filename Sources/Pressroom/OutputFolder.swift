internal import Diagnostics
internal import Glibc
internal import Manuscript

/// The output folder, held by one build at a time. Nothing outside it is ever touched: every step down is taken without
/// following links, every name is relative to an open folder.
final class OutputFolder: Sendable {
  static let ledgerName = ".offprint-ledger"
  static let lockName = ".offprint-lock"
  static let stagingName = ".offprint-staging"

  /// Absolute path, for messages.
  let path: String
  /// Open for as long as this lives.
  let root: Int32
  private let lock: Int32

  /// Opens the folder, makes it where it is missing, and takes its lock.
  ///
  /// - Throws: `output-in-use` when another build holds it, `output-not-ours` when it holds files of somebody else,
  ///   `unwritable-output` when the system refuses.
  init(_ path: String) throws(PressError) {
    self.path = path
    guard FileSystem.makeFolders(path) else { throw Self.unwritable(path) }
    root = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard root >= 0 else { throw Self.unwritable(path) }
    let existing = faccessat(root, Self.ledgerName, F_OK, AT_SYMLINK_NOFOLLOW) == 0
    if !existing, Edition.allCases.contains(where: { FileSystem.list("\(path)/\($0.folder)")?.isEmpty == false }) {
      close(root)
      throw PressError(Diagnostic(.outputNotOurs, path: path, arguments: [path]))
    }
    lock = openat(root, Self.lockName, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard lock >= 0 else {
      close(root)
      throw Self.unwritable(path + "/" + Self.lockName)
    }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      let holder = FileSystem.read(Self.lockName, at: root).map { String(decoding: $0, as: UTF8.self) } ?? ""
      close(lock)
      close(root)
      throw PressError(
        Diagnostic(.outputInUse, path: path, arguments: [path, String(holder.prefix { $0.isNumber })]))
    }
    let holder = Array("\(getpid())\n".utf8)
    _ = ftruncate(lock, 0)
    _ = holder.withUnsafeBytes { FileSystem.write($0, to: lock) }
    clearStaging()
  }

  deinit {
    // Said outright: a child process between fork and exec holds the descriptor too, and with it the lock.
    flock(lock, LOCK_UN)
    close(lock)
    close(root)
  }

  /// The ledger of the last build. A damaged one leaves every file below the edition folders as "may be ours, bytes
  /// unknown", since only Offprint writes there.
  func readLedger() -> Ledger {
    guard let bytes = FileSystem.read(Self.ledgerName, at: root, followingLinks: false) else { return Ledger() }
    if let ledger = Ledger(bytes) { return ledger }
    var ledger = Ledger()
    ledger.isSettled = false
    for edition in Edition.allCases { listFiles(edition.folder, into: &ledger, depth: 0) }
    return ledger
  }

  func writeLedger(_ ledger: Ledger) throws(PressError) {
    let name = Self.ledgerName + ".new"
    unlinkat(root, name, 0)
    let file = openat(root, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard file >= 0 else { throw Self.unwritable(path + "/" + name) }
    let isWritten = ledger.encoded().withUnsafeBytes { FileSystem.write($0, to: file) }
    close(file)
    guard isWritten, renameat(root, name, root, Self.ledgerName) == 0 else {
      throw Self.unwritable(path + "/" + Self.ledgerName)
    }
  }

  // MARK: Looking

  /// Size and time of a delivered file; nil when it is no regular file.
  func stamp(_ name: String) -> FileSystem.Stamp? {
    var info = stat()
    guard fstatat(root, name, &info, AT_SYMLINK_NOFOLLOW) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
    return FileSystem.Stamp(info)
  }

  func read(_ name: String) -> [UInt8]? { FileSystem.read(name, at: root, followingLinks: false) }

  // MARK: Changing

  /// Makes the folder of temporary files anew.
  func openStaging() throws(PressError) -> StagingFolder {
    // Not one that is there already: what it holds would be moved into the output.
    guard mkdirat(root, Self.stagingName, 0o755) == 0 else { throw Self.unwritable(path + "/" + Self.stagingName) }
    let folder = openat(root, Self.stagingName, Self.folderFlags)
    guard folder >= 0 else { throw Self.unwritable(path + "/" + Self.stagingName) }
    return StagingFolder(handle: folder)
  }

  /// Removes whatever an interrupted build left in the staging folder.
  func clearStaging() { FileSystem.removeTree(Self.stagingName, at: root) }

  /// Opens a folder below the root one component at a time; the caller closes it.
  ///
  /// - Returns: nil when it is not there.
  func openFolder(_ name: Substring) throws(PressError) -> Int32? {
    var folder = dup(root)
    for part in name.split(separator: "/") {
      let component = String(part)
      let outer = folder
      let next = openat(outer, component, Self.folderFlags)
      let code = errno
      defer { close(outer) }
      if next < 0 {
        try refuseLink(component, in: outer, path: String(name[..<part.endIndex]))
        if code == ENOENT || code == ENOTDIR { return nil }
        errno = code
        throw Self.unwritable("\(path)/\(name[..<part.endIndex])")
      }
      folder = next
    }
    return folder
  }

  /// - Throws: `symbolic-link-refused` when a name in an open folder is a link.
  func refuseLink(_ name: String, in folder: Int32, path: String) throws(PressError) {
    var info = stat()
    guard fstatat(folder, name, &info, AT_SYMLINK_NOFOLLOW) == 0, info.st_mode & S_IFMT == S_IFLNK else { return }
    throw PressError(Diagnostic(.symbolicLinkRefused, path: self.path, arguments: ["\(self.path)/\(path)"]))
  }

  private static let folderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC

  private func listFiles(_ folder: String, into ledger: inout Ledger, depth: Int) {
    guard depth < 64 else { return }
    for (name, type) in FileSystem.list("\(path)/\(folder)") ?? [] {
      let entry = folder + "/" + name
      if type == UInt8(DT_DIR) {
        listFiles(entry, into: &ledger, depth: depth + 1)
      } else {
        ledger.outputs[entry] = Ledger.Output(hash: 0, byteCount: -1, modified: 0)
      }
    }
  }

  static func unwritable(_ path: String) -> PressError {
    PressError(Diagnostic(.unwritableOutput, path: path, arguments: [path, FileSystem.reason()]))
  }
}
