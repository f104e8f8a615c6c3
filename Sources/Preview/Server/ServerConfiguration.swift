/// What a server is asked to do.
package struct ServerConfiguration: Sendable {
  /// Addresses to listen on, as numbers: `127.0.0.1`, `::1`, `0.0.0.0`.
  package var hosts: [String]
  /// 0: any that is free.
  package var port: Int
  /// How many ports above `port` are tried when it is taken.
  package var fallbackPorts: Int
  /// nil: plain HTTP (the onboarding port).
  package var tls: TLSBox?
  package var limits = ServerLimits()
  package var access: AccessPolicy
  /// Gets a record of every answer; nil: no log.
  package var log: (@Sendable (AccessRecord) -> Void)?
  /// Threads that serve; 0: as many as there are cores, at most 4.
  package var threads = 0

  package init(
    hosts: [String] = ["127.0.0.1", "::1"], port: Int, fallbackPorts: Int = 0, tls: TLSBox?,
    access: AccessPolicy = AccessPolicy(),
    log: (@Sendable (AccessRecord) -> Void)? = nil
  ) {
    self.hosts = hosts
    self.port = port
    self.fallbackPorts = fallbackPorts
    self.tls = tls
    self.access = access
    self.log = log
  }
}

/// One answered request, for the access log.
package struct AccessRecord: Sendable {
  package var method: String
  package var target: String
  package var status: Int
  /// Bytes of the body.
  package var bytes: Int
  package var isHTTP2: Bool
  package var peer: String
  package var microseconds: Int64
}
