internal import ArgumentParser
internal import FoundationEssentials
internal import Preview

/// `offprint certificate untrust`: takes back what `trust` did.
struct CertificateUntrustCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "untrust",
    abstract: words("Take the local authority out of every list.", "把本机证书机构从所有列表中移除。"))

  @Flag(name: .customLong("dry-run"), help: .init(words("Only show the commands.", "只显示命令，不执行。")))
  var isDry = false

  @Flag(help: .init(words("Delete the authority with its keys as well.", "同时删除证书机构和它的私钥。")))
  var delete = false

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let store = try TrustRun.store(output)
    guard let authority = store.load(now: Date()) else { return }
    try await TrustRun(store: store, authority: authority, output: output, isDry: isDry).untrust()
    if delete, !isDry { store.remove() }
  }
}
