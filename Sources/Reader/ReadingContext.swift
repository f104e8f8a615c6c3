import Diagnostics
import Manuscript

/// What the parts of one reading collect while they turn one file into an article. Confined to one thread.
final class ReadingContext {
  let file: SourceFile
  let options: ReadingOptions
  private(set) var references: [Reference] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(file: SourceFile, options: ReadingOptions) {
    self.file = file
    self.options = options
  }

  /// Registers something the article points at; the result is what nodes hold.
  func addReference(_ role: Reference.Role, target: String, range: SourceRange) -> Int {
    references.append(Reference(role: role, target: target, range: range))
    return references.count - 1
  }

  func report(
    _ code: Diagnostic.Code, at range: SourceRange, _ arguments: [String] = [], severity: Diagnostic.Severity? = nil,
    notes: [Diagnostic.Note] = [], fixIts: [Diagnostic.FixIt] = []
  ) {
    diagnostics.append(
      Diagnostic(
        code, severity: severity, path: file.path, range: range, arguments: arguments, notes: notes, fixIts: fixIts))
  }
}
