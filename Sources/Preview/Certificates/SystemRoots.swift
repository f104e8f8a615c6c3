internal import SwiftASN1
internal import X509

/// The roots that this system brings with it.
enum SystemRoots {
  private static let files = [
    "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem",
  ]

  /// Their names; empty where the system has no such file. Read once, when first asked for.
  static let subjects: Set<DistinguishedName> = {
    for path in files {
      guard let file = FolderSite(path: "/")?.look(up: String(path.dropFirst())), case .file(let open) = file,
        let bytes = open.contents()
      else { continue }
      return Set(PEMBlocks.find(in: bytes).compactMap { try? Certificate(pemEncoded: $0.text).subject })
    }
    return []
  }()
}
