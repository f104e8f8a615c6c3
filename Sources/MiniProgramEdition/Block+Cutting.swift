import Manuscript

extension Block {
  /// The same content as smaller blocks, when it can be cut; nil for a leaf.
  var halves: [Block]? {
    switch kind {
    case .paragraph(let inlines):
      return cut(inlines) { .paragraph($0) }
    case .list(let list):
      if list.items.count > 1 {
        let middle = list.items.count / 2
        var first = list
        var second = list
        first.items = Array(list.items[..<middle])
        second.items = Array(list.items[middle...])
        guard case .ordered(let start, let numeral) = list.marker else {
          return [with(.list(first)), continued(.list(second))]
        }
        let numbers = list.numbers(attributes)
        second.marker = .ordered(start: numbers.isEmpty ? start &+ middle : numbers[middle], numeral: numeral)
        guard let top = numbers.first, attributes["reversed"] != nil else {
          return [with(.list(first)), continued(.list(second))]
        }
        first.marker = .ordered(start: top, numeral: numeral)
        let reversed = Attributes.Item(name: "reversed", value: List.piece)
        let kept = attributes.items.filter { $0.name != "reversed" }
        return [
          Block(.list(first), range: range, attributes: Attributes([reversed] + kept)),
          Block(.list(second), range: range, attributes: Attributes([reversed])),
        ]
      }
      guard let item = list.items.first, !item.content.isEmpty else { return nil }
      guard item.content.count > 1 else { return item.content }
      var first = list
      first.items[0].content = Array(item.content[..<1])
      return [with(.list(first))] + item.content[1...]
    case .quote(let content):
      return cutBlocks(content) { .quote($0) }
    case .alert(let alert):
      return cutBlocks(alert.content) { .alert(Alert(kind: alert.kind, title: alert.title, content: $0)) }
    case .details(let details):
      return cutBlocks(details.content) {
        .details(Details(summary: details.summary, isOpen: details.isOpen, content: $0))
      }
    case .figure(let figure):
      return cutBlocks(figure.content) {
        .figure(Figure(content: $0, caption: figure.caption, alignment: figure.alignment))
      }
    case .division(let name, let alignment, let content):
      return cutBlocks(content) { .division(name: name, alignment: alignment, $0) }
    case .html(let html):
      return html.fallback.isEmpty ? nil : html.fallback
    case .definitionList(let items):
      return cut(items) { .definitionList($0) }
    case .table(let table):
      guard table.body.count > 1, !table.hasRowSpans else { return nil }
      let middle = table.body.count / 2
      var first = table
      var second = table
      first.body = Array(table.body[..<middle])
      first.foot = []
      second.body = Array(table.body[middle...])
      second.caption = []
      return [with(.table(first)), continued(.table(second))]
    case .heading, .code, .rule, .math, .media, .embed, .contents: return nil
    }
  }

  private func with(_ kind: Kind) -> Block { Block(kind, range: range, attributes: attributes) }
  /// Ids stay on the first piece.
  private func continued(_ kind: Kind) -> Block { Block(kind, range: range) }

  private func cut<Element>(_ elements: [Element], _ make: ([Element]) -> Kind) -> [Block]? {
    guard elements.count > 1 else { return nil }
    let middle = elements.count / 2
    return [with(make(Array(elements[..<middle]))), continued(make(Array(elements[middle...])))]
  }

  private func cutBlocks(_ content: [Block], _ make: ([Block]) -> Kind) -> [Block]? {
    guard content.count == 1 else { return cut(content, make) }
    return content[0].halves.map { pieces in pieces.map { continued(make([$0])) } }
  }
}

extension Table {
  var hasRowSpans: Bool { [head, body, foot].joined().joined().contains { $0.rowSpan > 1 } }
  var hasSpans: Bool { [head, body, foot].joined().joined().contains { $0.rowSpan > 1 || $0.columnSpan > 1 } }
}
