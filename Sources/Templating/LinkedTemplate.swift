package import Diagnostics

/// A template and all that it includes, written out as one flat program for values of known shapes.
///
/// Inclusions and blocks are resolved, a name is a place (which context, which slot), and what depends on nothing but
/// values that are known beforehand is rendered already. Prints what `TemplateLibrary.render` prints, at a fraction of the
/// cost: a site's page is mostly text that is the same on every page.
package final class LinkedTemplate: Sendable {
  /// One step. `end` is the index behind the last step of the body, which follows directly.
  enum Step {
    /// Bytes of `literals`.
    case literal(start: UInt32, end: UInt32)
    case value(Place, isEscaped: Bool)
    /// `isScope`: what the value holds is an object, or objects, and becomes the innermost context.
    case section(Place, isScope: Bool, end: UInt32)
    case inverted(Place, end: UInt32)
    /// `call`: index into `calls`.
    case call(UInt32)
  }

  /// Where a value stands.
  struct Place {
    /// Of the contexts, the outermost first.
    var context: UInt16
    /// In the context.
    var slot: UInt16
    /// Index into `paths` of the slots that the further parts of a dotted name stand for; nil when there are none.
    var path: UInt32?
  }

  /// An inclusion that could not be written out since the template is inside itself: a tree.
  struct Call {
    /// What names are looked up in, outermost first.
    enum Context {
      case constant(TemplateObject)
      /// Of the contexts at that moment.
      case runtime(Int)
    }

    var template: Int
    var contexts: [Context]
    var overrides: [(template: Int, inclusion: Int)]
    /// Bodies around it.
    var depth: Int
  }

  let library: TemplateLibrary
  let escaping: TemplateEscaping
  let steps: [Step]
  let literals: [UInt8]
  let paths: [[Int]]
  let calls: [Call]
  /// Of the contexts that it is rendered with.
  let shapes: [TemplateShape]

  init(_ linker: TemplateLinker, shapes: [TemplateShape]) {
    library = linker.library
    escaping = linker.escaping
    steps = linker.steps
    literals = linker.literals
    paths = linker.paths
    calls = linker.calls
    self.shapes = shapes
  }

  /// Renders it, appending to the output.
  ///
  /// - Parameter contexts: objects of the shapes that it was linked for, outermost first.
  /// - Returns: nothing, or the one problem that kept it from ending.
  @discardableResult
  package func render(with contexts: [TemplateObject], into output: inout [UInt8]) -> [Diagnostic] {
    assert(contexts.elementsEqual(shapes) { $0.shape === $1 }, "a context has another shape than was linked for")
    var renderer = LinkedRenderer(template: self, contexts: contexts)
    let steps = steps
    renderer.run(steps.span, 0..<steps.count, into: &output)
    return renderer.problem.map { [$0] } ?? []
  }
}

extension TemplateLibrary {
  /// Links a template for contexts of known shapes.
  ///
  /// - Parameters:
  ///   - constant: the outermost context, whose values are known: they become part of the program.
  ///   - shapes: the contexts below it that each rendering brings, outermost first.
  /// - Returns: nil when it cannot be linked (content that is indented where it is included, `{{.}}`, templates that write
  ///   out too long): then `render` it.
  package func link(
    _ name: String, constant: TemplateObject?, shapes: [TemplateShape], escaping: TemplateEscaping = .html
  ) -> LinkedTemplate? {
    guard let index = index(of: name) else { return nil }
    var linker = TemplateLinker(library: self, escaping: escaping, constant: constant, shapes: shapes)
    guard linker.link(index) else { return nil }
    return LinkedTemplate(linker, shapes: shapes)
  }
}
