import CCmarkGFM
import Diagnostics
import Manuscript

extension MarkdownConverter {
  func list(_ node: CommonMarkNode) -> Block {
    var items: [List.Item] = []
    items.reserveCapacity(node.childCount)
    var child = node.firstChild
    while let item = child {
      child = item.nextSibling
      items.append(listItem(item))
    }
    let data = node.pointee.as.list
    let marker: List.Marker =
      data.list_type == CMARK_ORDERED_LIST ? .ordered(start: Int(data.start), numeral: .decimal) : .bullet
    let list = List(marker: marker, isTight: data.tight, items: items)
    let place = range(start(node)..<start(node))
    var block = Block(.list(list), range: items.last.map { place.union($0.range) } ?? place)
    if strayAttributes != nil { takeStrayAttributes(ofList: &block) }
    return block
  }

  private func listItem(_ node: CommonMarkNode) -> List.Item {
    let first = start(node)
    let outer = itemColumn
    itemColumn = Int(node.pointee.start_column) - 1 + Int(node.pointee.as.list.padding)
    let content = blocks(of: node)
    itemColumn = outer
    let marker = range(first..<markerEnd(first))
    var isDone: Bool?
    if let mine = node.pointee.extension, mine == CommonMarkLibrary.extensions.taskList {
      isDone = node.pointee.as.list.checked
    }
    let place = content.reduce(marker) { $0.union($1.range) }
    return List.Item(isDone: isDone, content: content, range: place)
  }

  // `-`, `12.`, `3)`
  private func markerEnd(_ start: Int) -> Int {
    var position = start
    while position < source.count, source[position] >= 0x30, source[position] <= 0x39 { position += 1 }
    return min(position + 1, source.count)
  }
}
