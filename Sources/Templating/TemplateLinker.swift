/// Writes a template and what it includes out as one program (see `LinkedTemplate`).
struct TemplateLinker {
  /// What one context is known to be.
  enum Scope {
    case constant(TemplateObject)
    /// An object that the rendering brings: the one at that index.
    case runtime(TemplateShape, Int)
    /// A text, a number: has no names of its own.
    case leaf
  }

  /// What a name stands for.
  private enum Meaning {
    case constant(TemplateValue)
    case runtime(LinkedTemplate.Place, TemplateShape.Kind, owner: TemplateShape)
  }

  /// The template holds something that a linked one cannot say.
  private struct Unlinkable: Error {}

  /// Steps of a program; what grows longer includes itself over and over.
  static let maximumSteps = 1 << 14

  let library: TemplateLibrary
  let escaping: TemplateEscaping
  private(set) var steps: [LinkedTemplate.Step] = []
  private(set) var literals: [UInt8] = []
  private(set) var paths: [[Int]] = []
  private(set) var calls: [LinkedTemplate.Call] = []
  private var scopes: [Scope] = []
  private var runtimeCount = 0
  private var overrides: [(template: Int, inclusion: Int)] = []
  /// The templates that are being written out.
  private var open: [Int] = []
  private var depth = 0
  /// The number of steps when a body was closed: text behind it is a step of its own.
  private var barrier = 0

  init(
    library: TemplateLibrary, escaping: TemplateEscaping, constant: TemplateObject?, shapes: [TemplateShape]
  ) {
    self.library = library
    self.escaping = escaping
    if let constant { scopes.append(.constant(constant)) }
    for shape in shapes { push(shape) }
  }

  /// - Returns: whether all of it could be written out.
  mutating func link(_ template: Int) -> Bool {
    do {
      try writeTemplate(template)
      return true
    } catch {
      return false
    }
  }

  private mutating func push(_ shape: TemplateShape) {
    scopes.append(.runtime(shape, runtimeCount))
    runtimeCount += 1
  }

  private mutating func writeTemplate(_ index: Int) throws(Unlinkable) {
    let program = library.templates[index].program
    open.append(index)
    try write(program, 0..<program.steps.count, of: index)
    open.removeLast()
  }

  private mutating func write(
    _ program: TemplateProgram, _ range: Range<Int>, of template: Int
  ) throws(Unlinkable) {
    depth += 1
    defer { depth -= 1 }
    guard depth < TemplateRenderer.maximumDepth, steps.count < Self.maximumSteps else { throw Unlinkable() }
    var index = range.lowerBound
    while index < range.upperBound {
      switch program.steps[index] {
      case .literal(let start, let end, _): append { $0 += program.literals[Int(start)..<Int(end)] }
      // Nothing is indented in what can be linked.
      case .lineStart: break
      case .value(let path, let isEscaped):
        switch try meaning(of: path, program) {
        case .constant(let value): append { [escaping] in value.print(escaping, isEscaped: isEscaped, to: &$0) }
        case .runtime(let place, _, _): steps.append(.value(place, isEscaped: isEscaped))
        }
      case .section(let path, let end):
        try writeSection(try meaning(of: path, program), program, (index + 1)..<Int(end), of: template)
        index = Int(end) - 1
      case .inverted(let path, let end):
        let body = (index + 1)..<Int(end)
        switch try meaning(of: path, program) {
        case .constant(let value): if !value.isTruthy { try write(program, body, of: template) }
        case .runtime(let place, _, _):
          let step = steps.count
          steps.append(.inverted(place, end: 0))
          try write(program, body, of: template)
          close(step) { .inverted(place, end: $0) }
        }
        index = Int(end) - 1
      case .inclusion(let inclusion, let end):
        try include(program, Int(inclusion), of: template)
        index = Int(end) - 1
      case .block(let block, let end):
        try writeBlock(program, Int(block), (index + 1)..<Int(end), of: template)
        index = Int(end) - 1
      }
      index += 1
    }
  }

  private mutating func writeSection(
    _ meaning: Meaning, _ program: TemplateProgram, _ body: Range<Int>, of template: Int
  ) throws(Unlinkable) {
    switch meaning {
    case .constant(let value):
      guard value.isTruthy else { return }
      let items = if case .list(let items) = value { items } else { [value] }
      for item in items {
        let scope: Scope = if case .object(let object) = item { .constant(object) } else { .leaf }
        scopes.append(scope)
        try write(program, body, of: template)
        scopes.removeLast()
      }
    case .runtime(let place, let kind, let owner):
      let inner = kind.scope(of: owner)
      let step = steps.count
      steps.append(.section(place, isScope: inner != nil, end: 0))
      if let inner { push(inner) } else { scopes.append(.leaf) }
      try write(program, body, of: template)
      scopes.removeLast()
      if inner != nil { runtimeCount -= 1 }
      close(step) { .section(place, isScope: inner != nil, end: $0) }
    }
  }

