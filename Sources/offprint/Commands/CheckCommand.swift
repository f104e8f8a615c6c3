internal import ArgumentParser

/// `offprint check`: everything that `build` does, but delivery.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: words("Do everything that build does, but write nothing.", "与 build 相同，但不写任何文件。"))

  @OptionGroup var arguments: PressArguments
  @OptionGroup var output: OutputOptions

  func run() async throws {
    try await PressRun(arguments: arguments, output: output, delivers: false).run()
  }
}
