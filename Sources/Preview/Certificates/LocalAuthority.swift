internal import Crypto
package import FoundationEssentials
internal import SwiftASN1
package import X509

/// The authority that vouches for previews on this machine, and can vouch for nothing else.
///
/// A root is made, signs one intermediate and its key is thrown away at once: nobody can ever sign with it again. The
/// intermediate may sign only for `localhost`, `*.localhost`, `*.local`, loopback and private addresses (name constraints,
/// RFC 5280, section 4.2.1.10, critical): who steals its key cannot pass for a bank.
package struct LocalAuthority: Sendable {
  /// What users trust.
  package let root: Certificate
  package let intermediate: Certificate
  let key: P256.Signing.PrivateKey

  /// Root and intermediate live as long as each other.
  static let years = 10

  /// Names that a leaf may have, all below included.
  static let permittedNames = ["localhost", "local"]

  /// Loopback, RFC 1918, link-local and unique local addresses: an address and its mask each.
  static let permittedRanges: [(address: String, bits: Int)] = [
    ("127.0.0.0", 8), ("10.0.0.0", 8), ("172.16.0.0", 12), ("192.168.0.0", 16), ("169.254.0.0", 16),
    ("::1", 128), ("fc00::", 7), ("fe80::", 10),
  ]

  /// Makes a new one. `label` tells it from those of other machines in a list of authorities.
  package static func create(label: String, now: Date) throws -> LocalAuthority {
    let rootKey = P256.Signing.PrivateKey()
    let rootName = try DistinguishedName {
      OrganizationName("Offprint")
      CommonName("Offprint preview root (\(label))")
    }
    let end = now.addingTimeInterval(Double(years) * 365.25 * 86_400)
    // Clocks of phones are often a little behind.
    let begin = now.addingTimeInterval(-86_400)
    let root = try Certificate(
      version: .v3, serialNumber: .init(), publicKey: .init(rootKey.publicKey), notValidBefore: begin,
      notValidAfter: end,
      issuer: rootName, subject: rootName, signatureAlgorithm: .ecdsaWithSHA256,
      extensions: try .init {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 1))
        Critical(KeyUsage(keyCertSign: true))
        SubjectKeyIdentifier(keyIdentifier: identifier(rootKey.publicKey))
      },
      issuerPrivateKey: .init(rootKey))
    let key = P256.Signing.PrivateKey()
    let intermediate = try Certificate(
      version: .v3, serialNumber: .init(), publicKey: .init(key.publicKey), notValidBefore: begin, notValidAfter: end,
      issuer: rootName,
      subject: try DistinguishedName {
        OrganizationName("Offprint")
        CommonName("Offprint preview (\(label))")
      },
      signatureAlgorithm: .ecdsaWithSHA256,
      extensions: try .init {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
        Critical(KeyUsage(keyCertSign: true))
        try ExtendedKeyUsage([.serverAuth])
        Critical(
          NameConstraints(
            permittedDNSDomains: permittedNames, permittedIPRanges: permittedRanges.map { range($0.address, $0.bits) }))
        SubjectKeyIdentifier(keyIdentifier: identifier(key.publicKey))
        AuthorityKeyIdentifier(keyIdentifier: identifier(rootKey.publicKey))
      },
      issuerPrivateKey: .init(rootKey))
    // Here `rootKey` ends: it was never written anywhere.
    return LocalAuthority(root: root, intermediate: intermediate, key: key)
  }

  /// Whether it may sign for an address.
  static func permits(_ address: NetworkAddress) -> Bool {
    permittedRanges.contains { range in
      guard let base = NetworkAddress(range.address), base.bytes.count == address.bytes.count else { return false }
      return zip(zip(base.bytes, address.bytes), mask(range.bits, count: base.bytes.count))
        .allSatisfy { pair, mask in pair.0 & mask == pair.1 & mask }
    }
  }

  static func identifier(_ key: P256.Signing.PublicKey) -> ArraySlice<UInt8> {
    ArraySlice(Insecure.SHA1.hash(data: key.x963Representation))
  }

  private static func range(_ address: String, _ bits: Int) -> ASN1OctetString {
    let bytes = NetworkAddress(address)?.bytes ?? []
    return ASN1OctetString(contentBytes: ArraySlice(bytes + mask(bits, count: bytes.count)))
  }

  private static func mask(_ bits: Int, count: Int) -> [UInt8] {
    (0..<count).map { index in
      let rest = min(8, max(0, bits - index * 8))
      return rest == 0 ? 0 : 0xff << UInt8(8 - rest)
    }
  }
}
