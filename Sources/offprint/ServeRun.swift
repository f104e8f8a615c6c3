internal import Diagnostics
internal import Pressroom
internal import Preview

/// One preview, from options to the last connection.
struct ServeRun {
  var arguments: PressArguments
  var listening: ListeningOptions
  var output: OutputOptions

  func run() async throws {
    let invitation = PhoneInvitation()
    let identity = try ServerIdentity.make(listening: listening, output: output)
    let content = try await ServedContent.make(
      arguments: arguments, listening: listening, output: output, invitation: invitation)
    let server = try await start(identity, content)
    let phone = try await startPhone(identity, server)
    let banner = ServeBanner(
      host: identity.shownHost, port: server.port, phonePort: phone?.port, isOpen: listening.lan,
      wantedPort: listening.port ?? ListeningOptions.standardPort)
    let interruption = Interruption()
    let addresses = addresses(LocalNetwork.addresses())
    invitation.lead(to: banner.phoneAddress(addresses))
    if !output.quiet { output.output.write(banner.text(addresses, isTerminal: output.output.isTerminal)) }
    // Not waited for: where no browser runs yet, this may be the browser itself.
    if listening.open { Task { await Browser.open(banner.address) } }
    let background = Task { await keepLeaf(identity, banner, invitation) }
    await interruption.wait()
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

  /// The addresses of the network on which it listens: all, or the one that `--host` names.
  private func addresses(_ own: [NetworkAddress]) -> [NetworkAddress] {
    guard let host = listening.host.flatMap({ NetworkAddress($0) }), !host.isUnspecified else { return own }
    return host.isLoopback ? [] : [host]
  }

  private func keepLeaf(_ identity: ServerIdentity, _ banner: ServeBanner, _ invitation: PhoneInvitation) async {
    await identity.local?.keeper.run { found in
      guard listening.lan else { return }
      let addresses = addresses(found.filter { !$0.isLoopback })
      invitation.lead(to: banner.phoneAddress(addresses))
      if !output.quiet { output.output.write(banner.text(addresses, isTerminal: output.output.isTerminal)) }
    }
  }
}
