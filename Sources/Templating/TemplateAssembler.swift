/// Writes a template's tree down as steps.
struct TemplateAssembler {
  private(set) var steps: [TemplateProgram.Step] = []
  private(set) var literals: [UInt8] = []
  private(set) var names: [TemplateProgram.Name] = []
  private(set) var inclusions:
    [(name: TemplateTag.Name, placement: TemplateNode.Placement, overrides: [TemplateProgram.Override])] = []
  private(set) var blocks: [TemplateProgram.Block] = []

  mutating func append(_ nodes: [TemplateNode]) {
    for node in nodes { append(node) }
  }

  private mutating func append(_ node: TemplateNode) {
    switch node {
    case .literal(let bytes, let startsLine):
      let start = UInt32(literals.count)
      literals.append(contentsOf: bytes)
      let end = UInt32(literals.count)
      // Text that a comment or a standalone tag stood between is one run.
      if case .literal(let earlier, start, let wasLine) = steps.last, startsLine, !endsBody(steps.count),
        literals[Int(start) - 1] == UInt8(ascii: "\n")
      {
        steps[steps.count - 1] = .literal(start: earlier, end: end, startsLine: wasLine)
      } else {
        steps.append(.literal(start: start, end: end, startsLine: startsLine))
      }
    case .lineStart:
      steps.append(.lineStart)
    case .value(let name, let isEscaped):
      steps.append(.value(path(name), isEscaped: isEscaped))
    case .section(let name, let isInverted, let body):
      let path = path(name)
      fill { end in
        isInverted ? .inverted(path, end: end) : .section(path, end: end)
      } with: {
        $0.append(body)
      }
    case .inclusion(let inclusion):
      let index = UInt32(inclusions.count)
      inclusions.append((inclusion.name, inclusion.placement, []))
      fill {
        .inclusion(index, end: $0)
      } with: { assembler in
        for (name, body) in inclusion.overrides {
          let start = assembler.steps.count
          assembler.ends.insert(start)
          assembler.append(body)
          assembler.inclusions[Int(index)].overrides.append(
            .init(
              name: name, hash: TemplateName.hash(of: name.text.utf8), body: start..<assembler.steps.count))
        }
      }
    case .block(let name, let placement, let body):
      let index = UInt32(blocks.count)
      blocks.append(.init(name: name, hash: TemplateName.hash(of: name.text.utf8), placement: placement))
      fill {
        .block(index, end: $0)
      } with: {
        $0.append(body)
      }
    }
  }

  /// Indices at which a body begins or ends: steps before and behind must stay apart.
  private var ends: Set<Int> = []

  private func endsBody(_ index: Int) -> Bool { ends.contains(index) }

  /// Appends a step and its body, and tells the step where the body ends.
  private mutating func fill(
    _ step: (UInt32) -> TemplateProgram.Step, with body: (inout TemplateAssembler) -> Void
  ) {
    let index = steps.count
    steps.append(step(0))
    ends.insert(steps.count)
    body(&self)
    ends.insert(steps.count)
    steps[index] = step(UInt32(steps.count))
  }

  private mutating func path(_ name: TemplateTag.Name) -> TemplateProgram.Path {
    let parts = name.text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { TemplateName.hash(of: $0) }
    names.append(.init(tag: name, parts: parts))
    let form: TemplateProgram.Path.Form = name.text == "." ? .itself : parts.count == 1 ? .single : .dotted
    return .init(first: parts[0], form: form, name: UInt32(names.count - 1))
  }
}
