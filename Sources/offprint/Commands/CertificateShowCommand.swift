internal import ArgumentParser
internal import FoundationEssentials
internal import Preview

/// `offprint certificate show`: the local authority, and where it is trusted.
struct CertificateShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: words("Show the local authority and where it is trusted.", "显示本机证书机构，以及哪里信任它。"))

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let store = try TrustRun.store(output)
    guard let authority = store.load(now: Date()) else {
      output.output.write(
        words(
          "There is no local authority yet; “offprint serve” makes one.\n", "还没有本机证书机构；运行“offprint serve”时会建立。\n"))
      return
    }
    output.output.write(
      words(
        """
        Root certificate  \(store.rootPath)
        SHA-256           \(authority.fingerprint)
        Valid until       \(authority.end)
        Vouches for       localhost, *.localhost, *.local, loopback and private addresses; nothing else
        Root key          destroyed when it was made
        Intermediate key  \(store.keyPath) (0600)

        """,
        """
        根证书      \(store.rootPath)
        SHA-256     \(authority.fingerprint)
        有效期至    \(authority.end)
        只能担保    localhost、*.localhost、*.local、本机与私有地址
        根私钥      建立时已销毁
        中间私钥    \(store.keyPath)（0600）

        """))
    let run = TrustRun(store: store, authority: authority, output: output)
    for store in run.stores(withSystem: true) {
      let isTrusted = await run.isTrusted(store)
      output.output.write(
        "\(isTrusted ? words("trusted", "已信任") : words("not trusted", "未信任"))  \(store.folder)\n")
    }
  }
}
