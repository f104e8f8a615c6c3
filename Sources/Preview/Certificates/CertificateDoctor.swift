package import Diagnostics
package import FoundationEssentials
package import NIOSSL
internal import X509

/// Finds out what is wrong with a certificate and its key before a browser does.
package struct CertificateDoctor: Sendable {
  /// The host under which the server will be asked; nil: whatever the certificate names first.
  package var host: String?
  /// The port it will be asked on; nil: none is known.
  package var port: Int?
  /// Whether WeChat's conditions are told as well.
  package var checksWeChat: Bool
  package var now: Date
  /// Gives the pass phrase of a key file; nil where there is none. Asked only when a key is encrypted.
  package var passPhrase: @Sendable (_ file: String) -> String?

  package init(
    host: String? = nil, port: Int? = nil, checksWeChat: Bool = false, now: Date,
    passPhrase: @escaping @Sendable (String) -> String?
  ) {
    self.host = host
    self.port = port
    self.checksWeChat = checksWeChat
    self.now = now
    self.passPhrase = passPhrase
  }

  /// What came of an examination.
  package struct Report: Sendable {
    package var diagnostics: [Diagnostic] = []
    /// The chain in the right order, leaf first; empty where there is no usable one.
    package var chain: [NIOSSLCertificate] = []
    package var key: NIOSSLPrivateKey?
    /// What the leaf stands for.
    package var names = CertificateNames()

    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
  }

  /// Looks at a chain, and at its key where there is one.
  package func examine(certificate path: String, key keyPath: String?) -> Report {
    var report = Report()
    let key = keyPath.map { KeyFile.read($0, passPhrase: passPhrase, into: &report.diagnostics) } ?? nil
    report.key = key
    let certificates = CertificateFile.read(path, into: &report.diagnostics)
    guard !certificates.isEmpty else { return report }
    let chain = CertificateChain(certificates, key: key)
    report.names = CertificateNames(of: chain.leaf)
    report.chain = chain.ordered.compactMap { try? NIOSSLCertificate($0) }
    if chain.isReordered { report.diagnostics.append(Diagnostic(.chainOutOfOrder, path: path)) }
    if let keyPath, key != nil, !chain.isKeyOfLeaf {
      report.diagnostics.append(Diagnostic(.keyMismatch, path: keyPath, arguments: [path]))
    }
    report.diagnostics += ageDiagnostics(chain.leaf, path)
    report.diagnostics += nameDiagnostics(report.names, path)
    let missing = chain.missingIssuer(roots: SystemRoots.subjects)
    if let missing { report.diagnostics.append(Diagnostic(.chainIncomplete, path: path, arguments: [missing])) }
    if checksWeChat {
      let isUsable = !report.diagnostics.contains {
        [.certificateExpired, .certificateNotYetValid, .certificateWithoutNames, .certificateWrongName].contains(
          $0.code)
      }
      report.diagnostics += WeChatConditions(
        host: host ?? report.names.names.first { !$0.hasPrefix("*") } ?? report.names.names.first, port: port,
        isPublic: chain.isPublic(roots: SystemRoots.subjects), isComplete: missing == nil, isUsable: isUsable,
        issuer: CertificateChain.name(chain.ordered.last?.issuer ?? chain.leaf.issuer)
      ).diagnostics(path: path)
    }
    return report
  }

  private func ageDiagnostics(_ leaf: Certificate, _ path: String) -> [Diagnostic] {
    func moment(_ date: Date) -> [String] { [HTTPDate.plain(Int64(date.timeIntervalSince1970))] }
    if leaf.notValidAfter < now {
      return [Diagnostic(.certificateExpired, path: path, arguments: moment(leaf.notValidAfter))]
    }
    if leaf.notValidBefore > now {
      return [Diagnostic(.certificateNotYetValid, path: path, arguments: moment(leaf.notValidBefore))]
    }
    return []
  }

  private func nameDiagnostics(_ names: CertificateNames, _ path: String) -> [Diagnostic] {
    if names.isEmpty { return [Diagnostic(.certificateWithoutNames, path: path)] }
    guard let host, !names.cover(host) else { return [] }
    return [Diagnostic(.certificateWrongName, path: path, arguments: [host, names.text])]
  }
}

extension NIOSSLCertificate {
  /// The same certificate for the TLS library.
  convenience init(_ certificate: Certificate) throws {
    try self.init(bytes: try certificate.derBytes(), format: .der)
  }
}
