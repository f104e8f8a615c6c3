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
              try addHTTP2(channel, bound.value)
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
    try pipeline.addHandler(RequestLineEncoder(longest: RequestPath.longest + 64))
    try pipeline.addHandler(HTTPResponseEncoder())
    try pipeline.addHandler(
      ByteToMessageHandler(
        HTTPRequestDecoder(
          leftOverBytesStrategy: .dropBytes, informationalResponseStrategy: .drop, limitConfiguration: limits)))
    try pipeline.addHandler(HTTP1Connection(application: application, clock: clock, eventLoop: channel.eventLoop))
  }

  private func addHTTP2(_ channel: any Channel, _ clock: ConnectionGuard) throws {
    var connection = NIOHTTP2Handler.ConnectionConfiguration()
    connection.initialSettings = [
      HTTP2Setting(parameter: .maxConcurrentStreams, value: application.limits.mostStreams),
      HTTP2Setting(parameter: .maxHeaderListSize, value: application.limits.longestHead),
      HTTP2Setting(parameter: .initialWindowSize, value: 2 * application.limits.longestBody),
    ]
    let pipeline = channel.pipeline.syncOperations
    try pipeline.addHandler(NIOHTTP2Handler(mode: .server, connectionConfiguration: connection))
    try pipeline.addHandler(HTTP2Connection(application: application, clock: clock, eventLoop: channel.eventLoop))
  }
}
