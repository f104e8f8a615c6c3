internal import Diagnostics
internal import Pressroom
internal import Preview

/// One preview, from options to the last connection.
struct ServeRun {
  var arguments: PressArguments
  var listening: ListeningOptions
  var output: OutputOptions

  func run() async throws {
    let identity = try ServerIdentity.make(listening: listening, output: output)
    let content = try await ServedContent.make(arguments: arguments, listening: listening, output: output)
    let server = try await start(identity, content)
    let phone = try await startPhone(identity, server)
    let banner = ServeBanner(
      host: identity.shownHost, port: server.port, phonePort: phone?.port, isOpen: listening.lan,
      wantedPort: listening.port ?? ListeningOptions.standardPort)
    if !output.quiet {
      output.output.write(banner.text(LocalNetwork.addresses(), isTerminal: output.output.isTerminal))
    }
    if listening.open { await Browser.open(banner.address) }
    let background = Task { await keepLeaf(identity, banner) }
    await Interruption.wait()
    background.cancel()
    if !output.quiet { output.output.write(words("Stopping.", "正在停止。") + "\n") }
    await phone?.stop()
    await server.stop()
    await content.stop()
  }

  private func start(_ identity: ServerIdentity, _ content: ServedContent) async throws -> PreviewServer {
    let log = AccessLog(console: output.output, isQuiet: output.quiet)
    var configuration = ServerConfiguration(
      hosts: identity.hosts, port: listening.port ?? ListeningOptions.standardPort,
      fallbackPorts: listening.port == nil ? 20 : 0, tls: identity.tls, access: identity.access)
    if !output.quiet { configuration.log = { log.write($0) } }
    return try await start(configuration, RouteTable(content.routes + [OnboardingPages.proof]), content.site)
  }

  /// The second port, for phones that do not trust the authority yet.
  private func startPhone(_ identity: ServerIdentity, _ server: PreviewServer) async throws -> PreviewServer? {
    guard listening.lan, let local = identity.local else { return nil }
    let configuration = ServerConfiguration(
      hosts: identity.hosts, port: min(server.port + 1, 65_535), fallbackPorts: 20, tls: nil, access: identity.access)
    return try await start(configuration, OnboardingPages.routes(root: local.authority.root, port: server.port), nil)
  }

  private func start(
    _ configuration: ServerConfiguration, _ routes: RouteTable, _ site: StaticResponder?
  ) async throws -> PreviewServer {
    do {
      return try await PreviewServer.start(configuration, routes: routes, site: site)
    } catch {
      var reporter = Reporter(output)
      throw reporter.stop(PressError(error.diagnostic))
    }
  }

  private func keepLeaf(_ identity: ServerIdentity, _ banner: ServeBanner) async {
    await identity.local?.keeper.run { addresses in
      guard !output.quiet, listening.lan else { return }
      output.output.write(banner.text(addresses.filter { !$0.isLoopback }, isTerminal: output.output.isTerminal))
    }
  }
}
