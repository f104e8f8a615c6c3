internal import NIOCore
internal import NIOHPACK
internal import NIOHTTP1
internal import NIOHTTP2

/// The requests of an HTTP/2 connection, side by side.
///
/// It takes the frames of the protocol's own handler as they come. A channel for every stream, which is the usual way,
/// costs a third of the processor time of a small answer.
final class HTTP2Connection: ChannelInboundHandler, ExchangeCarrier {
  typealias InboundIn = HTTP2Frame
  typealias OutboundOut = HTTP2Frame

  let isHTTP2 = true
  let eventLoop: any EventLoop
  private let application: Application
  private let clock: ConnectionGuard
  private var context: ChannelHandlerContext?
  private var exchanges: [HTTP2StreamID: Exchange] = [:]
  /// The last stream that the client opened; what comes for a lower one that is not known is left over.
  private var last = HTTP2StreamID.rootStream
  /// Frames are coming in: what is written goes out when all have been looked at.
  private var isReading = false
  /// Bytes of bodies since the client was told that there is room for more.
  private var received = 0

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
    let left = exchanges.values
    exchanges = [:]
    for exchange in left { exchange.abandon() }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let frame = unwrapInboundIn(data)
    isReading = true
    switch frame.payload {
    case .headers(let headers): receive(headers, frame.streamID)
    case .data(let data): receive(data, frame.streamID)
    case _: break
    }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    isReading = false
    // The handler below has flushed what was written while it read; this is for what came after.
    context.flush()
    context.fireChannelReadComplete()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard let event = event as? StreamClosedEvent else { return context.fireUserInboundEventTriggered(event) }
    exchanges.removeValue(forKey: event.streamID)?.abandon()
  }

  /// The handler below has told the client what went wrong. An error of one stream ends that stream, any other all.
  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let error = error as? NIOHTTP2Errors.StreamError else { return context.close(promise: nil) }
    exchanges.removeValue(forKey: error.streamID)?.abandon()
  }

  private func receive(_ headers: HTTP2Frame.FramePayload.Headers, _ stream: HTTP2StreamID) {
    guard stream > last else {
      // Trailers.
      if headers.endStream { exchanges[stream]?.receiveEnd() }
      return
    }
    last = stream
    guard let head = HTTPRequestHead(block: headers.headers, isWhole: headers.endStream) else {
      return reset(stream, .protocolError)
    }
    let exchange = Exchange(head, stream: stream, application: application, clock: clock, carrier: self)
    exchanges[stream] = exchange
    exchange.begin()
    if headers.endStream { exchange.receiveEnd() }
  }

  private func receive(_ data: HTTP2Frame.FramePayload.Data, _ stream: HTTP2StreamID) {
    guard case .byteBuffer(let bytes) = data.data else { return }
    received += bytes.readableBytes + (data.paddingBytes.map { $0 + 1 } ?? 0)
    // Of the connection only: a stream's own window is as large as the longest body.
    if received >= 16 * 1024 {
      write(.rootStream, .windowUpdate(windowSizeIncrement: received))
      received = 0
    }
    guard let exchange = exchanges[stream] else { return }
    exchange.receive(bytes)
    if data.endStream { exchange.receiveEnd() }
  }

  private func write(
    _ stream: HTTP2StreamID, _ payload: HTTP2Frame.FramePayload, promise: EventLoopPromise<Void>? = nil
  ) {
    guard let context else {
      promise?.fail(ChannelError.ioOnClosedChannel)
      return
    }
    context.write(wrapOutboundOut(HTTP2Frame(streamID: stream, payload: payload)), promise: promise)
  }

  private func reset(_ stream: HTTP2StreamID, _ reason: HTTP2ErrorCode) {
    write(stream, .rstStream(reason))
    flush()
  }

  // MARK: The carrier.

  func writeHead(
    of exchange: Exchange, status: Int, fields: [(name: String, value: String)], length: Int?, ends: Bool
  ) {
    var headers = HPACKHeaders()
    headers.reserveCapacity(fields.count + 7)
    headers.add(name: ":status", value: "\(status)")
    for field in fields { headers.add(name: field.name, value: field.value) }
    StandardFields.each(beside: fields, length: length) { headers.add(name: $0, value: $1) }
    write(exchange.stream, .headers(.init(headers: headers, endStream: ends)))
  }

  func writeBody(of exchange: Exchange, _ bytes: ByteBuffer, ends: Bool, promise: EventLoopPromise<Void>?) {
    write(exchange.stream, .data(.init(data: .byteBuffer(bytes), endStream: ends)), promise: promise)
  }

  func writeEnd(of exchange: Exchange) {
    write(exchange.stream, .data(.init(data: .byteBuffer(ByteBuffer()), endStream: true)))
  }

  func flush() {
    if !isReading { context?.flush() }
  }

  func ended(_ exchange: Exchange) {
    exchanges[exchange.stream] = nil
    guard !exchange.isRequestWhole else { return }
    // The rest of a body is not wanted (RFC 9113, section 8.1). A moment later, or it would overtake the answer.
    let bound = NIOLoopBound(self, eventLoop: eventLoop)
    let stream = exchange.stream
    eventLoop.scheduleTask(in: .milliseconds(100)) { bound.value.reset(stream, .noError) }
  }

  func breakOff(_ exchange: Exchange) {
    exchanges[exchange.stream] = nil
    exchange.abandon()
    reset(exchange.stream, .internalError)
  }
}

extension HTTPRequestHead {
  /// A head from the fields of an HTTP/2 request; nil where a pseudo field is missing or doubled.
  fileprivate init?(block: HPACKHeaders, isWhole: Bool) {
    var (method, path, scheme, authority): (String?, String?, String?, String?)
    var fields: [(String, String)] = []
    fields.reserveCapacity(block.count)
    for (name, value, _) in block {
      switch name {
      case ":method" where method == nil: method = value
      case ":path" where path == nil: path = value
      case ":scheme" where scheme == nil: scheme = value
      case ":authority" where authority == nil: authority = value
      case _:
        guard name.utf8.first != UInt8(ascii: ":") else { return nil }
        fields.append((name, value))
      }
    }
    guard let method, let path, scheme != nil, let authority else { return nil }
    // A `Host` of its own must agree; two are refused later.
    if !fields.contains(where: { $0.0 == "host" && $0.1 == authority }) { fields.append(("host", authority)) }
    // A body without a length: refused later, as chunks are.
    if !isWhole, method != "GET", method != "HEAD", !fields.contains(where: { $0.0 == "content-length" }) {
      fields.append(("transfer-encoding", "chunked"))
    }
    self.init(version: .http2, method: HTTPMethod(rawValue: method), uri: path, headers: HTTPHeaders(fields))
  }
}
