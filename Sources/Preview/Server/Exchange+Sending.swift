internal import NIOCore
internal import NIOHTTP1

extension Exchange {
  /// Sends the response.
  func send(_ response: Response) {
    var length: Int?
    switch response.body {
    case .empty: length = response.status == 204 || response.status == 304 ? nil : 0
    case .bytes(let bytes): length = bytes.count
    case .shared(let bytes): length = bytes.buffer.readableBytes
    case .file(let transfer): length = transfer.count
    case .stream: break
    }
    status = response.status
    let isBare = head.method == .HEAD || response.status == 204 || response.status == 304 || length == 0
    // Over from here: what the connection tells of its end while the last piece is written is no abandoning.
    if isBare { isOver = true }
    carrier.writeHead(of: self, status: response.status, fields: response.fields, length: length, ends: isBare)
    if isBare { return finish() }
    switch response.body {
    case .empty: finish()
    case .bytes(let bytes): sendWhole(ByteBuffer(bytes: bytes))
    case .shared(let bytes): sendWhole(bytes.buffer)
    case .file(let transfer):
      pump = FilePump(transfer)
      pumpOn()
    case .stream(let feed): sendStream(feed)
    }
  }

  private func sendWhole(_ buffer: ByteBuffer) {
    guard buffer.readableBytes <= FilePump.pieceSize else {
      pump = FilePump(buffer)
      return pumpOn()
    }
    sent = buffer.readableBytes
    isOver = true
    carrier.writeBody(of: self, buffer, ends: true, promise: nil)
    finish()
  }

  /// Sends pieces for as long as the client takes them: what is under way is at most two pieces, whatever windows the
  /// client opens.
  private func pumpOn() {
    // A piece may be taken while it is being written.
    guard !isPumping else { return }
    isPumping = true
    defer { isPumping = false }
    while pump != nil, underway < FilePump.pieceSize, !isOver {
      switch pump?.next() ?? .end {
      case .bytes(let buffer):
        let count = buffer.readableBytes
        sent += count
        underway += count
        let promise = carrier.eventLoop.makePromise(of: Void.self)
        promise.futureResult.assumeIsolated().whenSuccess { [self] in
          underway -= count
          pumpOn()
        }
        carrier.writeBody(of: self, buffer, ends: false, promise: promise)
        carrier.flush()
      case .end:
        pump = nil
        isOver = true
        carrier.writeEnd(of: self)
        return finish()
      case .broken:
        pump = nil
        return carrier.breakOff(self)
      }
    }
  }

  private func sendStream(_ feed: @escaping @Sendable (ResponseStream) async throws -> Void) {
    carrier.flush()
    isStream = true
    clock.streamBegan()
    let bound = NIOLoopBound(self, eventLoop: carrier.eventLoop)
    let loop = carrier.eventLoop
    let stream = ResponseStream(eventLoop: loop, exchange: bound)
    task = Task {
      let isWhole = (try? await feed(stream)) != nil
      loop.execute { bound.value.streamEnded(isWhole) }
    }
  }

  private func streamEnded(_ isWhole: Bool) {
    guard isStream, !isOver else { return }
    guard isWhole else { return carrier.breakOff(self) }
    isOver = true
    carrier.writeEnd(of: self)
    finish()
  }

  /// Writes a piece of a stream; `writer` goes on when the client has taken it.
  func write(_ bytes: [UInt8], _ writer: CheckedContinuation<Void, any Error>) {
    guard isStream, self.writer == nil, !isOver else { return writer.resume(throwing: ResponseStream.Gone()) }
    self.writer = writer
    sent += bytes.count
    let promise = carrier.eventLoop.makePromise(of: Void.self)
    promise.futureResult.assumeIsolated().whenComplete { [self] result in
      guard let writer = self.writer else { return }
      self.writer = nil
      writer.resume(with: result.mapError { _ in ResponseStream.Gone() })
    }
    carrier.writeBody(of: self, ByteBuffer(bytes: bytes), ends: false, promise: promise)
    carrier.flush()
  }

  /// The last piece is written.
  private func finish() {
    record()
    if isStream { clock.streamEnded() } else { clock.requestEnded() }
    carrier.flush()
    carrier.ended(self)
  }

  /// The client has gone.
  func abandon() {
    guard !isOver else { return }
    isOver = true
    pump = nil
    task?.cancel()
    if let writer {
      self.writer = nil
      writer.resume(throwing: ResponseStream.Gone())
    }
    guard isAnswering else { return }
    if isStream { clock.streamEnded() } else { clock.requestEnded() }
  }

  private func record() {
    guard let log = application.configuration.log else { return }
    let elapsed = NIODeadline.now() - start
    log(
      AccessRecord(
        method: head.method.rawValue, target: head.uri, status: status, bytes: sent, isHTTP2: carrier.isHTTP2,
        peer: clock.peer, microseconds: elapsed.nanoseconds / 1_000))
  }
}
