internal import NIOSSL
internal import X509

/// The certificates of a file, put in order.
struct CertificateChain {
  /// The server's own certificate first, behind each one that which signed it; strangers are left out.
  let ordered: [Certificate]
  let leaf: Certificate
  /// The file had another order, or strangers in it.
  let isReordered: Bool
  /// The key given belongs to the leaf. True where no key was given.
  let isKeyOfLeaf: Bool

  /// `certificates` is not empty. The leaf is the one that the key belongs to, else one that signed none of the others.
  init(_ certificates: [Certificate], key: NIOSSLPrivateKey?) {
    let own = key.flatMap { key in certificates.first { Self.match($0, key) } }
    let leaf =
      own ?? certificates.first { candidate in
        !certificates.contains { $0 != candidate && Self.signed(candidate, $0) }
      } ?? certificates[0]
    var ordered = [leaf]
    while let last = ordered.last, last.issuer != last.subject,
      let issuer = certificates.first(where: { !ordered.contains($0) && Self.signed($0, last) })
    {
      ordered.append(issuer)
    }
    self.leaf = leaf
    self.ordered = ordered
    isReordered = ordered != certificates
    isKeyOfLeaf = key == nil || own != nil
  }

  /// The name of the authority whose certificate is wanted and not there; nil where the chain ends in a root, its own or one
  /// that the system has.
  func missingIssuer(roots: Set<DistinguishedName>) -> String? {
    guard let last = ordered.last, last.issuer != last.subject, !roots.contains(last.issuer) else { return nil }
    return Self.name(last.issuer)
  }

  /// Whether the chain leads to a root that systems bring with them.
  func isPublic(roots: Set<DistinguishedName>) -> Bool {
    guard let last = ordered.last else { return false }
    return roots.contains(last.issuer)
  }

  /// The common name, or all of it.
  static func name(_ name: DistinguishedName) -> String {
    for part in name {
      for attribute in part where attribute.type == .RDNAttributeType.commonName { return "\(attribute.value)" }
    }
    return "\(name)"
  }

  private static func signed(_ issuer: Certificate, _ certificate: Certificate) -> Bool {
    issuer.subject == certificate.issuer
      && issuer.publicKey.isValidSignature(certificate.signature, for: certificate)
  }

  private static func match(_ certificate: Certificate, _ key: NIOSSLPrivateKey) -> Bool {
    guard let certificate = try? NIOSSLCertificate(certificate) else { return false }
    return (try? ServerTLS.context(chain: [certificate], key: key)) != nil
  }
}
