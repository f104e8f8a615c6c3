internal import Diagnostics
internal import SwiftASN1
internal import X509

/// A file of certificates in PEM form.
enum CertificateFile {
  /// All certificates in the file, in its order; none, and a diagnostic, where it cannot be used.
  static func read(_ path: String, into diagnostics: inout [Diagnostic]) -> [Certificate] {
    guard let bytes = CredentialFile.bytes(path, into: &diagnostics)?.bytes else { return [] }
    func fail(_ word: String) -> [Certificate] {
      diagnostics.append(Diagnostic(.certificateSyntax, path: path, arguments: [word]))
      return []
    }
    // A sequence with a long length: how every certificate in DER begins.
    if bytes.starts(with: [0x30, 0x82]) { return fail("binary-certificate") }
    let blocks = PEMBlocks.find(in: bytes).filter { $0.label == "CERTIFICATE" || $0.label == "TRUSTED CERTIFICATE" }
    guard !blocks.isEmpty else { return fail("no-certificate") }
    let certificates = blocks.compactMap { try? Certificate(pemEncoded: $0.text) }
    return certificates.count == blocks.count ? certificates : fail("damaged-certificate")
  }
}
