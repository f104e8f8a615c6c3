internal import ArgumentParser
internal import Preview

/// `offprint serve`: the preview.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: words("Preview over HTTPS on this machine.", "在本机用 HTTPS 预览。"),
    discussion: words(
      """
      Without --certificate an authority of this machine's own issues the certificate; “offprint certificate trust” makes
      browsers accept it. Nothing listens beyond this machine without --lan.
      """,
      """
      不给 --certificate 时，证书由本机自己的证书机构签发；运行“offprint certificate trust”可以让浏览器信任它。
      没有 --lan 时只有本机能访问。
      """))

  @OptionGroup var arguments: PressArguments
  @OptionGroup var listening: ListeningOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    try await ServeRun(arguments: arguments, listening: listening, output: output).run()
  }
}
