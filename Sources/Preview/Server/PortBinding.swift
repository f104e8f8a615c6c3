internal import Glibc
internal import NIOCore
internal import NIOPosix

/// Listens on every address at one port, the next one where that is taken.
struct PortBinding {
  let configuration: ServerConfiguration
  let group: MultiThreadedEventLoopGroup

  struct Bound {
    var port: Int
    var hosts: [String]
    var listeners: [any Channel]
  }

  func bind(
    _ initializer: @escaping @Sendable (any Channel) -> EventLoopFuture<Void>
  ) async throws(ServerError) -> Bound {
    var attempt = 0
    while true {
      let port = configuration.port == 0 ? 0 : configuration.port + attempt
      do {
        return try await bind(port, initializer)
      } catch .portTaken(let host, _, _) {
        guard attempt < configuration.fallbackPorts, port < 65_535 else {
          throw .portTaken(host: host, port: configuration.port, tried: attempt + 1)
        }
        attempt += 1
      }
    }
  }

  private func bind(
    _ port: Int, _ initializer: @escaping @Sendable (any Channel) -> EventLoopFuture<Void>
  ) async throws(ServerError) -> Bound {
    var bound = Bound(port: port, hosts: [], listeners: [])
    for host in configuration.hosts {
      do {
        let listener = try await bootstrap(host, initializer).bind(host: host, port: bound.port).get()
        bound.port = listener.localAddress?.port ?? bound.port
        bound.hosts.append(host)
        bound.listeners.append(listener)
      } catch {
        let failure = Self.failure(error, host, bound.port)
        // Machines without IPv6 serve on IPv4 alone.
        if case .noSuchAddress = failure, !bound.listeners.isEmpty || host != configuration.hosts.last { continue }
        for listener in bound.listeners { try? await listener.close() }
        throw failure
      }
    }
    return bound
  }

  private func bootstrap(
    _ host: String, _ initializer: @escaping @Sendable (any Channel) -> EventLoopFuture<Void>
  ) -> ServerBootstrap {
    let bootstrap = ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 1_024)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelOption(.maxMessagesPerRead, value: 4)
      .childChannelInitializer(initializer)
    // `::` would take IPv4 as well, and the second bind would fail.
    return host.contains(":")
      ? bootstrap.serverChannelOption(ChannelOptions.Types.SocketOption(level: .ipv6, name: .ipv6_v6only), value: 1)
      : bootstrap
  }

  private static func failure(_ error: any Error, _ host: String, _ port: Int) -> ServerError {
    guard let error = error as? IOError else { return .system(host: host, port: port, reason: "\(error)") }
    switch error.errnoCode {
    case EADDRINUSE: return .portTaken(host: host, port: port, tried: 1)
    case EACCES: return .portForbidden(port: port)
    case EADDRNOTAVAIL, EAFNOSUPPORT: return .noSuchAddress(host: host)
    case let code: return .system(host: host, port: port, reason: String(cString: strerror(code)))
    }
  }
}
