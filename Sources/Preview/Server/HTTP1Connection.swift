internal import NIOCore
internal import NIOHTTP1

/// The requests of an HTTP/1.1 connection, one after the other.
final class HTTP1Connection: ChannelDuplexHandler, ExchangeCarrier {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  let isHTTP2 = false
  let eventLoop: any EventLoop
  private let application: Application
  private let clock: ConnectionGuard
  private var context: ChannelHandlerContext?
  /// The request that is coming in or being answered.
  private var exchange: Exchange?
  /// Nothing more is read: the connection closes after the response.
  private var isClosing = false
  /// Parts of requests that were sent ahead (pipelining) and a read that waits until they are through.
  private var waiting: [HTTPServerRequestPart] = []
  private var isReadHeldBack = false

  init(application: Application, clock: ConnectionGuard, eventLoop: any EventLoop) {
    self.application = application
    self.clock = clock
    self.eventLoop = eventLoop
  }

  // MARK: The channel.

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }

  func handlerRemoved(context: ChannelHandlerContext) {
    leave()
    self.context = nil
  }

  func channelInactive(context: ChannelHandlerContext) {
    leave()
    context.fireChannelInactive()
  }

  private func leave() {
    exchange?.abandon()
    exchange = nil
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let part = unwrapInboundIn(data)
    guard !isClosing else { return }
    if exchange?.isAnswering ?? false { waiting.append(part) } else { take(part) }
  }

  func read(context: ChannelHandlerContext) {
    if !waiting.isEmpty, exchange?.isAnswering ?? false { isReadHeldBack = true } else { context.read() }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard error is HTTPParserError || error is NIOHTTPDecoderError, !(exchange?.isAnswering ?? false), !isClosing else {
      return context.close(promise: nil)
    }
    let isTooLong = (error as? HTTPParserError) == .headerOverflow
    let exchange = exchange ?? open(HTTPRequestHead(version: .http1_1, method: .RAW(value: "-"), uri: "-"))
    isClosing = true
    exchange.refuse(.text(isTooLong ? 431 : 400, isTooLong ? "The head is too long." : "This is no HTTP."))
  }

  private func open(_ head: HTTPRequestHead) -> Exchange {
    let exchange = Exchange(head, application: application, clock: clock, carrier: self)
    self.exchange = exchange
    return exchange
  }

  private func take(_ part: HTTPServerRequestPart) {
    switch part {
    case .head(let head): open(head).begin()
    case .body(let buffer): exchange?.receive(buffer)
    case .end: exchange?.receiveEnd()
    }
  }

  // MARK: The carrier.

  func writeHead(
    of exchange: Exchange, status: Int, fields: [(name: String, value: String)], length: Int?, ends: Bool
  ) {
    var headers = HTTPHeaders()
    headers.reserveCapacity(fields.count + 7)
    for field in fields { headers.add(name: field.name, value: field.value) }
    StandardFields.each(beside: fields, length: length) { headers.add(name: $0, value: $1) }
    if exchange.isClosing || !exchange.head.isKeepAlive || exchange.head.headers.contains(name: "upgrade") {
      isClosing = true
      headers.add(name: "connection", value: "close")
    }
    context?.write(
      wrapOutboundOut(
        .head(HTTPResponseHead(version: .http1_1, status: .init(statusCode: status), headers: headers))),
      promise: nil)
    if ends { writeEnd(of: exchange) }
  }

  func writeBody(of exchange: Exchange, _ bytes: ByteBuffer, ends: Bool, promise: EventLoopPromise<Void>?) {
    guard let context else {
      promise?.fail(ChannelError.ioOnClosedChannel)
      return
    }
    context.write(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: promise)
    if ends { writeEnd(of: exchange) }
  }

  func writeEnd(of exchange: Exchange) { context?.write(wrapOutboundOut(.end(nil)), promise: nil) }

  func flush() { context?.flush() }

  /// The response is out: the next request, or the end.
  func ended(_ exchange: Exchange) {
    self.exchange = nil
    guard !isClosing else {
      if exchange.isRefused { linger() } else { context?.close(promise: nil) }
      return
    }
    while !(self.exchange?.isAnswering ?? false), !isClosing, !waiting.isEmpty { take(waiting.removeFirst()) }
    if isReadHeldBack, waiting.isEmpty || !(self.exchange?.isAnswering ?? false) {
      isReadHeldBack = false
      context?.read()
    }
  }

  func breakOff(_ exchange: Exchange) { context?.close(promise: nil) }

  /// Closes a moment later: bytes that are still coming in would make the system reset the connection, and the answer could
  /// be lost with it.
  private func linger() {
    guard let channel = context?.channel else { return }
    channel.eventLoop.scheduleTask(in: .milliseconds(100)) { channel.close(promise: nil) }
  }
}
