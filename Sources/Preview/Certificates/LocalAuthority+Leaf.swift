internal import Crypto
package import FoundationEssentials
internal import SwiftASN1
package import X509

/// A leaf of the local authority with its key.
package struct Leaf: Sendable {
  package let certificate: Certificate
  let key: P256.Signing.PrivateKey
}

extension LocalAuthority {
  /// Days; phones refuse more than 825 and browsers grow stricter. It is issued anew before it ends.
  static let leafDays = 90
  /// A stored leaf with fewer days left is not used again.
  static let renewalDays = 14

  /// Signs a leaf for names and addresses; those it may not sign for are left out.
  package func issue(names: [String], addresses: [NetworkAddress], now: Date) throws -> Leaf {
    let leafKey = P256.Signing.PrivateKey()
    let subjects =
      names.filter(Self.permits(name:)).map { GeneralName.dnsName($0) }
      + addresses.filter { Self.permits($0) }.map {
        GeneralName.ipAddress(ASN1OctetString(contentBytes: ArraySlice($0.bytes)))
      }
    let certificate = try Certificate(
      version: .v3, serialNumber: .init(), publicKey: .init(leafKey.publicKey),
      notValidBefore: now.addingTimeInterval(-86_400),
      notValidAfter: now.addingTimeInterval(Double(Self.leafDays) * 86_400),
      issuer: intermediate.subject,
      subject: try DistinguishedName {
        OrganizationName("Offprint")
        CommonName("Offprint preview server")
      },
      signatureAlgorithm: .ecdsaWithSHA256,
      extensions: try .init {
        Critical(BasicConstraints.notCertificateAuthority)
        Critical(KeyUsage(digitalSignature: true))
        try ExtendedKeyUsage([.serverAuth])
        SubjectAlternativeNames(subjects)
        SubjectKeyIdentifier(keyIdentifier: Self.identifier(leafKey.publicKey))
        AuthorityKeyIdentifier(keyIdentifier: Self.identifier(key.publicKey))
      },
      issuerPrivateKey: .init(key))
    return Leaf(certificate: certificate, key: leafKey)
  }

  static func permits(name: String) -> Bool {
    permittedNames.contains { name == $0 || name.hasSuffix("." + $0) }
  }
}

extension Leaf {
  /// Whether it says all of these and lives long enough to be used again.
  func covers(names: [String], addresses: [NetworkAddress], now: Date) -> Bool {
    guard certificate.notValidBefore <= now,
      certificate.notValidAfter > now.addingTimeInterval(Double(LocalAuthority.renewalDays) * 86_400)
    else { return false }
    let subjects = CertificateNames(of: certificate)
    return names.filter(LocalAuthority.permits(name:)).allSatisfy { subjects.names.contains($0) }
      && addresses.filter { LocalAuthority.permits($0) }.allSatisfy { subjects.addresses.contains($0) }
  }
}
