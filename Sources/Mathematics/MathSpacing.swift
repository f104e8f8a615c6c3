/// The room that TeX leaves between neighbouring atoms (The TeXbook, chapter 18).
package enum MathSpacing {
  /// The class by which an atom is spaced; nil for what is no atom (a space, nothing).
  package static func kind(of node: MathNode) -> MathSymbol.Class? {
    switch node {
    case .row(let nodes): nodes.isEmpty ? nil : .ordinary
    case .identifier, .number, .text, .root, .accent, .table, .phantom, .enclosed: .ordinary
    case .symbol(let symbol): symbol.kind
    case .function: .largeOperator
    case .space: nil
    case .fraction, .fenced: .inner
    case .scripts(let scripts): kind(of: scripts.base) ?? .ordinary
    case .arrow: .relation
    case .delimiter(_, _, let kind), .classed(_, let kind): kind
    case .styled(_, let content): kind(of: content)
    }
  }

  /// Em between two atoms, before `\thinspace` and its like; in scripts only what stands beside operators remains.
  package static func room(
    between left: MathSymbol.Class, and right: MathSymbol.Class, isScript: Bool = false
  ) -> Double {
    let thin = 3.0 / 18
    let medium = isScript ? 0 : 4.0 / 18
    let thick = isScript ? 0 : 5.0 / 18
    let thinInText = isScript ? 0 : thin
    switch (left, right) {
    case (.ordinary, .largeOperator), (.closing, .largeOperator), (.largeOperator, .ordinary),
      (.largeOperator, .largeOperator), (.inner, .largeOperator):
      return thin
    case (.binary, .opening), (.ordinary, .binary), (.closing, .binary), (.inner, .binary), (.binary, .ordinary),
      (.binary, .largeOperator), (.binary, .inner):
      return medium
    case (.relation, .relation), (.relation, .closing), (.relation, .punctuation), (_, .closing), (.opening, _):
      return 0
    case (.relation, _), (.ordinary, .relation), (.largeOperator, .relation), (.closing, .relation),
      (.inner, .relation):
      return thick
    case (.punctuation, _), (.inner, _): return right == .closing ? 0 : thinInText
    case (.ordinary, .inner), (.closing, .inner), (.largeOperator, .inner): return thinInText
    default: return 0
    }
  }

  /// What stands between atoms side by side.
  package struct Line: Hashable, Sendable {
    /// Em before each of them.
    package var rooms: [Double]
    /// Those that are operators by class but have nothing to operate on: signs (`-x`, `(+1)`).
    package var signs: Set<Int>
  }

  package static func line(of nodes: [MathNode], isScript: Bool) -> Line {
    var line = Line(rooms: [Double](repeating: 0, count: nodes.count), signs: [])
    var left: MathSymbol.Class?
    for index in nodes.indices {
      guard var kind = kind(of: nodes[index]) else { continue }
      if kind == .binary, isUnary(after: left) || isUnary(before: nodes[(index + 1)...]) {
        kind = .ordinary
        line.signs.insert(index)
      }
      if let left { line.rooms[index] = room(between: left, and: kind, isScript: isScript) }
      left = kind
    }
    return line
  }

  private static func isUnary(after left: MathSymbol.Class?) -> Bool {
    switch left {
    case nil, .binary, .largeOperator, .relation, .opening, .punctuation: true
    case .ordinary, .closing, .inner: false
    }
  }

  private static func isUnary(before rest: ArraySlice<MathNode>) -> Bool {
    for node in rest {
      switch kind(of: node) {
      case nil: continue
      case .relation, .closing, .punctuation: return true
      case .ordinary, .largeOperator, .binary, .opening, .inner: return false
      }
    }
    return true
  }
}
