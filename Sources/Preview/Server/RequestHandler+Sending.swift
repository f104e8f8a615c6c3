internal import NIOCore
internal import NIOHTTP1

extension RequestHandler {
  /// Sends a response to the request at hand; `outgoing` is there already.
  func send(_ response: Response, _ context: ChannelHandlerContext) {
    var fields = HTTPHeaders()
    fields.reserveCapacity(response.fields.count + 6)
    for field in response.fields { fields.add(name: field.name, value: field.value) }
    StandardFields.add(to: &fields)
    let isHead = head?.method == .HEAD
    var length: Int?
    switch response.body {
    case .empty: length = response.status == 204 || response.status == 304 ? nil : 0
    case .bytes(let bytes): length = bytes.count
    case .shared(let bytes): length = bytes.buffer.readableBytes
    case .file(let transfer): length = transfer.count
    case .stream: break
    }
    if let length { fields.add(name: "content-length", value: "\(length)") }
    if !isHTTP2, isClosing || !(head?.isKeepAlive ?? false) || head?.headers.contains(name: "upgrade") ?? false {
      isClosing = true
      fields.add(name: "connection", value: "close")
    }
    outgoing?.status = response.status
    let version = isHTTP2 ? HTTPVersion.http2 : .http1_1
    context.write(
      wrapOutboundOut(
        .head(HTTPResponseHead(version: version, status: .init(statusCode: response.status), headers: fields))),
      promise: nil)
    if isHead || response.status == 204 || response.status == 304 { return end(context) }
    switch response.body {
    case .empty: end(context)
    case .bytes(let bytes): sendWhole(ByteBuffer(bytes: bytes), context)
    case .shared(let bytes): sendWhole(bytes.buffer, context)
    case .file(let transfer):
      outgoing?.pump = FilePump(transfer)
      pump(context)
    case .stream(let feed): sendStream(feed, context)
    }
  }

  private func sendWhole(_ buffer: ByteBuffer, _ context: ChannelHandlerContext) {
    outgoing?.bytes = buffer.readableBytes
    if buffer.readableBytes > 0 { context.write(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil) }
    end(context)
  }

  /// Sends pieces for as long as they are taken.
  private func pump(_ context: ChannelHandlerContext) {
    while outgoing?.pump != nil, context.channel.isWritable {
      switch outgoing?.pump?.next(context.channel.allocator) ?? .end {
      case .bytes(let buffer):
        outgoing?.bytes += buffer.readableBytes
        context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
      case .end:
        outgoing?.pump = nil
        return end(context)
      case .broken:
        // The length is promised: only a broken connection (or a reset stream) tells the client that this is not all.
        outgoing?.pump = nil
        return context.close(promise: nil)
      }
    }
  }

  private func sendStream(
    _ feed: @escaping @Sendable (ResponseStream) async throws -> Void, _ context: ChannelHandlerContext
  ) {
    context.flush()
    outgoing?.isStream = true
    clock.streamBegan()
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    let loop = context.eventLoop
    let stream = ResponseStream(eventLoop: loop, handler: bound)
    outgoing?.task = Task {
      let isWhole = (try? await feed(stream)) != nil
      loop.execute { bound.value.streamEnded(isWhole) }
    }
  }

  private func streamEnded(_ isWhole: Bool) {
    guard let context, outgoing?.isStream == true else { return }
    if isWhole { end(context) } else { context.close(promise: nil) }
  }

  /// Writes a piece of a stream; `writer` goes on when the client has room for more.
  func write(_ bytes: [UInt8], _ writer: CheckedContinuation<Void, any Error>) {
    guard let context, outgoing?.isStream == true, outgoing?.writer == nil, context.channel.isActive else {
      return writer.resume(throwing: ResponseStream.Gone())
    }
    outgoing?.bytes += bytes.count
    context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: bytes)))), promise: nil)
    if context.channel.isWritable { writer.resume() } else { outgoing?.writer = writer }
  }

  /// There is room again.
  func continueSending(_ context: ChannelHandlerContext) {
    if let writer = outgoing?.writer {
      outgoing?.writer = nil
      writer.resume()
    }
    pump(context)
  }

  private func end(_ context: ChannelHandlerContext) {
    let isClosing = isClosing
    record(context)
    if outgoing?.isStream == true { clock.streamEnded() } else { clock.requestEnded() }
    let isRefused = isRefused
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    responseEnded(context)
    guard isClosing else { return }
    if isRefused { linger(context) } else { context.close(promise: nil) }
  }

  /// Closes a moment later: bytes that are still coming in would make the system reset the connection, and the answer could
  /// be lost with it.
  private func linger(_ context: ChannelHandlerContext) {
    let channel = context.channel
    channel.eventLoop.scheduleTask(in: .milliseconds(100)) { channel.close(promise: nil) }
  }

  /// The client has gone.
  func abandon() {
    guard let outgoing else { return }
    self.outgoing = nil
    outgoing.task?.cancel()
    outgoing.writer?.resume(throwing: ResponseStream.Gone())
    if outgoing.isStream { clock.streamEnded() } else { clock.requestEnded() }
  }

  private func record(_ context: ChannelHandlerContext) {
    guard let log = application.configuration.log, let outgoing else { return }
    let elapsed = NIODeadline.now() - outgoing.start
    log(
      AccessRecord(
        method: head?.method.rawValue ?? "-", target: head?.uri ?? "-", status: outgoing.status, bytes: outgoing.bytes,
        isHTTP2: isHTTP2, peer: clock.peer, microseconds: elapsed.nanoseconds / 1_000))
  }
}
