internal import NIOCore

/// What a request is answered with. `Content-Length`, `Date` and the security fields are added by the server.
package struct Response: Sendable {
  package enum Body: Sendable {
    case empty
    case bytes([UInt8])
    /// A file, whole or in parts, sent as fast as it is read at the other end.
    case file(FileTransfer)
    /// An event stream or the like: runs until it returns, throws or the client goes. Never buffered without bound.
    case stream(@Sendable (ResponseStream) async throws -> Void)
    /// Shared bytes of the cache, without a copy.
    case shared(SharedBytes)
  }

  package var status: Int
  package var fields: [(name: String, value: String)]
  package var body: Body

  package init(status: Int, fields: [(name: String, value: String)] = [], body: Body = .empty) {
    self.status = status
    self.fields = fields
    self.body = body
  }

  /// A short answer of ours as text, never kept by caches.
  package static func text(_ status: Int, _ text: String, fields: [(name: String, value: String)] = []) -> Response {
    Response(
      status: status,
      fields: [("content-type", "text/plain; charset=utf-8"), ("cache-control", "no-store")] + fields,
      body: .bytes(Array((text + "\n").utf8)))
  }

  /// A page of our own, under a policy that lets nothing be loaded from elsewhere.
  ///
  /// `policy` replaces `PagePolicy.strict` where a page needs more (frames, for example).
  package static func page(_ html: [UInt8], status: Int = 200, policy: String = PagePolicy.strict) -> Response {
    Response(
      status: status,
      fields: [
        ("content-type", "text/html; charset=utf-8"), ("cache-control", "no-store"),
        ("content-security-policy", policy),
      ],
      body: .bytes(html))
  }
}

/// Bytes that several responses send at once.
package struct SharedBytes: Sendable {
  let buffer: ByteBuffer
}
