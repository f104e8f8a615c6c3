internal import ArgumentParser
internal import Diagnostics
internal import Manuscript
internal import Pressroom

/// `offprint report`: what became of everything that articles are made of, in each edition.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: words("Show what each construct became in each edition.", "显示每种写法在两个版本里各印成了什么。"))

  @Argument(
    help: .init(
      words("One article's file (all articles together).", "一篇文章的文件（不写则所有文章合计）。"), valueName: "article"),
    completion: .file(extensions: ["md"]))
  var article: String?

  @OptionGroup var arguments: PressArguments
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let options = arguments.options(delivers: false)
    let press = Press(options: options)
    var reporter = Reporter(output, pathPrefix: FilePlace.prefix(forSource: arguments.place.source)) {
      press.source($0)
    }
    do {
      try SourceFolder.require(options.source)
      let path = try article.map { try FilePlace.article($0, below: options.source) }
      let build = try await press.build()
      let reports = try await press.fidelity(of: build, article: path)
      switch output.format {
      case .json:
        for report in reports { output.output.write(FidelityText.json(report, lines: lines(of: report, press))) }
      case .text, .github:
        let text = FidelityText(language: Tongue.current, style: output.output.style)
        if path != nil || output.verbose {
          for report in reports { output.output.write(text.describe(report, lines: lines(of: report, press))) }
        } else {
          output.output.write(text.describe(all: reports))
        }
      }
      // Lost words among them: that is what this command is asked for.
      reporter.print(build.diagnostics.filter { $0.severity == .error })
      if build.hasErrors { throw ExitStatus.authorErrors }
    } catch let status as ExitStatus {
      throw status
    } catch {
      throw reporter.stop(error)
    }
  }

  private func lines(of report: FidelityReport, _ press: Press) -> LineIndex {
    LineIndex(press.source(report.path)?.bytes ?? [])
  }
}
