internal import NIOCore

/// Percent-encodes bytes above ASCII in the first request line of a connection, as curl sends them when it is given
/// `https://localhost:4443/文章/` over HTTP/1.1: the decoder below accepts none. Takes itself out after that line.
///
/// Only the first line: it stands where the connection begins, so that its end cannot be mistaken. Clients that send such
/// bytes ask one thing a connection.
final class RequestLineEncoder: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  private let longest: Int
  private var held: ByteBuffer?

  /// - Parameter longest: bytes of a line that are waited for; the decoder refuses what is longer.
  init(longest: Int) { self.longest = longest }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var buffer = unwrapInboundIn(data)
    if var former = held {
      former.writeBuffer(&buffer)
      buffer = former
    }
    let view = buffer.readableBytesView
    let end = view.firstIndex(of: UInt8(ascii: "\n"))
    guard end != nil || view.count > longest else {
      held = buffer
      return
    }
    held = nil
    context.fireChannelRead(wrapInboundOut(Self.encoded(buffer, lineEnd: end)))
    context.pipeline.syncOperations.removeHandler(self, promise: nil)
  }

  private static func encoded(_ buffer: ByteBuffer, lineEnd: Int?) -> ByteBuffer {
    let view = buffer.readableBytesView
    guard let lineEnd, view[..<lineEnd].contains(where: { $0 >= 0x80 }) else { return buffer }
    let digits = Array("0123456789ABCDEF".utf8)
    var result = ByteBuffer()
    for byte in view[..<lineEnd] {
      if byte < 0x80 {
        result.writeInteger(byte)
      } else {
        result.writeBytes([UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      }
    }
    result.writeBytes(view[lineEnd...])
    return result
  }
}
