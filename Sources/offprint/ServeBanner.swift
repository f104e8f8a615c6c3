internal import Preview

/// What `serve` says when it is ready: where the preview is, and how a phone gets there.
struct ServeBanner: Sendable {
  var host: String
  var port: Int
  /// The onboarding port, under `--lan`.
  var phonePort: Int?
  var isOpen: Bool
  /// The port that was asked for.
  var wantedPort: Int

  /// The address for this machine.
  var address: String { "https://\(Self.bracketed(host)):\(port)/" }

  func text(_ addresses: [NetworkAddress], isTerminal: Bool) -> String {
    var text = ""
    if port != wantedPort, wantedPort != 0 {
      text += words("Port \(wantedPort) is in use.", "端口 \(wantedPort) 已被占用。") + "\n"
    }
    text += words("Preview   ", "预览      ") + address + "\n"
    guard isOpen else { return text }
    guard !addresses.isEmpty else {
      return text + words("This machine has no address in a local network.", "这台机器没有局域网地址。") + "\n"
    }
    for address in addresses {
      text += words("Network   ", "局域网    ") + "https://\(Self.bracketed(address.text)):\(port)/\n"
    }
    guard let phone = phoneAddress(addresses) else { return text }
    text += words("Phone     ", "手机      ") + phone + words("  (how to trust this preview)", "（如何信任这个预览）") + "\n"
    if isTerminal, let code = QRCode(phone) { text += "\n" + code.terminalText + "\n" }
    return text
  }

  /// Where a phone begins; nil where none gets there.
  func phoneAddress(_ addresses: [NetworkAddress]) -> String? {
    guard let phonePort, let first = addresses.first else { return nil }
    return "http://\(Self.bracketed(first.text)):\(phonePort)/"
  }

  private static func bracketed(_ host: String) -> String { host.contains(":") ? "[\(host)]" : host }
}
