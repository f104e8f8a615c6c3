extension Diagnostic.Code {
  /// Private keys of servers.
  static let keyRules: [(Diagnostic.Code, RuleWords)] = [
    (
      .keySyntax,
      RuleWords(
        english: Explanation(
          "this is no private key: {0:word}",
          help: """
            Give --key the PEM file that begins with “-----BEGIN PRIVATE KEY-----” (or EC, RSA, ENCRYPTED).
            """),
        englishDetail: """
          The file given to --key holds no private key in PEM form, or the key is damaged. Sometimes the two files \
          are swapped: --certificate wants the certificate, --key the key.
          """,
        simplifiedChinese: Explanation(
          "这不是私钥：{0:word}",
          help: "请让 --key 指向以“-----BEGIN PRIVATE KEY-----”（或 EC、RSA、ENCRYPTED）开头的 PEM 文件。"),
        simplifiedChineseDetail: "--key 指的文件里没有 PEM 形式的私钥，或私钥已损坏。有时是两个文件写反了：--certificate 要证书，--key 要私钥。")
    ),
    (
      .keyEncrypted,
      RuleWords(
        english: Explanation(
          "the private key is encrypted: {0:word}",
          help: """
            Set OFFPRINT_KEY_PASSPHRASE, or run it in a terminal, where the pass phrase is asked for. It is never \
            taken from the command line, where others could read it.
            """),
        englishDetail: """
          The private key is protected by a pass phrase, and none was given or it does not fit. It is read from \
          the environment variable OFFPRINT_KEY_PASSPHRASE or asked for in the terminal.
          """,
        simplifiedChinese: Explanation(
          "私钥是加密的：{0:word}",
          help: "请设置 OFFPRINT_KEY_PASSPHRASE，或在终端里运行，会询问口令。口令不从命令行读取，因为别人能看到命令行。"),
        simplifiedChineseDetail: "私钥受口令保护，而没有给出口令，或口令不对。口令从环境变量 OFFPRINT_KEY_PASSPHRASE 读取，或在终端里询问。")
    ),
    (
      .keyMismatch,
      RuleWords(
        english: Explanation(
          "this key does not belong to the certificate in {0}",
          help: """
            Look for the key that the certificate was requested with, or request a new certificate with this key.
            """),
        englishDetail: """
          A certificate works only with the private key that it was made for. Mostly two certificates were renewed \
          and their files mixed up, or the chain file begins with a wrong certificate.
          """,
        simplifiedChinese: Explanation(
          "这个私钥与 {0} 里的证书不是一对",
          help: "请找出申请这张证书时用的私钥，或用这个私钥重新申请证书。"),
        simplifiedChineseDetail: "证书只能与申请它时用的私钥配对。多半是续期之后把文件弄混了，或证书链文件里的第一张不是自己的证书。")
    ),
    (
      .keyReadableByOthers,
      RuleWords(
        english: Explanation(
          "other users of this machine can read this private key (permissions {0})",
          help: "Take the permission away: chmod 600 on the file."),
        englishDetail: """
          Who can read a private key can pass for its server. The file should be readable by its owner only.
          """,
        simplifiedChinese: Explanation(
          "这台机器上的其他用户能读到这个私钥（权限 {0}）",
          help: "请收回权限：对这个文件运行 chmod 600。"),
        simplifiedChineseDetail: "谁能读到私钥，谁就能冒充这台服务器。这个文件应当只有它的主人能读。")
    ),
  ]
}
