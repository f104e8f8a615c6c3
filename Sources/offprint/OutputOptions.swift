internal import ArgumentParser
internal import Diagnostics

extension DiagnosticPrinter.Format: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {
  package init?(argument: String) { self.init(tag: argument) }
}
extension Console.ColorChoice: ExpressibleByArgument {}

/// How a command speaks.
struct OutputOptions: ParsableArguments {
  @Option(help: .init(words("Form of diagnostics and reports.", "诊断信息的形式。")))
  var format = DiagnosticPrinter.Format.text

  @Option(
    help: .init(words("Language of all output (as the locale says).", "输出的语言（默认随系统）。"), valueName: "en|zh-Hans"))
  var language: Language?

  @Option(help: .init(words("Colours; NO_COLOR is honoured.", "是否用颜色；遵从 NO_COLOR。")))
  var color = Console.ColorChoice.auto

  @Flag(name: .shortAndLong, help: .init(words("Say nothing but errors.", "只显示错误。")))
  var quiet = false

  @Flag(name: .shortAndLong, help: .init(words("Say everything.", "显示全部细节。")))
  var verbose = false

  func validate() throws {
    if quiet, verbose {
      throw ValidationError(words("--quiet and --verbose exclude each other.", "--quiet 与 --verbose 不能同时使用。"))
    }
  }

  var output: Console { .output(color: color) }
  var errors: Console { .errors(color: color) }
}
