internal import ArgumentParser
internal import Diagnostics

/// `offprint explain`: what a diagnostic means and how to mend it.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: words("Explain a diagnostic, or list them all.", "解释一种诊断信息；不写代码则全部列出。"))

  @Argument(
    help: .init(words("The code in brackets: broken-link.", "方括号里的代码，如 broken-link。"), valueName: "code"),
    completion: .list(Diagnostic.Code.allCases.map(\.rawValue)))
  var code: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    guard let code else {
      return output.format == .json ? Diagnostic.Code.allCases.forEach(writeJSON) : list()
    }
    guard let known = Diagnostic.Code(rawValue: code) else {
      let names = Diagnostic.Code.allCases.map(\.rawValue)
      let hint = Suggestion.nearest(to: code, among: names).map {
        words(" Did you mean “\($0)”?", "是不是想写“\($0)”？")
      }
      let shown = PrintableText.safe(code)
      throw ValidationError(
        words("There is no diagnostic “\(shown)”.", "没有名为“\(shown)”的诊断信息。") + (hint ?? ""))
    }
    if output.format == .json { return writeJSON(known) }
    output.output.write(DiagnosticManual.page(known, in: Tongue.current, style: output.output.style))
  }

  private func writeJSON(_ code: Diagnostic.Code) {
    output.output.write(DiagnosticManual.json(code, in: Tongue.current))
  }

  private func list() {
    let language = Tongue.current
    let style = output.output.style
    for severity in Diagnostic.Severity.allCases.reversed() {
      var table = TextTable()
      for code in Diagnostic.Code.allCases where code.severity == severity {
        table.add([code.rawValue, DiagnosticManual.message(code, in: language)])
      }
      output.output.write(style.paint(severity.name(in: language), .strong) + "\n" + table.lines(indent: 2))
    }
  }
}
