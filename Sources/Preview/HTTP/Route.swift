/// A path of the server's own and what answers there.
package struct Route: Sendable {
  /// Who may ask.
  package enum Access: Sendable {
    /// Pages of this very origin, and people who type the address (`Sec-Fetch-Site: same-origin` or `none`).
    case sameOrigin
    /// Any page: for what other origins must reach, such as the proof that a certificate is trusted.
    case anyOrigin
  }

  /// The decoded path below the root without a leading slash: `.offprint/events`. With `isPrefix` also all below it.
  package let path: String
  package let isPrefix: Bool
  package let methods: Set<Method>
  package let access: Access
  package let respond: @Sendable (Request) async -> Response

  package init(
    _ path: String, isPrefix: Bool = false, methods: Set<Method> = [.get], access: Access = .sameOrigin,
    respond: @escaping @Sendable (Request) async -> Response
  ) {
    self.path = path
    self.isPrefix = isPrefix
    self.methods = methods.contains(.get) ? methods.union([.head, .options]) : methods.union([.options])
    self.access = access
    self.respond = respond
  }
}

/// The routes of a server; the longest path that fits wins.
package struct RouteTable: Sendable {
  private let routes: [Route]

  package init(_ routes: [Route] = []) {
    self.routes = routes.sorted { $0.path.utf8.count > $1.path.utf8.count }
  }

  func route(for path: RequestPath) -> Route? {
    routes.first { route in
      path.text == route.path || (route.isPrefix && path.text.hasPrefix(route.path + "/"))
    }
  }
}
