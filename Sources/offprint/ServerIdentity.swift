internal import Diagnostics
internal import FoundationEssentials
internal import Preview

/// Under which names a server answers, where it listens, and the certificate it shows.
struct ServerIdentity {
  var tls: TLSBox
  /// Addresses to listen on.
  var hosts: [String]
  var access: AccessPolicy
  /// The host of the address that is shown.
  var shownHost: String
  /// Set where the local authority vouches.
  var local: Local?

  /// What a preview under the local authority has besides.
  struct Local {
    var authority: LocalAuthority
    var keeper: LeafKeeper
  }

  /// Throws the status to leave with; what is wrong is printed already.
  static func make(listening: ListeningOptions, output: OutputOptions) throws -> ServerIdentity {
    if let certificate = listening.certificate, let key = listening.key {
      return try own(certificate: certificate, key: key, listening, output)
    }
    return try local(listening, output)
  }

  /// The author's own certificate, looked over first.
  private static func own(
    certificate: String, key: String, _ listening: ListeningOptions, _ output: OutputOptions
  ) throws -> ServerIdentity {
    let doctor = CertificateDoctor(host: listening.host, now: Date(), passPhrase: PassPhrase.find)
    let report = doctor.examine(certificate: certificate, key: key)
    var reporter = Reporter(output)
    reporter.print(report.diagnostics)
    guard !report.hasErrors, let privateKey = report.key else { throw ExitStatus.machine }
    let shown = listening.host ?? report.names.names.first { !$0.hasPrefix("*") } ?? "localhost"
    return ServerIdentity(
      tls: TLSBox(try ServerTLS.context(chain: report.chain, key: privateKey)), hosts: hosts(listening),
      access: AccessPolicy(
        names: Set(report.names.names).union(listening.host.map { [$0.lowercased()] } ?? []),
        allowsLocalNames: listening.lan),
      shownHost: shown)
  }

  private static func local(_ listening: ListeningOptions, _ output: OutputOptions) throws -> ServerIdentity {
    do {
      let store = try LocalCertificates.store()
      let authority = try store.loadOrCreate(label: LocalCertificates.label, now: Date())
      let isOpen = listening.lan
      let own = listening.host.flatMap { NetworkAddress($0) }
      let addresses: @Sendable () -> [NetworkAddress] = {
        let loopback = ["127.0.0.1", "::1"].compactMap { NetworkAddress($0) } + (own.map { [$0] } ?? [])
        return loopback + (isOpen ? LocalNetwork.addresses() : [])
      }
      let host = listening.host?.lowercased()
      let names =
        ["localhost", "*.localhost"] + (isOpen ? [LocalNetwork.name()].compactMap { $0 } : [])
        + (own == nil ? [host].compactMap { $0 } : [])
      let leaf = try store.leaf(of: authority, names: names, addresses: addresses(), now: Date())
      let tls = TLSBox(try authority.context(for: leaf))
      return ServerIdentity(
        tls: tls, hosts: hosts(listening),
        access: AccessPolicy(names: Set([host].compactMap { $0 }), allowsLocalNames: isOpen),
        shownHost: host ?? "localhost",
        local: Local(
          authority: authority,
          keeper: LeafKeeper(store: store, authority: authority, tls: tls, names: names, addresses: addresses)))
    } catch let error as StateError {
      var reporter = Reporter(output)
      throw reporter.stop(error.pressError)
    }
  }

  /// Loopback, every address under `--lan`, or the one address that `--host` names.
  private static func hosts(_ listening: ListeningOptions) -> [String] {
    if let host = listening.host, NetworkAddress(host) != nil { return [host] }
    return listening.lan ? ["0.0.0.0", "::"] : ["127.0.0.1", "::1"]
  }
}
