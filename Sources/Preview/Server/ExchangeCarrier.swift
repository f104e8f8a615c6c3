internal import NIOCore

/// The connection under an exchange: HTTP/1.1 or HTTP/2. All of it on the event loop of the connection.
protocol ExchangeCarrier: AnyObject {
  var isHTTP2: Bool { get }
  var eventLoop: any EventLoop { get }

  /// Writes the head of a response.
  ///
  /// - Parameters:
  ///   - fields: names in lower case; the fields of every response are added.
  ///   - length: of the body, where it is known.
  ///   - ends: nothing follows.
  func writeHead(
    of exchange: Exchange, status: Int, fields: [(name: String, value: String)], length: Int?, ends: Bool)

  /// Writes a piece of a body.
  ///
  /// - Parameter promise: kept when the bytes have gone to the system, which is when the client has room for more.
  func writeBody(of exchange: Exchange, _ bytes: ByteBuffer, ends: Bool, promise: EventLoopPromise<Void>?)

  /// Ends a body whose last piece did not say so.
  func writeEnd(of exchange: Exchange)

  /// Sends what was written, now or when all requests that came in together have been looked at.
  func flush()

  /// The response is written whole: what the connection does next.
  func ended(_ exchange: Exchange)

  /// The promised length cannot be kept: only a broken connection (or a reset stream) tells the client that this is not
  /// all.
  func breakOff(_ exchange: Exchange)
}
