internal import ArgumentParser

/// `offprint check`: everything that `build` does, but delivery.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: words("Do everything that build does, but write nothing.", "与 build 相同，但不写任何文件。"))

  @OptionGroup var arguments: PressArguments
  @OptionGroup var output: OutputOptions

  @Flag(
    help: .init(
      words("Ask pages elsewhere if they still answer (goes online, with curl).", "检查外部链接还有没有回应（要上网，用 curl）。")))
  var external = false

  func run() async throws {
    try await PressRun(arguments: arguments, output: output, delivers: false, external: external).run()
  }
}
