internal import Diagnostics

extension TemplateShape.Kind {
  /// Whether `{{name}}` prints something.
  var isPrintable: Bool {
    switch self {
    case .text, .integer, .boolean: true
    case .list, .object, .subtree: false
    }
  }
}

extension TemplateChecker {
  /// What a name stands for here; nil when that is not known (reported, or behind what was reported) or is `.`.
  mutating func kind(of name: TemplateProgram.Name, _ template: Int) -> TemplateShape.Kind? {
    resolve(name, template)?.kind
  }

  /// What a section over a name puts around its body.
  mutating func scope(of name: TemplateProgram.Name, _ template: Int) -> Scope {
    if name.tag.text == "." { return scopes.last ?? .leaf }
    guard let (kind, owner) = resolve(name, template) else { return .anything }
    switch kind {
    case .text, .integer, .boolean, .list(nil): return .leaf
    case .list(let shape?), .object(let shape): return .shape(shape)
    case .subtree: return .shape(owner)
    }
  }

  /// The kind of a name and the shape that has it.
  private mutating func resolve(
    _ name: TemplateProgram.Name, _ template: Int
  ) -> (kind: TemplateShape.Kind, owner: TemplateShape)? {
    guard name.tag.text != ".", let first = name.parts.first else { return nil }
    for scope in scopes.reversed() {
      switch scope {
      case .leaf: continue
      case .anything: return nil
      case .shape(let shape):
        guard let slot = shape.slot(first) else { continue }
        return resolve(name, in: shape, slot, template)
      }
    }
    reportUnknown(name, among: visibleNames(), template)
    return nil
  }

  /// Follows the further parts of a dotted name.
  private mutating func resolve(
    _ name: TemplateProgram.Name, in shape: TemplateShape, _ slot: Int, _ template: Int
  ) -> (kind: TemplateShape.Kind, owner: TemplateShape)? {
    var owner = shape
    var kind = shape.kinds[slot]
    for (index, component) in name.parts.enumerated().dropFirst() {
      let prefix = name.tag.text.split(separator: ".", omittingEmptySubsequences: false).prefix(index)
        .joined(separator: ".")
      guard case .object(let inner) = kind else {
        reportUnknown(name, among: [prefix], template)
        return nil
      }
      guard let slot = inner.slot(component) else {
        reportUnknown(name, among: inner.names.map { "\(prefix).\($0.text)" }, template)
        return nil
      }
      owner = inner
      kind = inner.kinds[slot]
    }
    return (kind, owner)
  }

  private mutating func reportUnknown(_ name: TemplateProgram.Name, among names: [String], _ template: Int) {
    let meant = Suggestion.nearest(to: name.tag.text, among: names)
    report(.templateUnknownName, [name.tag.text, meant ?? ""], at: name.tag, template)
  }

  /// What an author could have meant here, innermost first.
  private func visibleNames() -> [String] {
    scopes.reversed().flatMap { scope -> [String] in
      switch scope {
      case .shape(let shape): return shape.names.map(\.text)
      case .leaf, .anything: return []
      }
    }
  }
}
