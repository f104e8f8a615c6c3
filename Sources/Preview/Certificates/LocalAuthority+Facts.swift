internal import FoundationEssentials
internal import X509

extension LocalAuthority {
  /// SHA-256 of the root.
  package var fingerprint: String { (try? root.derBytes()).map(CertificateFingerprint.text) ?? "" }

  /// The last moment of the root, UTC.
  package var end: String { HTTPDate.plain(Int64(root.notValidAfter.timeIntervalSince1970)) }

  /// The name of the root, as lists show it.
  package var name: String { CertificateChain.name(root.subject) }
}
