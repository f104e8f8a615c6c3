import Diagnostics
import Manuscript
import Mathematics

/// Reads the formulas of one article in their order: what one defines, the next may use.
struct FormulaReader {
  private var macros: MathMacros
  /// What the labels of all formulas so far mean, by name.
  private(set) var labels: [String: Label] = [:]

  struct Label {
    /// The number as it is printed: `(3)`.
    var text: String
    /// What its formula is called as a place to jump to.
    var anchor: String
  }

  /// Macros at the head of the article are the configuration's.
  init(_ options: ReadingOptions) {
    macros = MathMacros()
    for macro in options.mathMacros { macros.define(macro.name, tex: Array(macro.tex.utf8)) }
  }

  /// A formula with what must be known to read it again; what is wrong with it is reported.
  ///
  /// - Parameter place: where bytes of the formula stand in the file.
  /// - Returns: with it the name of the place, where the formula has a label.
  mutating func read(
    _ tex: [UInt8], _ context: ReadingContext, place: (Range<Int>) -> SourceRange
  ) -> (formula: Formula, anchor: String?) {
    // Before it defines anything: what it defines, it brings along itself.
    let known = macros
    let (parsed, used) = TeXParser.parse(tex, macros: &macros)
    for problem in parsed.problems { Self.report(problem, tex, context, place(problem.range)) }
    var definitions = used.isEmpty ? [] : known.definitions(of: used)
    if macros.equation != known.equation, known.equation > 0 {
      definitions = Array("\\setcounter{equation}{\(known.equation)}".utf8) + definitions
    }
    let anchor = parsed.labels.first { labels[$0.name] == nil }?.name
    for label in parsed.labels where labels[label.name] == nil && !label.text.isEmpty {
      labels[label.name] = Label(text: label.text, anchor: anchor ?? label.name)
    }
    return (Formula(Text(bytes: tex), definitions: Text(bytes: definitions)), anchor)
  }

  private static func report(
    _ problem: MathProblem, _ tex: [UInt8], _ context: ReadingContext, _ range: SourceRange
  ) {
    func syntax(_ word: String) { context.report(.formulaSyntax, at: range, [word]) }
    func unknown(_ name: String, _ names: [String]) {
      let meant = Suggestion.nearest(to: name, among: names)
      context.report(.unknownFormulaCommand, at: range, [name] + (meant.map { [$0] } ?? []))
    }
    switch problem.kind {
    case .unknownCommand(let name):
      let meant = Suggestion.nearest(to: name, among: TeXParser.commandNames)
      context.report(.unknownFormulaCommand, at: range, ["\\" + name] + (meant.map { ["\\" + $0] } ?? []))
    case .unknownEnvironment(let name): unknown(name, TeXParser.environmentNames)
    case .missingArgument: syntax("tex-argument")
    case .missingBrace: syntax("tex-open-brace")
    case .strayBrace: syntax("tex-close-brace")
    case .strayAlignment: syntax("tex-alignment")
    case .missingRight: syntax("tex-left")
    case .strayRight: syntax("tex-right")
    case .missingEnd: syntax("tex-begin")
    case .strayEnd: syntax("tex-end")
    case .doubleScript: syntax("tex-double-script")
    case .badDelimiter: syntax("tex-delimiter")
    case .badArgument: syntax("tex-bad-argument")
    case .tooDeep: syntax("tex-too-deep")
    case .tooLong: syntax("tex-too-long")
    }
  }
}
