/// Who may ask for what: the defence against pages of other sites (DNS rebinding, requests across origins).
package struct AccessPolicy: Sendable {
  /// Names of this server beside `localhost`, `*.localhost` and addresses, in lower case.
  package var names: Set<String>
  /// Whether `*.local` is answered too (`--lan`).
  package var allowsLocalNames: Bool

  package init(names: Set<String> = [], allowsLocalNames: Bool = false) {
    self.names = names
    self.allowsLocalNames = allowsLocalNames
  }

  /// Whether a `Host` (or `:authority`) is one of ours. A name that anybody could point at this machine is not; an
  /// address in figures is, because no name is involved in it.
  func allows(authority: String) -> Bool {
    guard let host = Self.host(of: authority) else { return false }
    if host == "localhost" || host.hasSuffix(".localhost") || Self.isAddress(host) { return true }
    if allowsLocalNames, host.hasSuffix(".local") { return true }
    return names.contains(host) || names.contains { $0.hasPrefix("*.") && Self.matches(host, wildcard: $0) }
  }

  /// Whether a request may reach a route.
  func allows(_ request: Request, to access: Route.Access) -> Bool {
    switch access {
    case .anyOrigin: return true
    case .sameOrigin:
      if let site = request.field("sec-fetch-site"), site != "same-origin", site != "none" { return false }
      return hasOwnOrigin(request)
    }
  }

  /// Whether a request may reach the site's files: of other sites only a person who follows a link, never a page that loads
  /// them into itself.
  func allowsFile(_ request: Request) -> Bool {
    guard let site = request.field("sec-fetch-site"), site == "cross-site" else { return hasOwnOrigin(request) }
    return request.field("sec-fetch-mode") == "navigate" && request.field("sec-fetch-dest") == "document"
  }

  private func hasOwnOrigin(_ request: Request) -> Bool {
    guard let origin = request.field("origin") else { return true }
    return origin == (request.isEncrypted ? "https://" : "http://") + request.authority
  }

  /// The host of `host[:port]` in lower case, without brackets and without the dot at the end of an absolute name; nil where it is none.
  static func host(of authority: String) -> String? {
    var rest = Substring(authority.lowercased())
    let host: Substring
    if rest.hasPrefix("[") {
      guard let end = rest.firstIndex(of: "]") else { return nil }
      host = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[rest.index(after: end)...]
    } else {
      let end = rest.firstIndex(of: ":") ?? rest.endIndex
      host = rest[..<end]
      rest = rest[end...]
    }
    if !rest.isEmpty {
      let port = rest.dropFirst()
      guard rest.first == ":", !port.isEmpty, port.utf8.count <= 5, port.utf8.allSatisfy(isDigit) else { return nil }
    }
    let bare = host.hasSuffix(".") ? host.dropLast() : host
    let isName =
      !bare.isEmpty
      && bare.utf8.allSatisfy {
        isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "-")
          || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "_")
      }
    return isName ? String(bare) : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  /// Four decimal figures, or an IPv6 address.
  static func isAddress(_ host: String) -> Bool { NetworkAddress(host) != nil }

  private static func matches(_ host: String, wildcard: String) -> Bool {
    let suffix = wildcard.dropFirst()
    return host.hasSuffix(suffix) && !host.dropLast(suffix.count).contains(".") && host.count > suffix.count
  }
}
