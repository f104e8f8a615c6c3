internal import Diagnostics
internal import Pressroom

/// Prints what a command found out: diagnostics in the form that was asked for, then the summary.
///
/// For people diagnostics go to the error stream and the summary to the output; `json` and `github` go to the output
/// whole.
struct Reporter {
  private var printer: DiagnosticPrinter
  private let options: OutputOptions
  private let language: Language
  private(set) var counts = DiagnosticCounts()

  init(_ options: OutputOptions, pathPrefix: String = "", source: @escaping (String) -> SourceFile? = { _ in nil }) {
    self.options = options
    language = Tongue.current
    printer = DiagnosticPrinter(
      format: options.format, language: language, isColored: options.errors.style.isColored,
      width: options.errors.width, pathPrefix: pathPrefix, source: source)
    if options.verbose { printer.shownNotes = .max }
  }

  /// Prints those that matter; all are counted.
  mutating func print(_ diagnostics: [Diagnostic]) {
    let console = options.format == .text ? options.errors : options.output
    for diagnostic in diagnostics {
      guard isShown(diagnostic) else { continue }
      counts.count(diagnostic.severity)
      console.write(printer.print(diagnostic))
      if options.format == .text { console.write("\n") }
    }
  }

  /// The summary for people, or the counts for programs.
  func finish(_ summary: String) {
    switch options.format {
    case .json: options.output.write(counts.json())
    case .text, .github: if !options.quiet { options.output.write(summary) }
    }
  }

  /// What stopped everything; returns the status to leave with.
  mutating func stop(_ error: any Error) -> ExitStatus {
    guard let trouble = error as? PressError else {
      options.errors.write(PrintableText.safe("offprint: \(error)") + "\n")
      return .machine
    }
    print([trouble.diagnostic])
    finish("")
    return ExitStatus(stoppedBy: trouble.diagnostic)
  }

  /// Adaptations are counted in the report: one by one they are shown under `--verbose` and to programs.
  private func isShown(_ diagnostic: Diagnostic) -> Bool {
    if options.quiet { return diagnostic.severity == .error }
    if options.format == .json || options.verbose || diagnostic.severity > .note { return true }
    return ![.adapted, .droppedContent, .needsNetwork].contains(diagnostic.code)
  }
}
