internal import NIOCore

/// The clock of a connection: ends handshakes and heads that drip, connections that idle, and responses that nobody reads.
///
/// It sits at the socket and sees raw bytes go by; the request handlers tell it what they are about. One timer a connection,
/// set again only when it rings.
final class ConnectionGuard: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundIn = IOData
  typealias OutboundOut = IOData

  private enum Phase {
    /// A handshake, a head or a body is coming in: its end is near or nowhere.
    case part
    case idle
    /// Responses go out.
    case busy
  }

  private let limits: ServerLimits
  private var phase = Phase.part
  private var isHTTP2 = false
  private var isLeaving = false
  private var deadline: NIODeadline
  private var timer: Scheduled<Void>?
  private var context: ChannelHandlerContext?
  /// The address at the other end. Kept here because the channel of an HTTP/2 stream does not know it.
  private(set) var peer = ""
  /// The last `Host` that was found to be one of ours: clients ask by the same name again and again.
  var allowedAuthority: String?
  /// Requests that are being answered.
  private var active = 0
  /// Event streams that stand open.
  private var streams = 0

  init(limits: ServerLimits) {
    self.limits = limits
    deadline = .now() + .seconds(Int64(limits.secondsForPart))
  }

  // MARK: Told by the handlers of requests.

  /// The handshake is over.
  func began(asHTTP2: Bool) {
    isHTTP2 = asHTTP2
    rest()
  }

  func requestBegan() {
    active += 1
    enter(.busy, seconds: limits.secondsStalled)
  }

  func requestEnded() {
    active -= 1
    settle()
  }

  /// A request turned into a stream without an end: it no longer keeps the server from stopping.
  func streamBegan() {
    active -= 1
    streams += 1
  }

  func streamEnded() {
    streams -= 1
    settle()
  }

  private func settle() {
    guard active == 0 else { return }
    if isLeaving { leave() }
    if streams == 0 { rest() }
  }

  private func rest() { enter(.idle, seconds: limits.secondsIdle) }

  private func enter(_ phase: Phase, seconds: Int) {
    self.phase = phase
    deadline = .now() + .seconds(Int64(seconds))
    // The timer may have been set for a later moment than the new deadline.
    if let timer, phase == .part {
      timer.cancel()
      arm()
    }
  }

  // MARK: The channel.

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    peer = context.remoteAddress?.ipAddress ?? ""
    arm()
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    timer?.cancel()
    timer = nil
    self.context = nil
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    // HTTP/2 has frames that belong to no request (pings, settings); a head in pieces is held by the idle limit there.
    if phase == .idle, !isHTTP2 { enter(.part, seconds: limits.secondsForPart) }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if phase == .busy { deadline = .now() + .seconds(Int64(limits.secondsStalled)) }
    context.write(data, promise: promise)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard let event = event as? FarewellEvent else { return context.fireUserInboundEventTriggered(event) }
    isLeaving = true
    // From here the socket itself is closed: TLS would wait for the other end to agree.
    if event.isLast || active == 0 { context.close(promise: nil) }
  }

  /// Closes through all of the pipeline, so that TLS and HTTP/2 say good-bye and what is written goes out first.
  private func leave() {
    guard let channel = context?.channel else { return }
    channel.eventLoop.execute { channel.close(promise: nil) }
  }

  private func arm() {
    guard let context else { return }
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    timer = context.eventLoop.scheduleTask(deadline: deadline) { bound.value.ring() }
  }

  private func ring() {
    timer = nil
    guard let context else { return }
    guard deadline <= .now() else { return arm() }
    if phase == .idle { leave() } else { context.close(promise: nil) }
  }
}
