internal import NIOCore
internal import NIOHTTP1
internal import NIOHTTP2

/// One request and the response to it, over either version of HTTP.
final class Exchange {
  let application: Application
  let clock: ConnectionGuard
  let carrier: any ExchangeCarrier
  /// The root stream over HTTP/1.1.
  let stream: HTTP2StreamID
  let head: HTTPRequestHead

  private var checked: HeadCheck.Checked?
  private var body: [UInt8] = []
  /// All of the request is there.
  private(set) var isRequestWhole = false
  /// Nothing of the request is looked at any more: it is being answered.
  private(set) var isAnswering = false
  /// The connection closes after the response (HTTP/1.1).
  var isClosing = false
  /// The request was cut short: more of it may still be coming in.
  private(set) var isRefused = false

  // The response, as far as it has come.

  /// Its last piece is written, or the client has gone.
  var isOver = false
  var status = 0
  /// Bytes of the body so far, and of those the ones that the system has not taken yet.
  var sent = 0
  var underway = 0
  let start = NIODeadline.now()
  /// What makes the response, or feeds its stream; cancelled when the client goes.
  var task: Task<Void, Never>?
  /// The file that is being sent.
  var pump: FilePump?
  var isPumping = false
  /// A stream's writer that waits for the client to read.
  var writer: CheckedContinuation<Void, any Error>?
  /// Whether the guard counts it among the streams.
  var isStream = false

  init(
    _ head: HTTPRequestHead, stream: HTTP2StreamID = .rootStream, application: Application, clock: ConnectionGuard,
    carrier: any ExchangeCarrier
  ) {
    self.head = head
    self.stream = stream
    self.application = application
    self.clock = clock
    self.carrier = carrier
  }

  // MARK: What comes in.

  /// Looks at the head; a bad one is answered at once.
  func begin() {
    switch HeadCheck.check(
      head, isHTTP2: carrier.isHTTP2, limits: application.limits, knownHost: clock.allowedAuthority)
    {
    case .checked(let checked): self.checked = checked
    case .refused(let response): refuse(response)
    }
  }

  func receive(_ buffer: ByteBuffer) {
    guard !isAnswering else { return }
    guard let checked, body.count + buffer.readableBytes <= checked.length else {
      return refuse(.text(413, "Too long."))
    }
    body += buffer.readableBytesView
  }

  func receiveEnd() {
    isRequestWhole = true
    guard !isAnswering, let checked else { return }
    respond(checked)
  }

  /// Answers and reads no further.
  func refuse(_ response: Response) {
    isClosing = true
    isRefused = true
    answer(response)
  }

  private func respond(_ checked: HeadCheck.Checked) {
    guard checked.isKnownHost || application.configuration.access.allows(authority: checked.authority) else {
      return answer(.text(421, "This server does not answer to that name."))
    }
    clock.allowedAuthority = checked.authority
    if checked.target == "*" {
      return answer(
        Response(status: checked.method == .options ? 204 : 400, fields: [("allow", "GET, HEAD, OPTIONS")]))
    }
    let path: RequestPath
    do throws(RequestPath.Refusal) {
      path = try RequestPath(target: checked.target)
    } catch {
      switch error {
      case .malformed: return answer(.text(400, "No such address can be."))
      case .hidden: return answer(.text(404, "Not found."))
      case .tooLong: return answer(.text(414, "The address is too long."))
      }
    }
    let request = Request(
      method: checked.method, path: path, authority: checked.authority,
      peer: clock.peer, isEncrypted: application.configuration.tls != nil, body: body, fields: head.headers)
    body = []
    switch application.answer(request) {
    case .now(let response):
      // Whoever sends bodies to where none are taken gets no second request on this connection.
      if checked.length > 0, response.status >= 400 { isClosing = true }
      answer(response)
    case .later(let respond):
      isAnswering = true
      clock.requestBegan()
      let bound = NIOLoopBound(self, eventLoop: carrier.eventLoop)
      let loop = carrier.eventLoop
      task = Task {
        let response = await respond(request)
        loop.execute { bound.value.answerLate(response) }
      }
    }
  }

  private func answer(_ response: Response) {
    isAnswering = true
    clock.requestBegan()
    send(response)
  }

  private func answerLate(_ response: Response) {
    if !isOver { send(response) }
  }
}
