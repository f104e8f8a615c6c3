import Diagnostics
import Manuscript

/// What the parts of one reading collect while they turn one file into an article. Confined to one thread.
final class ReadingContext {
  let file: SourceFile
  let options: ReadingOptions
  private(set) var references: [Reference] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var diagrams: [Diagram] = []
  private(set) lazy var htmlParser = HTMLParser()
  private(set) var hasFormulas = false
  /// Made with the first formula: the table of macros costs something.
  lazy var formulas = {
    hasFormulas = true
    return FormulaReader(options)
  }()
  /// How deep the raw HTML read so far is nested: lines and columns that no other one holds yet, in source order.
  private var rawDepths: [(range: SourceRange, depth: Int)] = []

  init(file: SourceFile, options: ReadingOptions) {
    self.file = file
    self.options = options
  }

  /// Registers something the article points at; the result is what nodes hold.
  func addReference(_ role: Reference.Role, target: String, range: SourceRange) -> Int {
    references.append(Reference(role: role, target: target, range: range))
    return references.count - 1
  }

  /// Registers a picture that a code block describes; the result is its reference.
  func addDiagram(_ source: [UInt8], range: SourceRange) -> Int {
    let reference = addReference(.diagram, target: Diagram.sitePath(of: source), range: range)
    diagrams.append(Diagram(reference: reference, source: Text(bytes: source), range: range))
    return reference
  }

  func report(
    _ code: Diagnostic.Code, at range: SourceRange, _ arguments: [String] = [], severity: Diagnostic.Severity? = nil,
    notes: [Diagnostic.Note] = [], fixIts: [Diagnostic.FixIt] = []
  ) {
    diagnostics.append(
      Diagnostic(
        code, severity: severity, path: file.path, range: range, arguments: arguments, notes: notes, fixIts: fixIts))
  }

  /// The levels of raw HTML in the lines and columns inside `range`, which were read before what holds them.
  func rawDepth(inside range: SourceRange) -> Int {
    rawDepths.reversed().prefix { range.start <= $0.range.start && $0.range.end <= range.end }.reduce(0) {
      max($0, $1.depth)
    }
  }

  /// Notes that the line or column at `range` has that many levels of raw HTML, those inside it included.
  func noteRawDepth(_ depth: Int, in range: SourceRange) {
    while let last = rawDepths.last, range.start <= last.range.start, last.range.end <= range.end {
      rawDepths.removeLast()
    }
    rawDepths.append((range, depth))
  }
}
