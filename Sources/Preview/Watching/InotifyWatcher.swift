internal import Glibc

/// Watching by inotify(7): recursive, through renames, new folders and editors' saves by a temporary file. When the queue
/// of the system overflows, everything is looked at anew.
package final class InotifyWatcher: FileWatcher {
  /// A save is a handful of events within a millisecond; after this much quiet it is over.
  static let quietMilliseconds: Int32 = 4
  /// No batch waits longer, however busy the folder is.
  static let longestMilliseconds: Int64 = 60

  package let batches: AsyncStream<ChangeBatch>
  private let inbox: ChangeInbox
  /// One end of a pair of sockets; closing it wakes the thread.
  private let wake: Int32

  /// - Parameters:
  ///   - root: absolute path of the source folder.
  ///   - scope: what of it matters.
  /// - Returns: nil with `errno` set when the system has no more watches to give (`fs.inotify.max_user_watches`).
  package init?(root: String, scope: WatchScope) {
    let queue = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard queue >= 0 else { return nil }
    var ends: [Int32] = [-1, -1]
    var tree = InotifyTree(queue: queue, root: root, scope: scope)
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0, tree.add("") else {
      let code = errno
      for descriptor in [queue] + ends where descriptor >= 0 { close(descriptor) }
      errno = code
      return nil
    }
    wake = ends[1]
    let inbox = ChangeInbox()
    self.inbox = inbox
    batches = inbox.stream
    let loop = InotifyLoop(tree: tree, queue: queue, wake: ends[0], inbox: inbox)
    // A thread of its own: a blocking read has no place among the tasks of the program.
    let box = Unmanaged.passRetained(loop)
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { box in
        Unmanaged<InotifyLoop>.fromOpaque(box!).takeRetainedValue().run()
        return nil
      }, box.toOpaque())
    guard code == 0 else {
      box.release()
      for descriptor in [queue] + ends { close(descriptor) }
      errno = code
      return nil
    }
    pthread_detach(thread)
  }

  deinit { stop() }

  package func stop() {
    // Closing this end wakes the thread, which closes the rest. Once: afterwards the number may name another file.
    if inbox.finish() { close(wake) }
  }
}
