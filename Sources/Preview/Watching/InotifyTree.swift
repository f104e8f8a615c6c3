internal import Glibc

/// The watches of a folder and all below it, and which folder each stands for.
struct InotifyTree {
  let queue: Int32
  /// Absolute path of the root.
  let root: String
  let scope: WatchScope
  /// Paths relative to the root, by the system's number.
  private(set) var folders: [Int32: String] = [:]

  /// What is told of a folder. A file is of interest when it is closed or moved into place: while it is being written it
  /// holds half a sentence.
  private static let mask: UInt32 =
    UInt32(IN_CLOSE_WRITE) | UInt32(IN_CREATE) | UInt32(IN_DELETE) | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO)
    | UInt32(IN_ONLYDIR) | UInt32(IN_DONT_FOLLOW) | UInt32(IN_EXCL_UNLINK)

  private static let depthLimit = 64

  init(queue: Int32, root: String, scope: WatchScope) {
    self.queue = queue
    self.root = root
    self.scope = scope
  }

  /// Watches a folder and those below it.
  ///
  /// - Parameter found: told of every file that lies there: one that came with its folder, or before the watch was set.
  /// - Returns: false with `errno` set when the system refuses another watch.
  mutating func add(_ folder: String, depth: Int = 0, found: (String) -> Void = { _ in }) -> Bool {
    guard depth < Self.depthLimit, scope.contains(folder: folder) else { return true }
    let watch = inotify_add_watch(queue, folder.isEmpty ? root : root + "/" + folder, Self.mask)
    guard watch >= 0 else {
      // Gone again, or no folder at all: nothing to watch. Anything else is the system's limit.
      return !folder.isEmpty && (errno == ENOENT || errno == ENOTDIR || errno == EACCES || errno == ELOOP)
    }
    folders[watch] = folder
    // Looked at after the watch stands: what comes in between is seen twice rather than never.
    for (name, isFolder) in Self.list(root + "/" + folder) {
      let path = folder.isEmpty ? name : folder + "/" + name
      if isFolder {
        guard add(path, depth: depth + 1, found: found) else { return false }
      } else if scope.contains(file: path) {
        found(path)
      }
    }
    return true
  }

  /// A folder was moved away or removed: its watches would go on under names that are wrong.
  mutating func remove(_ folder: String) {
    for (watch, path) in folders where path == folder || path.hasPrefix(folder + "/") {
      inotify_rm_watch(queue, watch)
      folders[watch] = nil
    }
  }

  /// The system has dropped a watch.
  mutating func forget(_ watch: Int32) { folders[watch] = nil }

  /// After an overflow: every watch anew.
  mutating func restart() -> Bool {
    for watch in folders.keys { inotify_rm_watch(queue, watch) }
    folders = [:]
    return add("")
  }

  /// Names in a folder, and whether each is one itself; links are none.
  private static func list(_ path: String) -> [(name: String, isFolder: Bool)] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var result: [(String, Bool)] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      var isFolder = entry.pointee.d_type == UInt8(DT_DIR)
      if entry.pointee.d_type == UInt8(DT_UNKNOWN) {
        var info = stat()
        isFolder = lstat(path + "/" + name, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
      }
      result.append((name, isFolder))
    }
    return result
  }
}
