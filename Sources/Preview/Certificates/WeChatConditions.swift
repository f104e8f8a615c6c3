internal import Diagnostics

/// What WeChat asks of a host that a mini-program may reach
/// (developers.weixin.qq.com, "Network", "Server domain configuration"): seen from outside, as far as it can be.
struct WeChatConditions {
  var host: String?
  var port: Int?
  /// The chain ends in a root that systems bring with them.
  var isPublic: Bool
  var isComplete: Bool
  /// The certificate is in force and names the host.
  var isUsable: Bool
  var issuer: String

  func diagnostics(path: String) -> [Diagnostic] {
    let host = host ?? "-"
    var reasons: [(word: String, subject: String)] = []
    if NetworkAddress(host) != nil {
      reasons.append(("address-host", host))
    } else if host == "localhost" || host == "-" || host.hasSuffix(".localhost") || host.hasSuffix(".local")
      || !host.contains(".")
    {
      reasons.append(("local-host", host))
    } else {
      reasons.append(("unfiled-domain", host))
    }
    if !isPublic, isComplete { reasons.append(("private-authority", issuer)) }
    if !isComplete { reasons.append(("incomplete-chain", host)) }
    if !isUsable { reasons.append(("unusable-certificate", host)) }
    if let port, port != 443 { reasons.append(("unlisted-port", "\(host):\(port)")) }
    return reasons.map { Diagnostic(.weChatHost, path: path, arguments: [$0.word, $0.subject]) }
  }
}
