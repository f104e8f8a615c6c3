internal import ArgumentParser

/// `offprint build`: both editions, delivered.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: words("Print both editions into the output folder.", "印出两个版本，放进输出文件夹。"),
    discussion: words(
      """
      Only files that differ are written. When the source has errors nothing is delivered, and what stood there stays.
      """,
      "只写入有变化的文件。源文件有错误时什么都不交付，原有的输出保持不变。"))

  @OptionGroup var arguments: PressArguments
  @OptionGroup var output: OutputOptions

  func run() async throws {
    try await PressRun(arguments: arguments, output: output, delivers: true).run()
  }
}
