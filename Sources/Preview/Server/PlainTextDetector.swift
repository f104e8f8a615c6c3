internal import NIOCore

/// Looks at the first byte of a connection on the TLS port: whoever speaks plain HTTP there is shown the way instead of a
/// broken connection. Takes itself out once it has seen a TLS record.
final class PlainTextDetector: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  /// Bytes of a head that are looked at.
  private static let most = 8 * 1024

  private let access: AccessPolicy
  private var head = ByteBuffer()
  private var isAnswered = false

  init(access: AccessPolicy) { self.access = access }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var buffer = unwrapInboundIn(data)
    guard !isAnswered else { return }
    guard head.readableBytes > 0 || buffer.getInteger(at: buffer.readerIndex, as: UInt8.self) != 0x16 else {
      // 22: a handshake record (RFC 8446, section 5.1).
      context.fireChannelRead(data)
      context.pipeline.syncOperations.removeHandler(self, promise: nil)
      return
    }
    head.writeBuffer(&buffer)
    let bytes = Array(head.readableBytesView.prefix(Self.most))
    guard let first = bytes.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) else {
      return context.close(promise: nil)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.contains("\r\n\r\n") || text.contains("\n\n") || head.readableBytes > Self.most else { return }
    isAnswered = true
    // Past the TLS handler, which is between here and the end of the pipeline: written to the socket as it is.
    context.writeAndFlush(NIOAny(ByteBuffer(bytes: Self.answer(text, access))), promise: nil)
    context.close(promise: nil)
  }

  /// 307 to the same address over https where `Host` is one of ours, else 400 with a hint. Never permanent: the port may
  /// serve something else tomorrow.
  static func answer(_ head: String, _ access: AccessPolicy) -> [UInt8] {
    let lines = head.split(whereSeparator: { $0 == "\r\n" || $0 == "\n" })
    let words = lines.first?.split(separator: " ") ?? []
    let host = lines.dropFirst().first { $0.lowercased().hasPrefix("host:") }
      .map { String($0.dropFirst(5).trimmingWhitespace) }
    let text = "This port speaks HTTPS: use https:// in the address.\n"
    var fields =
      "content-type: text/plain; charset=utf-8\r\ncontent-length: \(text.utf8.count)\r\nconnection: close\r\n"
    guard words.count == 3, let host, access.allows(authority: host),
      let path = try? RequestPath(target: String(words[1]))
    else { return Array("HTTP/1.1 400 Bad Request\r\n\(fields)\r\n\(text)".utf8) }
    fields += "location: https://\(host)\(path.encoded)\(path.query)\r\n"
    return Array("HTTP/1.1 307 Temporary Redirect\r\n\(fields)\r\n\(text)".utf8)
  }
}
