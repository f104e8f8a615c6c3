internal import Crypto
internal import FoundationEssentials

/// The configuration profile by which iOS takes a root certificate
/// (Apple, "Configuration Profile Reference", `com.apple.security.root`).
struct MobileConfiguration {
  let certificate: [UInt8]

  /// The profile as a property list. Every value is ours or base64: nothing needs escaping.
  var bytes: [UInt8] {
    let profile = identifier("profile")
    let payload = identifier("root")
    return Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
      <plist version="1.0"><dict>
      <key>PayloadContent</key><array><dict>
      <key>PayloadCertificateFileName</key><string>offprint.crt</string>
      <key>PayloadContent</key><data>\(Data(certificate).base64EncodedString())</data>
      <key>PayloadDisplayName</key><string>Offprint preview root</string>
      <key>PayloadIdentifier</key><string>offprint.preview.root.\(payload)</string>
      <key>PayloadType</key><string>com.apple.security.root</string>
      <key>PayloadUUID</key><string>\(payload)</string>
      <key>PayloadVersion</key><integer>1</integer>
      </dict></array>
      <key>PayloadDisplayName</key><string>Offprint preview</string>
      <key>PayloadDescription</key><string>Trusts previews of one computer: local names and private addresses only.</string>
      <key>PayloadIdentifier</key><string>offprint.preview.\(profile)</string>
      <key>PayloadRemovalDisallowed</key><false/>
      <key>PayloadType</key><string>Configuration</string>
      <key>PayloadUUID</key><string>\(profile)</string>
      <key>PayloadVersion</key><integer>1</integer>
      </dict></plist>

      """.utf8)
  }

  /// The same for the same certificate, so that installing it twice leaves one.
  private func identifier(_ purpose: String) -> String {
    let digest = SHA256.hash(data: certificate + Array(purpose.utf8)).prefix(16).map { byte in
      let text = String(byte, radix: 16, uppercase: true)
      return byte < 16 ? "0" + text : text
    }
    let parts = [digest[0..<4], digest[4..<6], digest[6..<8], digest[8..<10], digest[10..<16]]
    return parts.map { $0.joined() }.joined(separator: "-")
  }
}
