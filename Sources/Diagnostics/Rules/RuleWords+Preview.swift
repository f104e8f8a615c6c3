extension Diagnostic.Code {
  /// The preview's server.
  static let previewRules: [(Diagnostic.Code, RuleWords)] = [
    (
      .portTaken,
      RuleWords(
        english: Explanation(
          "port {1} on {0} is in use",
          help: "Stop the program that uses it (ss -ltnp shows it), or choose another port: --port 8443"),
        englishDetail: """
          Another program, often an earlier preview, listens on this port already. Without --port the preview \
          tries the next ports by itself; with --port it takes only that one.
          """,
        simplifiedChinese: Explanation(
          "{0} 的端口 {1} 已被占用",
          help: "请停掉占用它的程序（ss -ltnp 可以查到），或换一个端口：--port 8443"),
        simplifiedChineseDetail: "另一个程序（常常是先前的预览）已经在监听这个端口。不写 --port 时，预览会自己试后面的端口；写了就只用那一个。")
    ),
    (
      .addressUnavailable,
      RuleWords(
        english: Explanation(
          "cannot listen on {0}[[, port {1}]][[: {2:word}]]",
          help: "Give --host an address of this machine (ip address lists them), and a port from 1024 up."),
        englishDetail: """
          The address given to --host does not belong to this machine, the name is unknown, or the port needs a \
          privilege (those below 1024 do).
          """,
        simplifiedChinese: Explanation(
          "无法在 {0} [[的端口 {1} ]]上监听[[：{2:word}]]",
          help: "请让 --host 使用本机的地址（ip address 可以列出），端口用 1024 以上的。"),
        simplifiedChineseDetail: "--host 给的地址不属于本机，或主机名查不到，或端口需要特权（1024 以下都需要）。")
    ),
  ]
}
