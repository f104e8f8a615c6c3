internal import Diagnostics

/// One rendering of one template: the machine that runs a program's steps.
struct TemplateRenderer {
  /// Bodies within bodies, inclusions counted too; deeper is taken for an endless inclusion. Leaves room on a small stack.
  static let maximumDepth = 400
  /// Inclusions in one rendering, so that two templates that include each other twice cannot run for ever.
  static let maximumInclusions = 1_000_000

  let library: TemplateLibrary
  let escaping: TemplateEscaping
  var output: [UInt8]
  private var contexts: [TemplateValue]
  /// The blocks that inclusions override, outermost first: the outermost one that names a block wins.
  private var overrides: [(template: Int, inclusion: Int)]
  /// Put before every line that is not empty.
  var indentation: [UInt8] = []
  /// Whether the next byte begins a line whose indentation is still to be put.
  var owesIndentation = false
  private var depth: Int
  private var inclusionCount = 0
  /// Why the rendering ended early.
  private(set) var problem: Diagnostic?
  private var hasStopped = false

  /// - Parameters:
  ///   - overrides: the blocks that are overridden around it, outermost first.
  ///   - depth: bodies around it.
  init(
    library: TemplateLibrary, contexts: [TemplateValue], escaping: TemplateEscaping, output: [UInt8],
    overrides: [(template: Int, inclusion: Int)] = [], depth: Int = 0
  ) {
    self.library = library
    self.contexts = contexts
    self.escaping = escaping
    self.output = output
    self.overrides = overrides
    self.depth = depth
  }

  mutating func renderTemplate(_ index: Int) {
    let program = library.templates[index].program
    run(program, 0..<program.steps.count, of: index)
  }

  private mutating func run(_ program: TemplateProgram, _ range: Range<Int>, of template: Int) {
    depth += 1
    defer { depth -= 1 }
    var index = range.lowerBound
    while index < range.upperBound, !hasStopped {
      switch program.steps[index] {
      case .literal(let start, let end, let startsLine):
        appendLiteral(program, Int(start)..<Int(end), startsLine: startsLine)
      case .lineStart:
        if !indentation.isEmpty { startLine() }
      case .value(let path, let isEscaped):
        append(value(of: path, program), isEscaped: isEscaped)
      case .section(let path, let end):
        runSection(value(of: path, program), program, (index + 1)..<Int(end), of: template)
        index = Int(end) - 1
      case .inverted(let path, let end):
        if !value(of: path, program).isTruthy { run(program, (index + 1)..<Int(end), of: template) }
        index = Int(end) - 1
      case .inclusion(let inclusion, let end):
        include(program, Int(inclusion), of: template)
        index = Int(end) - 1
      case .block(let block, let end):
        runBlock(program, Int(block), (index + 1)..<Int(end), of: template)
        index = Int(end) - 1
      }
      index += 1
    }
  }

  private mutating func runSection(
    _ value: TemplateValue, _ program: TemplateProgram, _ body: Range<Int>, of template: Int
  ) {
    guard value.isTruthy, !hasStopped else { return }
    if case .list(let items) = value {
      for item in items where !hasStopped {
        contexts.append(item)
        run(program, body, of: template)
        contexts.removeLast()
      }
    } else {
      contexts.append(value)
      run(program, body, of: template)
      contexts.removeLast()
    }
  }

  private mutating func include(_ program: TemplateProgram, _ index: Int, of template: Int) {
    guard let target = library.targets[template][index] else { return }
    let inclusion = program.inclusions[index]
    inclusionCount += 1
    guard depth < Self.maximumDepth, inclusionCount <= Self.maximumInclusions else {
      return stop(at: inclusion.name, of: template)
    }
    if !inclusion.overrides.isEmpty { overrides.append((template, index)) }
    indented(by: inclusion.placement) { $0.renderTemplate(target) }
    if !inclusion.overrides.isEmpty { overrides.removeLast() }
  }

  private mutating func runBlock(
    _ program: TemplateProgram, _ index: Int, _ content: Range<Int>, of template: Int
  ) {
    let block = program.blocks[index]
    for (owner, inclusion) in overrides {
      let ownerProgram = library.templates[owner].program
      for override in ownerProgram.inclusions[inclusion].overrides where override.hash == block.hash {
        guard depth < Self.maximumDepth else { return stop(at: override.name, of: owner) }
        return indented(by: block.placement) { $0.run(ownerProgram, override.body, of: owner) }
      }
    }
    indented(by: block.placement) { $0.run(program, content, of: template) }
  }

  private mutating func stop(at name: TemplateTag.Name, of template: Int) {
    hasStopped = true
    problem = Diagnostic(
      .templateSyntax, path: library.templates[template].path, range: SourceRange(name.range),
      arguments: ["too-deep", name.text])
  }

  /// The value that a name stands for here: of the innermost context that has its first part.
  private func value(of path: TemplateProgram.Path, _ program: TemplateProgram) -> TemplateValue {
    if path.form == .itself { return contexts.last ?? .absent }
    var index = contexts.count - 1
    while index >= 0 {
      if case .object(let object) = contexts[index], let found = object.value(path.first) {
        if path.form == .single { return found }
        return found.value(program.names[Int(path.name)].parts.dropFirst())
      }
      index -= 1
    }
    return .absent
  }
}
