/// What a server answers with, shared by all of its connections.
final class Application: Sendable {
  let configuration: ServerConfiguration
  let routes: RouteTable
  let site: StaticResponder?

  var limits: ServerLimits { configuration.limits }

  init(configuration: ServerConfiguration, routes: RouteTable, site: StaticResponder?) {
    self.configuration = configuration
    self.routes = routes
    self.site = site
  }

  enum Answer {
    case now(Response)
    case later(@Sendable (Request) async -> Response)
  }

  /// Who answers a request: a route, the files, or a refusal.
  func answer(_ request: Request) -> Answer {
    if let route = routes.route(for: request.path) {
      guard configuration.access.allows(request, to: route.access) else { return .now(Self.foreign) }
      let allowed = route.methods.map(\.rawValue).sorted().joined(separator: ", ")
      guard route.methods.contains(request.method) else {
        return .now(.text(405, "This address answers \(allowed).", fields: [("allow", allowed)]))
      }
      if request.method == .options { return .now(Response(status: 204, fields: [("allow", allowed)])) }
      return .later(route.respond)
    }
    guard let site, !request.path.isReserved else { return .now(.text(404, "Not found.")) }
    guard configuration.access.allowsFile(request) else { return .now(Self.foreign) }
    return .now(site.respond(to: request))
  }

  private static var foreign: Response {
    .text(403, "Pages of other sites may not ask for this.")
  }
}
