internal import NIOCore
internal import NIOHTTP1

/// The requests of an HTTP/1.1 connection, one after the other, or the one request of an HTTP/2 stream.
final class RequestHandler: ChannelDuplexHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  let application: Application
  let clock: ConnectionGuard
  let isHTTP2: Bool
  var context: ChannelHandlerContext?

  /// The request that is coming in or being answered.
  var head: HTTPRequestHead?
  private var checked: HeadCheck.Checked?
  private var body: [UInt8] = []
  /// The response that goes out, as far as it has come.
  var outgoing: OutgoingResponse?
  /// Nothing more is read: the connection closes after the response.
  var isClosing = false
  /// The request was cut short: more of it may still be coming in.
  var isRefused = false
  /// Parts of requests that were sent ahead (pipelining) and a read that waits until they are through.
  private var waiting: [HTTPServerRequestPart] = []
  private var isReadHeldBack = false

  init(application: Application, clock: ConnectionGuard, isHTTP2: Bool) {
    self.application = application
    self.clock = clock
    self.isHTTP2 = isHTTP2
  }

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }

  func handlerRemoved(context: ChannelHandlerContext) {
    abandon()
    self.context = nil
  }

  func channelInactive(context: ChannelHandlerContext) {
    abandon()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let part = unwrapInboundIn(data)
    guard !isClosing else { return }
    if outgoing != nil { waiting.append(part) } else { take(part, context) }
  }

  func read(context: ChannelHandlerContext) {
    if outgoing != nil, !waiting.isEmpty { isReadHeldBack = true } else { context.read() }
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if context.channel.isWritable { continueSending(context) }
    context.fireChannelWritabilityChanged()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if !isHTTP2, error is HTTPParserError || error is NIOHTTPDecoderError, outgoing == nil, !isClosing {
      let isTooLong = (error as? HTTPParserError) == .headerOverflow
      refuse(.text(isTooLong ? 431 : 400, isTooLong ? "The head is too long." : "This is no HTTP."), context)
    } else {
      context.close(promise: nil)
    }
  }

  private func take(_ part: HTTPServerRequestPart, _ context: ChannelHandlerContext) {
    switch part {
    case .head(let head):
      self.head = head
      body = []
      switch HeadCheck.check(head, isHTTP2: isHTTP2, limits: application.limits) {
      case .checked(let checked): self.checked = checked
      case .refused(let response): refuse(response, context)
      }
    case .body(let buffer):
      guard let checked, body.count + buffer.readableBytes <= checked.length else {
        return refuse(.text(413, "Too long."), context)
      }
      body += buffer.readableBytesView
    case .end: if let checked { respond(checked, context) }
    }
  }

  private func respond(_ checked: HeadCheck.Checked, _ context: ChannelHandlerContext) {
    self.checked = nil
    guard application.configuration.access.allows(authority: checked.authority) else {
      return begin(.text(421, "This server does not answer to that name."), context)
    }
    if checked.target == "*" {
      return begin(
        Response(status: checked.method == .options ? 204 : 400, fields: [("allow", "GET, HEAD, OPTIONS")]), context)
    }
    let path: RequestPath
    do throws(RequestPath.Refusal) {
      path = try RequestPath(target: checked.target)
    } catch {
      switch error {
      case .malformed: return begin(.text(400, "No such address can be."), context)
      case .hidden: return begin(.text(404, "Not found."), context)
      case .tooLong: return begin(.text(414, "The address is too long."), context)
      }
    }
    let request = Request(
      method: checked.method, path: path, authority: checked.authority,
      peer: clock.peer, isEncrypted: application.configuration.tls != nil, body: body,
      fields: head?.headers ?? HTTPHeaders())
    body = []
    switch application.answer(request) {
    case .now(let response):
      // Whoever sends bodies to where none are taken gets no second request on this connection.
      if checked.length > 0, response.status >= 400 { isClosing = true }
      begin(response, context)
    case .later(let respond):
      outgoing = OutgoingResponse()
      clock.requestBegan()
      let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
      let loop = context.eventLoop
      outgoing?.task = Task {
        let response = await respond(request)
        loop.execute { bound.value.beginLate(response) }
      }
    }
  }

  private func begin(_ response: Response, _ context: ChannelHandlerContext) {
    outgoing = OutgoingResponse()
    clock.requestBegan()
    send(response, context)
  }

  private func beginLate(_ response: Response) {
    guard let context, outgoing != nil else { return }
    send(response, context)
  }

  /// Answers and reads no further.
  private func refuse(_ response: Response, _ context: ChannelHandlerContext) {
    checked = nil
    isClosing = true
    isRefused = true
    begin(response, context)
  }

  /// The response is out: the next request, or the end.
  func responseEnded(_ context: ChannelHandlerContext) {
    outgoing = nil
    head = nil
    while outgoing == nil, !isClosing, !waiting.isEmpty { take(waiting.removeFirst(), context) }
    if isReadHeldBack, outgoing == nil || waiting.isEmpty {
      isReadHeldBack = false
      context.read()
    }
  }
}
