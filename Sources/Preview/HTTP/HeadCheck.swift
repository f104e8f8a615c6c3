internal import NIOHTTP1

/// What is refused of a head before anything looks at its meaning.
///
/// The decoder below is strict about bytes; this is strict about what the bytes add up to. Above all, a message whose
/// length could be read in two ways is never read at all (RFC 9112, sections 6.3 and 11.2).
enum HeadCheck {
  struct Checked {
    var method: Method
    var target: String
    var authority: String
    /// Bytes of the body that is to come.
    var length: Int
    /// `authority` was found to be one of this server's before.
    var isKnownHost: Bool
  }

  enum Outcome {
    case checked(Checked)
    /// Answered with this, and the connection is closed: what comes behind cannot be told apart from a body.
    case refused(Response)
  }

  /// - Parameter knownHost: in lower case; it is not looked at again.
  static func check(
    _ head: HTTPRequestHead, isHTTP2: Bool, limits: ServerLimits, knownHost: String? = nil
  ) -> Outcome {
    guard isHTTP2 || head.version == .http1_1 || head.version == .http1_0 else {
      return refused(505, "This server speaks HTTP/1.1 and HTTP/2.")
    }
    guard head.headers.count <= limits.mostFields else { return refused(431, "Too many fields.") }
    guard let length = length(head.headers, isHTTP2: isHTTP2) else {
      return refused(400, "The length of the message is not clear.")
    }
    if head.headers.contains(name: "transfer-encoding") { return refused(411, "Send a Content-Length.") }
    if head.headers.contains(name: "expect") { return refused(417, "Send the body without waiting.") }
    guard length <= limits.longestBody else { return refused(413, "Too long.") }
    guard let method = Method(rawValue: head.method.rawValue) else {
      let allowed = [("allow", "GET, HEAD, OPTIONS")]
      return known.contains(head.method.rawValue)
        ? .refused(
          .text(405, "This address answers GET, HEAD and OPTIONS.", fields: allowed.map { (name: $0.0, value: $0.1) }))
        : refused(501, "No such method.")
    }
    guard method == .post || length == 0 else { return refused(400, "This method has no body.") }
    let hosts = head.headers["host"]
    guard hosts.count == 1 else { return refused(400, "One Host is needed.") }
    let isKnown = hosts[0] == knownHost
    guard isKnown || AccessPolicy.host(of: hosts[0]) != nil else { return refused(400, "One Host is needed.") }
    guard let target = originForm(head.uri, host: hosts[0]) else { return refused(400, "The address cannot be read.") }
    return .checked(
      Checked(
        method: method, target: target, authority: isKnown ? hosts[0] : hosts[0].lowercased(), length: length,
        isKnownHost: isKnown))
  }

  private static let known: Set<String> = ["PUT", "DELETE", "PATCH", "TRACE", "CONNECT"]

  private static func refused(_ status: Int, _ text: String) -> Outcome { .refused(.text(status, text)) }

  /// The length of the body; nil where there is more than one opinion about it.
  private static func length(_ fields: HTTPHeaders, isHTTP2: Bool) -> Int? {
    let lengths = fields["content-length"]
    let encodings = fields["transfer-encoding"]
    if !encodings.isEmpty {
      guard lengths.isEmpty, encodings.count == 1, encodings[0].lowercased() == "chunked", !isHTTP2 else { return nil }
      return 0
    }
    guard let text = lengths.first else { return 0 }
    guard lengths.count == 1, !text.isEmpty, text.utf8.count < 19,
      text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return Int(text)
  }

  /// The path and query of a target. The absolute form (RFC 9112, section 3.2.2) must name the same host as `Host` does.
  private static func originForm(_ target: String, host: String) -> String? {
    if target.hasPrefix("/") || target == "*" { return target }
    for scheme in ["https://", "http://"] where target.lowercased().hasPrefix(scheme) {
      let rest = target.dropFirst(scheme.count)
      let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
      guard rest[..<end].lowercased() == host.lowercased() else { return nil }
      return rest[end...].hasPrefix("/") ? String(rest[end...]) : "/" + rest[end...]
    }
    return nil
  }
}
