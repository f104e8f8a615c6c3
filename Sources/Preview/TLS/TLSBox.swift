internal import NIOConcurrencyHelpers
package import NIOSSL

/// The TLS context of new connections; it can be exchanged while the server runs, when a leaf is issued anew.
package final class TLSBox: Sendable {
  private let current: NIOLockedValueBox<NIOSSLContext>

  package init(_ context: NIOSSLContext) { current = NIOLockedValueBox(context) }

  package var context: NIOSSLContext { current.withLockedValue { $0 } }

  /// Connections that stand keep the old context.
  package func replace(with context: NIOSSLContext) { current.withLockedValue { $0 = context } }
}
