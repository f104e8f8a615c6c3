internal import ArgumentParser
internal import Diagnostics
internal import Manuscript
internal import Pressroom

/// `offprint dump`: how one article was understood.
struct DumpCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump",
    abstract: words("Show how one article was understood, as a tree.", "以树的形式显示一篇文章被读成了什么。"))

  @Argument(
    help: .init(words("The article's file.", "文章的文件。"), valueName: "file"), completion: .file(extensions: ["md"]))
  var file: String

  @OptionGroup var place: SourceOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let source = FilePlace.absolute(place.source)
    let press = Press(
      options: PressOptions(
        source: source, output: FilePlace.join(source, "_site"), delivers: false, now: Environment.now() ?? 0,
        toolVersion: Version.current))
    var reporter = Reporter(output, pathPrefix: FilePlace.prefix(forSource: place.source)) { press.source($0) }
    do {
      let (article, diagnostics) = try await press.article(at: FilePlace.article(file, below: source))
      switch output.format {
      case .json:
        let lines = LineIndex(press.source(article.facts.path)?.bytes ?? [])
        output.output.write(TreeDump.json(article, lines: lines))
      case .text, .github: output.output.write(PrintableText.safeLines(TreeDump.print(article)))
      }
      reporter.print(diagnostics)
      if diagnostics.contains(where: { $0.severity == .error }) { throw ExitStatus.authorErrors }
    } catch let status as ExitStatus {
      throw status
    } catch {
      throw reporter.stop(error)
    }
  }
}
