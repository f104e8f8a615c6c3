import Diagnostics
import Manuscript

extension HTMLConverter {
  /// An element without a case in the model: the author's bytes, and what other editions show instead.
  mutating func raw(_ node: Int) -> [HTMLFlow] {
    let token = tree.nodes[node].token
    let name = tokens.name(token)
    if fallbackDepth > 0 {
      if !isPartOfDrawing(name) { note(name) }
      return replacement(node)
    }
    fallbackDepth += 1
    let outer = unknownElements
    unknownElements = []
    // A break that may be taken or not is nothing to report.
    if name.element != .wbr { note(name) }
    let fallback = replacement(node)
    if name.element?.isInvisible == true { collectNames(below: node) }
    fallbackDepth -= 1
    let printer = HTMLVerbatim(tree.nesting)
    let raw = HTMLRaw(
      range: range(of: node), pieces: printer.pieces(of: token), elements: unknownElements, fallback: fallback,
      isBlock: name.element?.isBlock == true || fallback.contains(where: \.isBlock) || printer.holdsBlock(token))
    unknownElements = outer
    return [.raw(raw)]
  }

  func comment(_ token: Int, isCutOff: Bool) -> HTMLRaw {
    HTMLRaw(
      range: tokens.range(token), pieces: [.source(HTMLVerbatim.comment(token, tokens))], elements: [], fallback: [],
      isBlock: false)
  }

  private mutating func note(_ name: HTMLName) {
    if !unknownElements.contains(name.string) { unknownElements.append(name.string) }
  }

  /// Whether the element is a piece of SVG or MathML, which is kept or replaced as one.
  private func isPartOfDrawing(_ name: HTMLName) -> Bool {
    name.element == nil && (unknownElements.first == "svg" || unknownElements.first == "math")
  }

  private mutating func collectNames(below node: Int) {
    for child in tree.children(of: node) {
      let token = tree.nodes[child].token
      if token >= 0, tokens.list[token].name >= 0, tokens.name(token).element == nil { note(tokens.name(token)) }
      collectNames(below: child)
    }
  }

  /// What a reader without this element sees.
  private mutating func replacement(_ node: Int) -> [HTMLFlow] {
    let attributes = attributes(of: node)
    func words(_ value: String?) -> [HTMLFlow] {
      guard let value, !value.isEmpty else { return [] }
      return [.inline(Inline(.text(Text(value)), range: range(of: node)))]
    }
    switch element(of: node) {
    case .area, .base, .link, .meta, .noembed, .noframes, .param, .script, .style, .template, .wbr, .source, .track:
      return []
    case .img: return words(attributes["alt"])
    case .input:
      switch attributes["type"]?.lowercased() {
      case "submit", "button", "reset": return words(attributes["value"])
      default: return []
      }
    case .math:
      if let source = annotation(below: node) {
        return [.inline(Inline(.math(Formula(source)), range: range(of: node)))]
      }
      return flow(of: node)
    case .pre, .xmp:
      return preformatted(node)
    default: return flow(of: node)
    }
  }

  /// The TeX source that MathML may carry along.
  private mutating func annotation(below node: Int) -> Text? {
    for child in tree.children(of: node) {
      let token = tree.nodes[child].token
      guard token >= 0, tokens.list[token].name >= 0 else { continue }
      if tokens.name(token).string == "annotation", attributes(of: child)["encoding"] == "application/x-tex" {
        var text: [UInt8] = []
        appendLines(of: child, to: &text)
        return Text(String(decoding: text, as: UTF8.self).trimmed)
      }
      if let found = annotation(below: child) { return found }
    }
    return nil
  }
}
