internal import Diagnostics

extension CertificateDoctor {
  /// Which of the files is the certificate and which the key: told by what is in them, so that nobody must remember an order.
  package static func sort(_ files: [String]) -> (certificate: String, key: String?) {
    guard files.count > 1 else { return (files[0], nil) }
    var ignored: [Diagnostic] = []
    let first = CredentialFile.bytes(files[0], into: &ignored)?.bytes ?? []
    let isKey =
      PEMBlocks.find(in: first).contains { $0.label.hasSuffix("PRIVATE KEY") }
      && !PEMBlocks.find(in: first).contains { $0.label == "CERTIFICATE" }
    return isKey ? (files[1], files[0]) : (files[0], files[1])
  }
}

extension CertificateDoctor.Report {
  /// Whether a browser would refuse it.
  package var isRefused: Bool {
    let refused: [Diagnostic.Code] = [
      .certificateExpired, .certificateNotYetValid, .certificateWithoutNames, .certificateWrongName, .chainIncomplete,
    ]
    return hasErrors || diagnostics.contains { refused.contains($0.code) }
  }
}
