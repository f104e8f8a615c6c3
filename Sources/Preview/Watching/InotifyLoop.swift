internal import Glibc

/// The thread that reads events: waits, gathers until it is quiet, hands over.
final class InotifyLoop {
  private var tree: InotifyTree
  private let queue: Int32
  private let wake: Int32
  private let inbox: ChangeInbox
  private var batch = ChangeBatch()

  init(tree: InotifyTree, queue: Int32, wake: Int32, inbox: ChangeInbox) {
    self.tree = tree
    self.queue = queue
    self.wake = wake
    self.inbox = inbox
  }

  func run() {
    while wait(-1) {
      let start = Self.now()
      repeat { read() } while Self.now() - start < InotifyWatcher.longestMilliseconds && isBusy()
      inbox.put(batch)
      batch = ChangeBatch()
    }
    close(queue)
    close(wake)
  }

  /// Waits for events; false when the watcher was stopped.
  private func wait(_ milliseconds: Int32) -> Bool {
    while true {
      var polled = [
        pollfd(fd: queue, events: Int16(POLLIN), revents: 0), pollfd(fd: wake, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&polled, 2, milliseconds)
      if count < 0, errno == EINTR { continue }
      return count > 0 && polled[1].revents == 0
    }
  }

  /// Whether more comes within the time of quiet.
  private func isBusy() -> Bool { wait(InotifyWatcher.quietMilliseconds) }

  private func read() {
    // Room for some hundred events; one is at most 16 bytes and a name of 255.
    withUnsafeTemporaryAllocation(byteCount: 65536, alignment: 8) { buffer in
      let count = Glibc.read(queue, buffer.baseAddress, buffer.count)
      guard count > 0 else { return }
      var at = 0
      while at + MemoryLayout<inotify_event>.size <= count {
        let event = buffer.loadUnaligned(fromByteOffset: at, as: inotify_event.self)
        let start = at + MemoryLayout<inotify_event>.size
        let name = UnsafeRawBufferPointer(rebasing: buffer[start..<min(count, start + Int(event.len))]).prefix {
          $0 != 0
        }
        handle(event, String(decoding: name, as: UTF8.self))
        at = start + Int(event.len)
      }
    }
  }

  private func handle(_ event: inotify_event, _ name: String) {
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
      batch.isIncomplete = true
      _ = tree.restart()
      return
    }
    guard let folder = tree.folders[event.wd] else { return }
    if event.mask & UInt32(IN_IGNORED) != 0 { return tree.forget(event.wd) }
    guard !name.isEmpty else { return }
    let path = folder.isEmpty ? name : folder + "/" + name
    if event.mask & UInt32(IN_ISDIR) != 0 {
      guard tree.scope.contains(folder: path) else { return }
      batch.paths.insert(path)
      if event.mask & UInt32(IN_MOVED_FROM | IN_DELETE) != 0 { return tree.remove(path) }
      // Files may have come before the watch did. Out of watches: what lies there is seen with the next change elsewhere.
      if !tree.add(path, found: { batch.paths.insert($0) }) { batch.isIncomplete = true }
      return
    }
    guard tree.scope.contains(file: path) else { return }
    // A new name alone is followed by the closing of the file, unless it is a further link to one that is complete.
    if event.mask & UInt32(IN_CREATE) != 0, !isLink(path) { return }
    batch.paths.insert(path)
  }

  private func isLink(_ path: String) -> Bool {
    var info = stat()
    guard lstat(tree.root + "/" + path, &info) == 0 else { return true }
    return info.st_nlink > 1 || info.st_mode & S_IFMT == S_IFLNK
  }

  /// Milliseconds of a clock that only goes forward.
  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
