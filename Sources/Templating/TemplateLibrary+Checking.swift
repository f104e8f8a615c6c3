package import Diagnostics

extension TemplateLibrary {
  /// Holds a template, and all that it includes, against the names it may use.
  ///
  /// Goes once through everything that could be rendered, branches that are never taken included, and reports unknown names
  /// and partials, overrides of blocks that do not exist, and lists or objects that are printed as text; each place once.
  ///
  /// - Parameter shapes: the shapes of the contexts it will be rendered with, outermost first.
  package func check(_ name: String, with shapes: [TemplateShape]) -> [Diagnostic] {
    guard let index = index(of: name) else {
      return [Diagnostic(.templateUnknownPartial, path: name, arguments: [name, ""])]
    }
    var checker = TemplateChecker(library: self, shapes: shapes)
    checker.checkTemplate(index)
    checker.reportUnusedOverrides()
    return checker.diagnostics
  }
}
