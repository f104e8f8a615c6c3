internal import FoundationEssentials

/// Keeps the leaf of a running server right: issues it anew when the machine gets another address in the network, and before
/// it ends. Connections that stand go on; new ones get the new leaf.
package struct LeafKeeper: Sendable {
  let store: AuthorityStore
  let authority: LocalAuthority
  let tls: TLSBox
  let names: [String]
  /// The addresses that the leaf must have, asked for again and again.
  let addresses: @Sendable () -> [NetworkAddress]

  package init(
    store: AuthorityStore, authority: LocalAuthority, tls: TLSBox, names: [String],
    addresses: @escaping @Sendable () -> [NetworkAddress]
  ) {
    self.store = store
    self.authority = authority
    self.tls = tls
    self.names = names
    self.addresses = addresses
  }

  /// Looks every few seconds until the task is cancelled; tells of every new set of addresses. Cheap: one system call a
  /// look while nothing changes.
  package func run(every interval: Duration = .seconds(5), changed: @Sendable ([NetworkAddress]) -> Void) async {
    var known = addresses()
    var renewal = Date().addingTimeInterval(86_400)
    while !Task.isCancelled {
      try? await Task.sleep(for: interval)
      let current = addresses()
      let now = Date()
      guard current != known || now > renewal else { continue }
      guard let leaf = try? store.leaf(of: authority, names: names, addresses: current, now: now),
        let context = try? authority.context(for: leaf)
      else { continue }
      tls.replace(with: context)
      renewal = now.addingTimeInterval(86_400)
      if current != known { changed(current) }
      known = current
    }
  }
}
