internal import ArgumentParser
internal import FoundationEssentials
internal import Preview

/// `offprint certificate trust`: makes browsers of this user accept previews.
struct CertificateTrustCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trust",
    abstract: words("Make the browsers of this user trust the local authority.", "让当前用户的浏览器信任本机证书机构。"),
    discussion: words(
      """
      Every command is shown before it runs, and “untrust” takes all of it back. Chromium and Firefox have lists of their
      own, which need no other rights. --system adds it for every program of the machine; that needs root, and sudo is
      never called: the commands are printed for you.
      """,
      """
      每条命令执行之前都会显示，“untrust”可以全部撤销。Chromium 和 Firefox 有自己的列表，不需要额外的权限。
      --system 会让这台机器上的所有程序信任它，需要 root；不会自己调用 sudo，只把命令显示出来。
      """))

  @Flag(help: .init(words("The system's list as well.", "也加入系统的列表。")))
  var system = false

  @Flag(name: .customLong("dry-run"), help: .init(words("Only show the commands.", "只显示命令，不执行。")))
  var isDry = false

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let store = try TrustRun.store(output)
    let authority = try store.loadOrCreate(label: LocalCertificates.label, now: Date())
    try await TrustRun(store: store, authority: authority, output: output, isDry: isDry).trust(withSystem: system)
  }
}
