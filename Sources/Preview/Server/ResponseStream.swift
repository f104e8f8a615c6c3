internal import NIOCore

/// The open end of a streamed response.
package struct ResponseStream: Sendable {
  /// The client has gone.
  package struct Gone: Error {}

  let eventLoop: any EventLoop
  let exchange: NIOLoopBound<Exchange>

  /// Sends a piece. Returns when the client has taken it, so a feeder that awaits it can never fill the memory;
  /// throws `Gone` when there is nobody any more. One piece at a time.
  package func send(_ bytes: [UInt8]) async throws {
    try await withCheckedThrowingContinuation { continuation in
      eventLoop.execute { exchange.value.write(bytes, continuation) }
    }
  }
}
