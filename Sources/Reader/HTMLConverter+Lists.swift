import Diagnostics
import Manuscript

extension HTMLConverter {
  /// A list; a `li` outside one is a list of its own.
  mutating func list(_ node: Int, _ element: HTMLElement) -> [HTMLFlow] {
    var attributes = element == .li ? HTMLAttributes() : attributes(of: node)
    var marker = List.Marker.bullet
    if element == .ol {
      let start = attributes.take("start").flatMap { Int($0.trimmed) } ?? 1
      let numeral = attributes["type"].flatMap { List.Numeral(rawValue: $0.trimmed) }
      if numeral != nil { _ = attributes.take("type") }
      marker = .ordered(start: start, numeral: numeral ?? .decimal)
    }
    var items: [List.Item] = []
    var isTight = true
    var other: [HTMLFlow] = []
    // What stands between items belongs to the item before it: that is where browsers show it.
    func settle(_ converter: inout HTMLConverter) {
      let content = converter.blocks(other)
      other = []
      guard let first = content.first else { return }
      if items.isEmpty {
        items.append(List.Item(content: content, range: first.range))
      } else {
        items[items.count - 1].content += content
      }
    }
    for child in element == .li ? [node] : Array(tree.children(of: node)) {
      guard self.element(of: child) == .li else {
        other += convert(child)
        continue
      }
      settle(&self)
      let (item, isLoose) = item(child)
      items.append(item)
      if isLoose { isTight = false }
    }
    settle(&self)
    if items.isEmpty { return [] }
    return [
      .block(
        Block(
          .list(List(marker: marker, isTight: isTight, items: items)), range: range(of: node),
          attributes: attributes.rest))
    ]
  }

  private mutating func item(_ node: Int) -> (List.Item, isLoose: Bool) {
    var isDone: Bool?
    var isLoose = false
    var isFirst = true
    var content: [HTMLFlow] = []
    for child in tree.children(of: node) {
      let element = element(of: child)
      if element == .p { isLoose = true }
      if isFirst, element == .input, attributes(of: child)["type"]?.lowercased() == "checkbox" {
        isDone = attributes(of: child)["checked"] != nil
        isFirst = false
        continue
      }
      let flow = convert(child)
      if !flow.allSatisfy(\.isBlank) { isFirst = false }
      content += flow
    }
    let item = List.Item(
      isDone: isDone, content: blocks(content), range: range(of: node), attributes: attributes(of: node).rest)
    return (item, isLoose)
  }

  /// Terms and definitions; `nodes` nil: `node` is a lone `dt` or `dd`.
  mutating func definitionList(_ nodes: [Int]?, _ node: Int) -> [HTMLFlow] {
    var items: [DefinitionItem] = []
    if let nodes {
      for list in nodes { collectDefinitions(in: Array(tree.children(of: list)), into: &items) }
    } else {
      collectDefinitions(in: [node], into: &items)
    }
    if items.isEmpty { return [] }
    let attributes = nodes == nil ? Attributes() : attributes(of: node).rest
    return [.block(Block(.definitionList(items), range: range(of: node), attributes: attributes))]
  }

  private mutating func collectDefinitions(in nodes: [Int], into items: inout [DefinitionItem]) {
    var other: [HTMLFlow] = []
    func settle(_ converter: inout HTMLConverter) {
      let content = converter.blocks(other)
      other = []
      if content.isEmpty { return }
      if items.isEmpty { items.append(DefinitionItem(terms: [], definitions: [])) }
      items[items.count - 1].definitions.append(content)
    }
    for child in nodes {
      switch element(of: child) {
      case .dt:
        settle(&self)
        var term = settled(inlines(flow(of: child)))
        let attributes = attributes(of: child).rest
        if !attributes.isEmpty {
          term = [Inline(.span(name: "span", term), range: range(of: child), attributes: attributes)]
        }
        if items.last?.definitions.isEmpty != true || items.isEmpty {
          items.append(DefinitionItem(terms: [], definitions: []))
        }
        items[items.count - 1].terms.append(term)
      case .dd:
        settle(&self)
        if items.isEmpty { items.append(DefinitionItem(terms: [], definitions: [])) }
        items[items.count - 1].definitions.append(blocks(flow(of: child)))
      case .div:
        settle(&self)
        collectDefinitions(in: Array(tree.children(of: child)), into: &items)
      default: other += convert(child)
      }
    }
    settle(&self)
  }
}
