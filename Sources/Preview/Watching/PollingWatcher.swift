internal import Glibc

/// Watching by looking at every file twice a second: where a system has nothing better, or gives no more watches.
package final class PollingWatcher: FileWatcher {
  package let batches: AsyncStream<ChangeBatch>
  private let inbox: ChangeInbox
  private let task: Task<Void, Never>

  /// - Parameters:
  ///   - root: absolute path of the source folder.
  ///   - interval: between two looks.
  package init(root: String, scope: WatchScope, interval: Duration = .milliseconds(500)) {
    let inbox = ChangeInbox()
    self.inbox = inbox
    batches = inbox.stream
    var before = FileStamps.taken(root, scope)
    task = Task.detached(priority: .background) {
      while !Task.isCancelled {
        try? await Task.sleep(for: interval)
        let now = FileStamps.taken(root, scope)
        inbox.put(ChangeBatch(paths: now.differences(from: before)))
        before = now
      }
    }
  }

  deinit { stop() }

  package func stop() {
    task.cancel()
    _ = inbox.finish()
  }
}

/// Size and time of every file that matters.
struct FileStamps: Sendable {
  private struct Stamp: Hashable, Sendable {
    var size: Int64
    var seconds: Int64
    var nanoseconds: Int64
    var inode: UInt64
  }

  private var stamps: [String: Stamp] = [:]

  static func taken(_ root: String, _ scope: WatchScope) -> FileStamps {
    var result = FileStamps()
    result.walk(root, "", scope, depth: 0)
    return result
  }

  func differences(from before: FileStamps) -> Set<String> {
    var paths = Set(stamps.filter { before.stamps[$0.key] != $0.value }.keys)
    paths.formUnion(before.stamps.keys.filter { stamps[$0] == nil })
    return paths
  }

  private mutating func walk(_ root: String, _ folder: String, _ scope: WatchScope, depth: Int) {
    guard depth < 64, scope.contains(folder: folder), let listing = opendir(root + "/" + folder) else { return }
    defer { closedir(listing) }
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      let path = folder.isEmpty ? name : folder + "/" + name
      var info = stat()
      guard lstat(root + "/" + path, &info) == 0 else { continue }
      if info.st_mode & S_IFMT == S_IFDIR {
        walk(root, path, scope, depth: depth + 1)
      } else if scope.contains(file: path) {
        stamps[path] = Stamp(
          size: Int64(info.st_size), seconds: Int64(info.st_mtim.tv_sec), nanoseconds: Int64(info.st_mtim.tv_nsec),
          inode: UInt64(info.st_ino))
      }
    }
  }
}
