internal import ArgumentParser

/// `offprint version`.
struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version", abstract: words("Show the version.", "显示版本。"))

  @OptionGroup var output: OutputOptions

  func run() {
    output.output.write("offprint \(Version.current)\n")
  }
}
