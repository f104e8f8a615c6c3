internal import Synchronization

/// Everybody who listens to the preview's events, and what each has still to be sent.
package final class EventHub: Sendable {
  /// A browser that is this far behind has stopped reading: its stream ends, and it asks for everything when it comes back.
  private static let longestQueue = 64

  private struct Listeners {
    var next = 0
    var all: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
    var isClosed = false
  }

  private let listeners = Mutex(Listeners())

  package init() {}

  package var count: Int { listeners.withLock { $0.all.count } }

  /// Sends a message to everybody, or to one.
  func send(_ message: ServerEvent, to only: Int? = nil) {
    let bytes = message.bytes
    listeners.withLock { listeners in
      for (number, one) in listeners.all where only == nil || only == number {
        if case .enqueued = one.yield(bytes) { continue }
        one.finish()
        listeners.all[number] = nil
      }
    }
  }

  /// Ends every stream: the server stops.
  func close() {
    listeners.withLock { listeners in
      listeners.isClosed = true
      for one in listeners.all.values { one.finish() }
      listeners.all = [:]
    }
  }

  /// A stream of messages from now on; `first` goes before all others.
  func listen(first: ServerEvent) -> (number: Int, messages: AsyncStream<[UInt8]>) {
    let (stream, continuation) = AsyncStream.makeStream(
      of: [UInt8].self, bufferingPolicy: .bufferingOldest(Self.longestQueue))
    continuation.yield(first.bytes)
    let number = listeners.withLock { listeners in
      listeners.next += 1
      if listeners.isClosed { continuation.finish() } else { listeners.all[listeners.next] = continuation }
      return listeners.next
    }
    return (number, stream)
  }

  func leave(_ number: Int) {
    listeners.withLock { $0.all.removeValue(forKey: number) }?.finish()
  }
}

/// One message of an event stream (HTML Living Standard, 9.2).
struct ServerEvent: Sendable {
  let bytes: [UInt8]

  /// - Parameter data: one line.
  init(_ name: String, _ data: String) {
    bytes = Array("event: \(name)\ndata: \(data)\n\n".utf8)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// Says nothing; that it cannot be sent any more shows that nobody is there.
  static let heartbeat = ServerEvent(bytes: Array(":\n\n".utf8))

  /// How long browsers wait before they come back, in milliseconds.
  static let comeBack = ServerEvent(bytes: Array("retry: 300\n\n".utf8))
}
