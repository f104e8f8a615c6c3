package import NIOSSL

/// The one way in which this server speaks TLS.
///
/// After Mozilla's "intermediate" profile without its DHE suites: TLS 1.2 and 1.3, forward secrecy and AEAD only.
package enum ServerTLS {
  /// BoringSSL chooses the suites of TLS 1.3 itself; these are those of TLS 1.2.
  private static let suites: [NIOTLSCipher] = [
    .TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, .TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
    .TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, .TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
    .TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, .TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
  ]

  /// A context for a chain, leaf first, and its key. Throws NIOSSL's error where they do not belong together.
  package static func context(chain: [NIOSSLCertificate], key: NIOSSLPrivateKey) throws -> NIOSSLContext {
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
    configuration.minimumTLSVersion = .tlsv12
    configuration.cipherSuiteValues = suites
    configuration.curves = [.x25519_MLKEM768, .x25519, .secp256r1, .secp384r1]
    configuration.applicationProtocols = ["h2", "http/1.1"]
    configuration.renegotiationSupport = .none
    configuration.certificateVerification = .none
    return try NIOSSLContext(configuration: configuration)
  }
}
