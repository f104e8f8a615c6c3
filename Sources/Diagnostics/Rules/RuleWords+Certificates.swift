extension Diagnostic.Code {
  /// Certificates of servers.
  static let certificateRules: [(Diagnostic.Code, RuleWords)] = [
    (
      .certificateSyntax,
      RuleWords(
        english: Explanation(
          "this is no certificate file: {0:word}",
          help: "Give --certificate the PEM file that begins with “-----BEGIN CERTIFICATE-----”."),
        englishDetail: """
          The file given to --certificate holds no certificate in PEM form. Certificates come as text between \
          BEGIN CERTIFICATE and END CERTIFICATE; binary ones (DER) can be converted with openssl x509 -inform der.
          """,
        simplifiedChinese: Explanation(
          "这不是证书文件：{0:word}",
          help: "请让 --certificate 指向以“-----BEGIN CERTIFICATE-----”开头的 PEM 文件。"),
        simplifiedChineseDetail: """
          --certificate 指的文件里没有 PEM 形式的证书。证书是夹在 BEGIN CERTIFICATE 与 END CERTIFICATE \
          之间的文本；二进制的（DER）可以用 openssl x509 -inform der 转换。
          """)
    ),
    (
      .certificateExpired,
      RuleWords(
        english: Explanation(
          "this certificate expired on {0}",
          help: "Renew it. If it was renewed already, the file is still the old one."),
        englishDetail: "The certificate is past its last day. Browsers refuse it, and so does WeChat.",
        simplifiedChinese: Explanation(
          "这张证书已在 {0} 过期",
          help: "请续期。如果已经续过，那么这个文件还是旧的。"),
        simplifiedChineseDetail: "证书过了有效期。浏览器会拒绝它，微信也会。")
    ),
    (
      .certificateNotYetValid,
      RuleWords(
        english: Explanation(
          "this certificate is not valid before {0}",
          help: "Wait until then, or set the clock of this machine right."),
        englishDetail: """
          The first day of the certificate is still to come. Mostly the clock of one of the machines is wrong.
          """,
        simplifiedChinese: Explanation(
          "这张证书要到 {0} 才生效",
          help: "请等到那时，或把这台机器的时钟调准。"),
        simplifiedChineseDetail: "证书的有效期还没有开始。多半是某台机器的时钟不准。")
    ),
    (
      .certificateWithoutNames,
      RuleWords(
        english: Explanation(
          "this certificate names no host (it has no subject alternative name)",
          help: """
            Request it anew with the host as subject alternative name; browsers ignore the common name.
            """),
        englishDetail: """
          Browsers look for the host among the subject alternative names only. A certificate without any is valid \
          for no host, whatever its common name says.
          """,
        simplifiedChinese: Explanation(
          "这张证书没有写明主机名（没有 subject alternative name）",
          help: "请重新申请，把主机名写进 subject alternative name；浏览器不看 common name。"),
        simplifiedChineseDetail: "浏览器只在 subject alternative name 里找主机名。没有这一项的证书对任何主机都无效，不管 common name 写了什么。")
    ),
    (
      .certificateWrongName,
      RuleWords(
        english: Explanation(
          "this certificate is not for {0} but for {1}",
          help: "Open the preview under a name that the certificate has, or give --host that name."),
        englishDetail: """
          The host in the address bar must be one of the names in the certificate. “*.example.com” stands for \
          exactly one part: it covers a.example.com, not example.com and not a.b.example.com.
          """,
        simplifiedChinese: Explanation(
          "这张证书不是给 {0} 的，而是给 {1} 的",
          help: "请用证书里有的主机名打开预览，或用 --host 指定那个名字。"),
        simplifiedChineseDetail:
          "地址栏里的主机名必须在证书里。“*.example.com”只代表一级：包括 a.example.com，不包括 example.com，也不包括 a.b.example.com。")
    ),
    (
      .chainOutOfOrder,
      RuleWords(
        english: Explanation(
          "the certificates of the chain are not in order",
          help: """
            The preview puts them right by itself. For other servers: the server's own certificate first, then each \
            one that signed the one before.
            """),
        englishDetail: """
          In a chain file the certificate of the server comes first, and behind each one that which signed it. \
          Offprint sorts them itself; other servers and some phones do not.
          """,
        simplifiedChinese: Explanation(
          "证书链里的证书顺序不对",
          help: "预览会自己排好。用在别的服务器上时：服务器自己的证书在前，后面依次是签发前一张的证书。"),
        simplifiedChineseDetail: "证书链文件里，服务器自己的证书在最前，每一张后面是签发它的那张。Offprint 会自己排好；别的服务器和有些手机不会。")
    ),
    (
      .chainIncomplete,
      RuleWords(
        english: Explanation(
          "the chain is incomplete: the certificate of “{0}” is missing",
          help: """
            Append the intermediate certificate, which your authority offers for download (often as “fullchain”).
            """),
        englishDetail: """
          The server must send every certificate between its own and the root that devices know. Desktop browsers \
          sometimes find a missing one by themselves; phones and WeChat do not.
          """,
        simplifiedChinese: Explanation(
          "证书链不完整：缺“{0}”的证书",
          help: "请把中间证书接在后面；证书机构会提供下载（常叫 fullchain）。"),
        simplifiedChineseDetail: "服务器必须把自己的证书与设备认识的根证书之间的每一张都发出去。桌面浏览器有时会自己补上，手机和微信不会。")
    ),
    (
      .weChatHost,
      RuleWords(
        english: Explanation(
          "WeChat would not accept {1} on a phone: {0:word}",
          help: """
            This matters only where a mini-program's web-view or requests should reach this server. The manual lists \
            what WeChat asks of a host.
            """),
        englishDetail: """
          A mini-program on a phone talks only to hosts that are entered in its console: a domain name that is \
          filed (ICP), HTTPS with a certificate of a public authority and a complete chain, on the port that is \
          entered, 443 where none is. The developer tool can skip the check; a phone only in debug mode.
          """,
        simplifiedChinese: Explanation(
          "手机上的微信不会接受 {1}：{0:word}",
          help: "只有小程序的 web-view 或请求要访问这台服务器时才有关系。微信对服务器的要求见手册。"),
        simplifiedChineseDetail:
          "手机上的小程序只访问在后台登记过的服务器：备案过的域名，公认机构签发、链完整的 HTTPS 证书，登记的端口（没写就是 443）。开发者工具可以跳过检查，手机只有在调试模式下可以。")
    ),
  ]
}
