internal import NIOCore
internal import NIOEmbedded
internal import NIOHTTP1

@testable internal import Preview

/// What must hold of any bytes that a client sends: for the fuzzer, and for the seeds that the tests replay.
///
/// The first byte chooses what the rest is: the target of a request, a range of a file, or a whole message.
package enum MessageProbe {
  /// nil where all is well, else what does not hold.
  package static func fault(_ bytes: [UInt8]) -> String? {
    guard let kind = bytes.first else { return nil }
    let rest = Array(bytes.dropFirst())
    switch kind % 3 {
    case 0: return pathFault(String(decoding: rest, as: UTF8.self))
    case 1: return rangeFault(rest)
    case _: return messageFault(rest)
    }
  }

  private static func pathFault(_ target: String) -> String? {
    guard let path = try? RequestPath(target: target) else { return nil }
    let segments = path.text.split(separator: "/", omittingEmptySubsequences: false)
    for (index, segment) in segments.enumerated() where !path.text.isEmpty {
      if segment.isEmpty || segment == ".." || segment == "." { return "a segment that leads elsewhere: \(path.text)" }
      let isKnown = index == 0 && (segment == ".offprint" || segment == ".well-known")
      if segment.hasPrefix("."), !isKnown { return "a hidden name: \(path.text)" }
      if segment.utf8.contains(where: { $0 < 0x20 || $0 == 0x7f || $0 == UInt8(ascii: "\\") }) {
        return "a byte that no name has: \(path.text)"
      }
    }
    if !path.encoded.hasPrefix("/") || path.encoded.hasPrefix("//") {
      return "a redirect to elsewhere: \(path.encoded)"
    }
    if (path.encoded + path.query).utf8.contains(where: { $0 <= 0x20 }) { return "a redirect with a line end" }
    return nil
  }

  private static func rangeFault(_ bytes: [UInt8]) -> String? {
    let size = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    let field = String(decoding: bytes.dropFirst(4), as: UTF8.self)
    guard case .parts(let parts) = RangeRequest(field: field, size: size) else { return nil }
    if parts.isEmpty || parts.contains(where: { $0.isEmpty || $0.lowerBound < 0 || $0.upperBound > size }) {
      return "a part outside of the file: \(parts) of \(size)"
    }
    return parts.reduce(0) { $0 + $1.count } > size ? "more than the file has" : nil
  }

  /// As a connection reads it: first line, decoder, then check.
  private static func messageFault(_ bytes: [UInt8]) -> String? {
    let limits = ServerLimits()
    var decoderLimits = NIOHTTPDecoderLimitConfiguration()
    decoderLimits.maxHeaderFieldSize = limits.longestField
    decoderLimits.maxHeaderListSize = limits.longestHead
    decoderLimits.maxHeaderFieldCount = limits.mostFields
    let decoder = HTTPRequestDecoder(
      leftOverBytesStrategy: .dropBytes, informationalResponseStrategy: .drop, limitConfiguration: decoderLimits)
    let channel = EmbeddedChannel(
      handlers: [RequestLineEncoder(longest: RequestPath.longest), ByteToMessageHandler(decoder)])
    defer { _ = try? channel.finish() }
    _ = try? channel.writeInbound(ByteBuffer(bytes: bytes))
    while let part = try? channel.readInbound(as: HTTPServerRequestPart.self) {
      guard case .head(let head) = part else { continue }
      guard case .checked(let checked) = HeadCheck.check(head, isHTTP2: false, limits: limits) else { return nil }
      if head.headers["host"].count != 1 { return "not one Host" }
      if head.headers.contains(name: "transfer-encoding") { return "a length that can be read in two ways" }
      if head.headers["content-length"].count > 1 { return "two lengths" }
      if checked.method != .post, checked.length > 0 { return "a body where none is" }
    }
    return nil
  }
}
