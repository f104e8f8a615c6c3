internal import Diagnostics

/// One rendering of a linked template.
struct LinkedRenderer {
  let template: LinkedTemplate
  /// Outermost first.
  private var contexts: [TemplateObject]
  /// Why the rendering ended early.
  private(set) var problem: Diagnostic?
  private var hasStopped = false

  init(template: LinkedTemplate, contexts: [TemplateObject]) {
    self.template = template
    self.contexts = contexts
  }

  /// - Parameter steps: those of the template.
  mutating func run(_ steps: Span<LinkedTemplate.Step>, _ range: Range<Int>, into output: inout [UInt8]) {
    var index = range.lowerBound
    while index < range.upperBound, !hasStopped {
      switch steps[index] {
      case .literal(let start, let end):
        template.literals.withUnsafeBufferPointer {
          output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[Int(start)..<Int(end)]))
        }
      case .value(let place, let isEscaped):
        value(at: place).print(template.escaping, isEscaped: isEscaped, to: &output)
      case .section(let place, let isScope, let end):
        runSection(value(at: place), isScope: isScope, steps, (index + 1)..<Int(end), into: &output)
        index = Int(end) - 1
      case .inverted(let place, let end):
        if !value(at: place).isTruthy { run(steps, (index + 1)..<Int(end), into: &output) }
        index = Int(end) - 1
      case .call(let call): run(template.calls[Int(call)], into: &output)
      }
      index += 1
    }
  }

  private func value(at place: LinkedTemplate.Place) -> TemplateValue {
    let value = contexts[Int(place.context)].values[Int(place.slot)]
    guard let path = place.path else { return value }
    var inner = value
    for slot in template.paths[Int(path)] {
      guard case .object(let object) = inner else { return .absent }
      inner = object.values[slot]
    }
    return inner
  }

  private mutating func runSection(
    _ value: TemplateValue, isScope: Bool, _ steps: Span<LinkedTemplate.Step>, _ body: Range<Int>,
    into output: inout [UInt8]
  ) {
    switch value {
    case .list(let items):
      for item in items { runBody(item, isScope: isScope, steps, body, into: &output) }
    case .text, .string, .markup, .integer, .boolean, .object, .absent:
      if value.isTruthy { runBody(value, isScope: isScope, steps, body, into: &output) }
    }
  }

  private mutating func runBody(
    _ value: TemplateValue, isScope: Bool, _ steps: Span<LinkedTemplate.Step>, _ body: Range<Int>,
    into output: inout [UInt8]
  ) {
    guard isScope else { return run(steps, body, into: &output) }
    guard case .object(let object) = value else {
      return assertionFailure("a value is no object where its shape has one")
    }
    contexts.append(object)
    run(steps, body, into: &output)
    contexts.removeLast()
  }

  /// Hands over to the renderer of templates that are not linked.
  private mutating func run(_ call: LinkedTemplate.Call, into output: inout [UInt8]) {
    let values = call.contexts.map { context -> TemplateValue in
      switch context {
      case .constant(let object): .object(object)
      case .runtime(let index): .object(contexts[index])
      }
    }
    var renderer = TemplateRenderer(
      library: template.library, contexts: values, escaping: template.escaping, output: output,
      overrides: call.overrides, depth: call.depth)
    // The renderer's copy must be the only one, or the first append would copy the output.
    output = []
    renderer.renderTemplate(call.template)
    output = renderer.output
    problem = renderer.problem
    hasStopped = problem != nil
  }
}
