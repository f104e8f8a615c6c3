internal import ArgumentParser
internal import Glibc

/// `offprint`.
@main struct RootCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "offprint",
    abstract: words(
      "Prints one folder of Markdown twice: a website and an offline WeChat mini-program.",
      "把一个 Markdown 文件夹印成两份：一个网站，一个离线的微信小程序。"),
    discussion: words(
      """
      Without a command: build.

      Exit status:
        0  all is well (warnings included, unless --strict)
        1  errors in the source; nothing was delivered
        2  called wrongly, or there is no source folder
        3  trouble with the machine: disk, permissions, another build

      Shell completion: offprint --generate-completion-script bash|zsh|fish
      """,
      """
      不写命令就是 build。

      退出码：
        0  正常（可以有警告，除非用了 --strict）
        1  源文件有错误，没有交付
        2  用法不对，或这里没有源文件夹
        3  机器出了问题：磁盘、权限、另一次构建

      命令行补全：offprint --generate-completion-script bash|zsh|fish
      """),
    version: "offprint \(Version.current)",
    subcommands: [
      BuildCommand.self, ServeCommand.self, CertificateCommand.self, CheckCommand.self, ReportCommand.self,
      DumpCommand.self, ExplainCommand.self, NewCommand.self,
      InitCommand.self,
      VersionCommand.self,
    ],
    defaultSubcommand: BuildCommand.self)

  static func main() async {
    do {
      var command = try await asyncParseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let status as ExitStatus {
      Glibc.exit(status.rawValue)
    } catch {
      leave(error)
    }
  }

  /// Prints what ArgumentParser has to say: help on the output, a wrong call on the error stream with status 2 (its own
  /// choice would be 64).
  private static func leave(_ error: any Error) -> Never {
    let isHelp = exitCode(for: error).isSuccess
    let arguments = Array(CommandLine.arguments.dropFirst())
    let said = CommandSuggestion.completed(fullMessage(for: error), arguments: arguments)
    let message = UsageText.translated(said, to: Tongue.current)
    let console = isHelp ? Console.output(color: .never) : Console.errors(color: .never)
    if !message.isEmpty { console.write(message + "\n") }
    Glibc.exit(isHelp ? ExitStatus.success.rawValue : ExitStatus.usage.rawValue)
  }
}
