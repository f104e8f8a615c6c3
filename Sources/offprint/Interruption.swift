internal import Dispatch
internal import Glibc

/// SIGINT and SIGTERM as something to wait for.
enum Interruption {
  /// Returns at the first signal; the second one ends the process as it would have without us.
  static func wait() async {
    let signals = [SIGINT, SIGTERM]
    for signal in signals { Glibc.signal(signal, SIG_IGN) }
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
    let sources = signals.map { signal in
      let source = DispatchSource.makeSignalSource(signal: signal, queue: .global())
      source.setEventHandler { continuation.yield() }
      source.resume()
      return source
    }
    for await _ in stream { break }
    for source in sources { source.cancel() }
    for signal in signals { Glibc.signal(signal, SIG_DFL) }
  }
}
