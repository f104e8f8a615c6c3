internal import Diagnostics

/// Runs a program over the shapes of its values instead of the values.
struct TemplateChecker {
  /// What one context may hold.
  enum Scope {
    case shape(TemplateShape)
    /// A text, a number: has no names of its own.
    case leaf
    /// Behind a name that was reported: everything is taken for known.
    case anything
  }

  /// A place in a program whose mistakes are reported once.
  struct Place: Hashable {
    var template: Int
    var offset: Int
  }

  /// What decides how a template is checked; when it was checked under the same circumstances there is nothing new to say.
  struct Visit: Hashable {
    var template: Int
    var scopes: [ObjectIdentifier?]
    var overrides: [Place]
  }

  let library: TemplateLibrary
  private(set) var diagnostics: [Diagnostic] = []
  var scopes: [Scope]
  private var overrides: [(template: Int, inclusion: Int)] = []
  private var visits: Set<Visit> = []
  private var reported: Set<Place> = []
  /// Overrides that were come across, in that order, and those of them that replace something.
  private var mentioned: [(template: Int, override: TemplateProgram.Override, target: Int)] = []
  private var mentionedPlaces: Set<Place> = []
  private var used: Set<Place> = []
  private var depth = 0

  init(library: TemplateLibrary, shapes: [TemplateShape]) {
    self.library = library
    self.scopes = shapes.map { .shape($0) }
  }

  mutating func checkTemplate(_ index: Int) {
    let program = library.templates[index].program
    check(program, 0..<program.steps.count, of: index)
  }

  private mutating func check(_ program: TemplateProgram, _ range: Range<Int>, of template: Int) {
    // Below what rendering allows: a deeper template is reported when it is rendered.
    guard depth < TemplateRenderer.maximumDepth else { return }
    depth += 1
    defer { depth -= 1 }
    var index = range.lowerBound
    while index < range.upperBound {
      switch program.steps[index] {
      case .literal, .lineStart: break
      case .value(let path, _):
        let name = program.names[Int(path.name)]
        if let kind = kind(of: name, template), !kind.isPrintable {
          report(.templateSyntax, ["not-text", name.tag.text], at: name.tag, template)
        }
      case .section(let path, let end):
        scopes.append(scope(of: program.names[Int(path.name)], template))
        check(program, (index + 1)..<Int(end), of: template)
        scopes.removeLast()
        index = Int(end) - 1
      case .inverted(let path, let end):
        _ = kind(of: program.names[Int(path.name)], template)
        check(program, (index + 1)..<Int(end), of: template)
        index = Int(end) - 1
      case .inclusion(let inclusion, let end):
        include(program, Int(inclusion), of: template)
        index = Int(end) - 1
      case .block(let block, let end):
        checkBlock(program.blocks[Int(block)], program, (index + 1)..<Int(end), of: template)
        index = Int(end) - 1
      }
      index += 1
    }
  }

  private mutating func include(_ program: TemplateProgram, _ index: Int, of template: Int) {
    let inclusion = program.inclusions[index]
    guard let target = library.targets[template][index] else {
      let names = library.templates.map(\.name).sorted()
      let meant = Suggestion.nearest(to: inclusion.name.text, among: names)
      return report(.templateUnknownPartial, [inclusion.name.text, meant ?? ""], at: inclusion.name, template)
    }
    for override in inclusion.overrides
    where mentionedPlaces.insert(place(of: override, template)).inserted {
      mentioned.append((template, override, target))
    }
    if !inclusion.overrides.isEmpty { overrides.append((template, index)) }
    if visits.insert(visit(of: target)).inserted { checkTemplate(target) }
    if !inclusion.overrides.isEmpty { overrides.removeLast() }
  }

  private mutating func checkBlock(
    _ block: TemplateProgram.Block, _ program: TemplateProgram, _ content: Range<Int>, of template: Int
  ) {
    var winner: (template: Int, override: TemplateProgram.Override)?
    for (owner, inclusion) in overrides {
      for override in library.templates[owner].program.inclusions[inclusion].overrides
      where override.hash == block.hash {
        used.insert(place(of: override, owner))
        if winner == nil { winner = (owner, override) }
      }
    }
    if let winner {
      check(library.templates[winner.template].program, winner.override.body, of: winner.template)
    } else {
      check(program, content, of: template)
    }
  }

  /// Overrides whose block no included template has: an author's misspelling, which would vanish without a word.
  mutating func reportUnusedOverrides() {
    for (template, override, target) in mentioned where !used.contains(place(of: override, template)) {
      let blocks = library.templates[target].program.blocks.map(\.name.text)
      let meant = Suggestion.nearest(to: override.name.text, among: blocks)
      report(.templateUnknownName, [override.name.text, meant ?? ""], at: override.name, template)
    }
  }

  mutating func report(
    _ code: Diagnostic.Code, _ arguments: [String], at name: TemplateTag.Name, _ template: Int
  ) {
    guard reported.insert(Place(template: template, offset: name.range.lowerBound)).inserted else { return }
    let range = SourceRange(name.range)
    var fixIts: [Diagnostic.FixIt] = []
    if code != .templateSyntax, let meant = arguments.last, !meant.isEmpty {
      fixIts = [.init(range: range, replacement: meant)]
    }
    diagnostics.append(
      Diagnostic(
        code, path: library.templates[template].path, range: range, arguments: arguments, fixIts: fixIts))
  }

  private func place(of override: TemplateProgram.Override, _ template: Int) -> Place {
    Place(template: template, offset: override.name.range.lowerBound)
  }

  /// Inner duplicates hide outer ones, so only the first of each from within counts: there are finitely many visits.
  private func visit(of target: Int) -> Visit {
    var kept: [ObjectIdentifier?] = []
    for scope in scopes.reversed() {
      let identity: ObjectIdentifier?
      switch scope {
      case .shape(let shape): identity = ObjectIdentifier(shape)
      case .anything: identity = nil
      case .leaf: continue
      }
      if !kept.contains(identity) { kept.append(identity) }
    }
    var frames: [Place] = []
    for (template, inclusion) in overrides {
      let place = Place(template: template, offset: inclusion)
      if !frames.contains(place) { frames.append(place) }
    }
    return Visit(template: target, scopes: kept, overrides: frames)
  }
}
