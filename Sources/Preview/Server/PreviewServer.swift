internal import Glibc
internal import NIOCore
internal import NIOPosix

/// A running server. It listens when `start` returns and serves until `stop`.
package final class PreviewServer: Sendable {
  /// The port it listens on, on every address.
  package let port: Int
  /// The addresses it listens on.
  package let hosts: [String]
  private let group: MultiThreadedEventLoopGroup
  private let listeners: [any Channel]
  private let connections: ConnectionRegister

  private init(
    port: Int, hosts: [String], group: MultiThreadedEventLoopGroup, listeners: [any Channel],
    connections: ConnectionRegister
  ) {
    self.port = port
    self.hosts = hosts
    self.group = group
    self.listeners = listeners
    self.connections = connections
  }

  /// Binds and serves. Routes come before files; `site` nil: routes only.
  package static func start(
    _ configuration: ServerConfiguration, routes: RouteTable = RouteTable(), site: StaticResponder?
  ) async throws(ServerError) -> PreviewServer {
    DescriptorLimit.raise()
    let threads = configuration.threads > 0 ? configuration.threads : min(4, System.coreCount)
    let group = MultiThreadedEventLoopGroup(numberOfThreads: threads)
    let connections = ConnectionRegister(limits: configuration.limits)
    let application = Application(configuration: configuration, routes: routes, site: site)
    do throws(ServerError) {
      let bound = try await PortBinding(configuration: configuration, group: group).bind { channel in
        ConnectionPipeline(application: application, connections: connections).configure(channel)
      }
      return PreviewServer(
        port: bound.port, hosts: bound.hosts, group: group, listeners: bound.listeners, connections: connections)
    } catch {
      try? await group.shutdownGracefully()
      throw error
    }
  }

  /// Takes no more connections, lets responses under way end for `ServerLimits.secondsForFarewell`, then closes.
  package func stop() async {
    for listener in listeners { try? await listener.close() }
    await connections.drain()
    try? await group.shutdownGracefully()
  }

  /// How many connections are open.
  package var connectionCount: Int { connections.count }
}
