internal import Dispatch
internal import Glibc

/// SIGINT and SIGTERM as something to wait for. From its making on no signal is lost, whenever `wait` is called; the second
/// one ends the process as it would have without us.
struct Interruption {
  /// Where the handler says that a signal came: nothing else is safe to do in it.
  private static nonisolated(unsafe) var bell: Int32 = -1

  private let listener: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      listener = -1
      return
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    listener = ends[0]
    Self.bell = ends[1]
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in
        var byte: UInt8 = 1
        _ = write(Interruption.bell, &byte, 1)
        signal(SIGINT, SIG_DFL)
        signal(SIGTERM, SIG_DFL)
      }
    }
  }

  /// Returns at the first signal.
  func wait() async {
    let listener = listener
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        var asked = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
        while poll(&asked, 1, -1) < 0, errno == EINTR {}
        continuation.resume()
      }
    }
  }
}
