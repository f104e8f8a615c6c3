internal import SwiftASN1
internal import X509

/// For which names and addresses a certificate stands: its subject alternative names alone, as browsers see it.
package struct CertificateNames: Sendable {
  package var names: [String] = []
  package var addresses: [NetworkAddress] = []

  package init() {}

  init(of certificate: Certificate) {
    guard let subjects = try? certificate.extensions.subjectAlternativeNames else { return }
    for subject in subjects {
      if case .dnsName(let name) = subject { names.append(name.lowercased()) }
      if case .ipAddress(let bytes) = subject, let address = NetworkAddress(bytes: Array(bytes.bytes)) {
        addresses.append(address)
      }
    }
  }

  /// For a message.
  package var text: String { (names + addresses.map(\.text)).joined(separator: ", ") }

  package var isEmpty: Bool { names.isEmpty && addresses.isEmpty }

  /// Whether it stands for a host; `*.` stands for exactly one label (RFC 6125).
  package func cover(_ host: String) -> Bool {
    if let address = NetworkAddress(host) { return addresses.contains(address) }
    let host = host.lowercased()
    return names.contains { name in
      if name == host { return true }
      guard name.hasPrefix("*."), let dot = host.firstIndex(of: ".") else { return false }
      return host[dot...] == name.dropFirst(1)
    }
  }
}
