internal import Crypto

/// How people compare certificates.
package enum CertificateFingerprint {
  /// SHA-256 of the DER form: `AB:CD:…`.
  static func text(_ der: [UInt8]) -> String {
    SHA256.hash(data: der).map { byte in
      let text = String(byte, radix: 16, uppercase: true)
      return byte < 16 ? "0" + text : text
    }.joined(separator: ":")
  }
}