  private mutating func include(_ program: TemplateProgram, _ index: Int, of template: Int) throws(Unlinkable) {
    guard let target = library.targets[template][index] else { return }
    let inclusion = program.inclusions[index]
    guard inclusion.placement.indentation.isEmpty else { throw Unlinkable() }
    if !inclusion.overrides.isEmpty { overrides.append((template, index)) }
    if open.contains(target) { try call(target) } else { try writeTemplate(target) }
    if !inclusion.overrides.isEmpty { overrides.removeLast() }
  }

  private mutating func call(_ target: Int) throws(Unlinkable) {
    var contexts: [LinkedTemplate.Call.Context] = []
    for scope in scopes {
      switch scope {
      case .constant(let object): contexts.append(.constant(object))
      case .runtime(_, let index): contexts.append(.runtime(index))
      // Has no names, so it is kept nowhere: only `{{.}}` would print it.
      case .leaf: if library.printsContexts { throw Unlinkable() }
      }
    }
    steps.append(.call(UInt32(calls.count)))
    calls.append(.init(template: target, contexts: contexts, overrides: overrides, depth: depth))
  }

  private mutating func writeBlock(
    _ program: TemplateProgram, _ index: Int, _ content: Range<Int>, of template: Int
  ) throws(Unlinkable) {
    let block = program.blocks[index]
    guard block.placement.indentation.isEmpty else { throw Unlinkable() }
    for (owner, inclusion) in overrides {
      let ownerProgram = library.templates[owner].program
      for override in ownerProgram.inclusions[inclusion].overrides where override.hash == block.hash {
        return try write(ownerProgram, override.body, of: owner)
      }
    }
    try write(program, content, of: template)
  }

  /// Appends text; what follows text directly is one step with it.
  private mutating func append(_ write: (inout [UInt8]) -> Void) {
    let start = UInt32(literals.count)
    write(&literals)
    let end = UInt32(literals.count)
    guard start < end else { return }
    if steps.count > barrier, case .literal(let earlier, start)? = steps.last {
      steps[steps.count - 1] = .literal(start: earlier, end: end)
    } else {
      steps.append(.literal(start: start, end: end))
    }
  }

  /// Tells a step where its body ends.
  private mutating func close(_ index: Int, _ step: (UInt32) -> LinkedTemplate.Step) {
    steps[index] = step(UInt32(steps.count))
    barrier = steps.count
  }

  /// What a name stands for here: of the innermost context that has its first part.
  private mutating func meaning(
    of path: TemplateProgram.Path, _ program: TemplateProgram
  ) throws(Unlinkable) -> Meaning {
    guard path.form != .itself else { throw Unlinkable() }
    let rest = path.form == .single ? [] : program.names[Int(path.name)].parts.dropFirst()
    for scope in scopes.reversed() {
      switch scope {
      case .leaf: continue
      case .constant(let object):
        if let found = object.value(path.first) { return .constant(found.value(rest)) }
      case .runtime(let shape, let context):
        if let slot = shape.slot(path.first) { return runtime(shape, slot, rest, context) }
      }
    }
    return .constant(.absent)
  }

  private mutating func runtime(
    _ shape: TemplateShape, _ slot: Int, _ rest: ArraySlice<UInt64>, _ context: Int
  ) -> Meaning {
    var owner = shape
    var kind = shape.kinds[slot]
    var further: [Int] = []
    for part in rest {
      guard case .object(let inner) = kind, let slot = inner.slot(part) else { return .constant(.absent) }
      further.append(slot)
      owner = inner
      kind = inner.kinds[slot]
    }
    var place = LinkedTemplate.Place(context: UInt16(context), slot: UInt16(slot))
    if !further.isEmpty {
      place.path = UInt32(paths.count)
      paths.append(further)
    }
    return .runtime(place, kind, owner: owner)
  }
}

extension TemplateShape.Kind {
  /// The shape of the objects that a section over it puts around its body; nil when there are none.
  ///
  /// - Parameter owner: the shape that has the name.
  fileprivate func scope(of owner: TemplateShape) -> TemplateShape? {
    switch self {
    case .text, .integer, .boolean, .list(nil): nil
    case .list(let shape?), .object(let shape): shape
    case .subtree: owner
    }
  }
}
