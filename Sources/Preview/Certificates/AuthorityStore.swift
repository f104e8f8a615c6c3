internal import Crypto
package import FoundationEssentials
package import NIOSSL
internal import SwiftASN1
internal import X509

/// Keeps the local authority and the leaf of the last run in the state folder.
package struct AuthorityStore: Sendable {
  package let folder: StateFolder

  package init(folder: StateFolder) { self.folder = folder }

  static let rootName = "authority.crt"
  static let intermediateName = "intermediate.crt"
  static let keyName = "intermediate.key"
  static let leafName = "leaf.crt"
  static let leafKeyName = "leaf.key"

  /// Where the certificate lies that users trust.
  package var rootPath: String { folder.file(Self.rootName) }

  /// The authority as it is kept; nil where there is none, or none that is whole and in force.
  package func load(now: Date) -> LocalAuthority? {
    guard let root = certificate(Self.rootName), let intermediate = certificate(Self.intermediateName),
      let text = folder.read(Self.keyName), let key = try? P256.Signing.PrivateKey(pemRepresentation: text),
      intermediate.publicKey == Certificate.PublicKey(key.publicKey),
      root.publicKey.isValidSignature(intermediate.signature, for: intermediate), intermediate.notValidAfter > now
    else { return nil }
    return LocalAuthority(root: root, intermediate: intermediate, key: key)
  }

  /// The kept authority, or a new one.
  package func loadOrCreate(label: String, now: Date) throws -> LocalAuthority {
    if let authority = load(now: now) { return authority }
    let authority = try LocalAuthority.create(label: label, now: now)
    // The key last: without it there is no authority, and a run that is cut short begins anew.
    try folder.write(Self.rootName, try authority.root.serializeAsPEM().pemString + "\n", isSecret: false)
    try folder.write(
      Self.intermediateName, try authority.intermediate.serializeAsPEM().pemString + "\n", isSecret: false)
    try folder.write(Self.keyName, authority.key.pemRepresentation + "\n", isSecret: true)
    return authority
  }

  /// The leaf of the last run where it still says all that is wanted, or a new one.
  package func leaf(
    of authority: LocalAuthority, names: [String], addresses: [NetworkAddress], now: Date
  ) throws -> Leaf {
    if let certificate = certificate(Self.leafName), let text = folder.read(Self.leafKeyName),
      let key = try? P256.Signing.PrivateKey(pemRepresentation: text),
      certificate.publicKey == Certificate.PublicKey(key.publicKey),
      authority.intermediate.publicKey.isValidSignature(certificate.signature, for: certificate)
    {
      let leaf = Leaf(certificate: certificate, key: key)
      if leaf.covers(names: names, addresses: addresses, now: now) { return leaf }
    }
    let leaf = try authority.issue(names: names, addresses: addresses, now: now)
    try folder.write(Self.leafKeyName, leaf.key.pemRepresentation + "\n", isSecret: true)
    try folder.write(Self.leafName, try leaf.certificate.serializeAsPEM().pemString + "\n", isSecret: false)
    return leaf
  }

  private func certificate(_ name: String) -> Certificate? {
    folder.read(name).flatMap { try? Certificate(pemEncoded: $0) }
  }
}

extension LocalAuthority {
  /// A context that presents a leaf with the intermediate behind it.
  package func context(for leaf: Leaf) throws -> NIOSSLContext {
    let chain = try [leaf.certificate, intermediate].map { certificate in
      var serializer = DER.Serializer()
      try serializer.serialize(certificate)
      return try NIOSSLCertificate(bytes: serializer.serializedBytes, format: .der)
    }
    let key = try NIOSSLPrivateKey(bytes: Array(leaf.key.derRepresentation), format: .der)
    return try ServerTLS.context(chain: chain, key: key)
  }
}

extension AuthorityStore {
  /// Where the key lies that signs leaves.
  package var keyPath: String { folder.file(Self.keyName) }

  /// Deletes everything that is kept.
  package func remove() {
    for name in [Self.keyName, Self.leafKeyName, Self.leafName, Self.intermediateName, Self.rootName] {
      folder.remove(name)
    }
  }
}
