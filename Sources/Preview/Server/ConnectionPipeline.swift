internal import NIOCore
internal import NIOHTTP1
internal import NIOHTTP2
internal import NIOSSL
internal import NIOTLS

/// Puts together what a connection goes through: guard, TLS, HTTP/1.1 or HTTP/2, requests.
struct ConnectionPipeline: Sendable {
  let application: Application
  let connections: ConnectionRegister

  func configure(_ channel: any Channel) -> EventLoopFuture<Void> {
    channel.eventLoop.makeCompletedFuture {
      guard connections.admit(channel) else { throw ConnectionRefused() }
      let pipeline = channel.pipeline.syncOperations
      let clock = ConnectionGuard(limits: application.limits)
      try pipeline.addHandler(clock)
      guard let tls = application.configuration.tls else {
        clock.began(asHTTP2: false)
        try addHTTP1(channel, clock)
        return
      }
      let bound = NIOLoopBound(clock, eventLoop: channel.eventLoop)
      try pipeline.addHandler(PlainTextDetector(access: application.configuration.access))
      try pipeline.addHandler(NIOSSLServerHandler(context: tls.context))
      try pipeline.addHandler(
        ApplicationProtocolNegotiationHandler { result, channel in
          channel.eventLoop.makeCompletedFuture {
            switch result {
            case .negotiated("h2"):
              bound.value.began(asHTTP2: true)
              try addHTTP2(channel, bound)
            case .negotiated, .fallback:
              bound.value.began(asHTTP2: false)
              try addHTTP1(channel, bound.value)
            }
          }
        })
    }
  }

  private struct ConnectionRefused: Error {}

  private func addHTTP1(_ channel: any Channel, _ clock: ConnectionGuard) throws {
    let pipeline = channel.pipeline.syncOperations
    var limits = NIOHTTPDecoderLimitConfiguration()
    limits.maxHeaderFieldSize = application.limits.longestField
    limits.maxHeaderListSize = application.limits.longestHead
    limits.maxHeaderFieldCount = application.limits.mostFields
    try pipeline.addHandler(HTTPResponseEncoder())
    try pipeline.addHandler(
      ByteToMessageHandler(
        HTTPRequestDecoder(
          leftOverBytesStrategy: .dropBytes, informationalResponseStrategy: .drop, limitConfiguration: limits)))
    try pipeline.addHandler(RequestHandler(application: application, clock: clock, isHTTP2: false))
  }

  private func addHTTP2(_ channel: any Channel, _ clock: NIOLoopBound<ConnectionGuard>) throws {
    var connection = NIOHTTP2Handler.ConnectionConfiguration()
    connection.initialSettings = [
      HTTP2Setting(parameter: .maxConcurrentStreams, value: application.limits.mostStreams),
      HTTP2Setting(parameter: .maxHeaderListSize, value: application.limits.longestHead),
    ]
    var stream = NIOHTTP2Handler.StreamConfiguration()
    stream.outboundBufferSizeHighWatermark = 64 * 1024
    stream.outboundBufferSizeLowWatermark = 32 * 1024
    let handler = NIOHTTP2Handler(
      mode: .server, eventLoop: channel.eventLoop, connectionConfiguration: connection, streamConfiguration: stream
    ) { [application] stream in
      stream.eventLoop.makeCompletedFuture {
        let pipeline = stream.pipeline.syncOperations
        try pipeline.addHandler(HTTP2FramePayloadToHTTP1ServerCodec(normalizeHTTPHeaders: false))
        try pipeline.addHandler(RequestHandler(application: application, clock: clock.value, isHTTP2: true))
      }
    }
    try channel.pipeline.syncOperations.addHandler(handler)
    try channel.pipeline.syncOperations.addHandler(ConnectionErrorHandler())
  }
}

/// Closes an HTTP/2 connection on which something went wrong; the protocol's own handler has said so to the other end.
private final class ConnectionErrorHandler: ChannelInboundHandler {
  typealias InboundIn = Never

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
