internal import NIOHTTP1

/// One request, whole: what came in over HTTP/1.1 or HTTP/2, checked and decoded.
package struct Request: Sendable {
  package let method: Method
  package let path: RequestPath
  /// The host and port that the client asked for, as written: `localhost:4443`.
  package let authority: String
  /// The address at the other end, without its port.
  package let peer: String
  /// False on the onboarding port, which is plain HTTP.
  package let isEncrypted: Bool
  /// At most `ServerLimits.longestBody` bytes; empty but for POST.
  package let body: [UInt8]
  let fields: HTTPHeaders

  /// The first value of a field, nil where there is none; names in any case.
  package func field(_ name: String) -> String? { fields.first(name: name) }
}
