internal import Diagnostics
internal import Manuscript
internal import Pressroom

/// One build or check, from options to the exit status.
struct PressRun {
  var arguments: PressArguments
  var output: OutputOptions
  var delivers: Bool
  /// Whether pages elsewhere are asked if they still answer.
  var external = false

  func run() async throws {
    let options = arguments.options(delivers: delivers, external: external)
    let prefix = FilePlace.prefix(forSource: arguments.place.source)
    let isQuiet = output.quiet || output.format != .text
    let progress = isQuiet ? nil : ProgressLine(output.errors, language: Tongue.current)
    let press = Press(options: options) { progress?.show($0) }
    // Kept to the end of the process: the system takes its memory back faster than taking it apart piece by piece.
    _ = Unmanaged.passRetained(press)
    var reporter = Reporter(output, pathPrefix: prefix) { press.source($0) }
    let build: Build
    do {
      try SourceFolder.require(options.source)
      build = try await press.build()
      progress?.clear()
    } catch {
      progress?.clear()
      throw reporter.stop(error)
    }
    reporter.print(build.diagnostics)
    // Only notes: what loses words is an error, and errors decide about delivery, which is the press's to do.
    if output.verbose || output.format == .json {
      reporter.print(build.adaptations.map(\.diagnostic).filter { $0.severity == .note })
    }
    let outputFolder = arguments.output ?? prefix + "_site"
    let summary = BuildSummary(
      build: build, options: options, counts: reporter.counts, language: Tongue.current, style: output.output.style,
      isVerbose: output.verbose, outputPrefix: outputFolder.hasSuffix("/") ? outputFolder : outputFolder + "/")
    reporter.finish(summary.text)
    if build.hasErrors { throw ExitStatus.authorErrors }
  }
}

/// The folder that everything is made from.
enum SourceFolder {
  /// Throws `source-missing` where there is no `content/`.
  static func require(_ source: String) throws {
    let content = FilePlace.join(source, "content")
    if !FilePlace.isFolder(content) {
      throw PressError(Diagnostic(.sourceMissing, path: "", arguments: [content]))
    }
  }
}
