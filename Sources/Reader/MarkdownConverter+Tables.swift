import CCmarkGFM
import Diagnostics
import Manuscript

extension MarkdownConverter {
  func table(_ node: CommonMarkNode) -> Block {
    let alignments = self.alignments(node)
    var head: [Table.Row] = []
    var body: [Table.Row] = []
    var child = node.firstChild
    var line = headLine(node)
    let first = contentStart(ofLine: line)
    var end = first
    while let row = child {
      child = row.nextSibling
      let isHead = head.isEmpty
      if !isHead { line = Int(row.pointee.start_line) }
      let cells = tableRow(row, line: line, alignments: alignments, isHead: isHead)
      if isHead { head.append(cells) } else { body.append(cells) }
      end = lines.end(isHead ? line + 1 : line)
    }
    while end > first, ByteRun.isSpace(source[end - 1]) { end -= 1 }
    let list = takeTrailingAttributes(&body)
    let table = Table(alignments: alignments, head: head, body: body)
    var block = Block(.table(table), range: range(first..<max(first, end)))
    list?.apply(to: &block)
    return block
  }

  // The library takes a table to begin where the paragraph began whose last line became its head.
  private func headLine(_ node: CommonMarkNode) -> Int {
    let line = Int(node.pointee.start_line)
    guard let before = node.pointee.prev, before.pointee.start_line == 0, before.kind == .paragraph else { return line }
    var count = 1
    for byte in before.content where byte == 0x0A { count += 1 }
    return line + count
  }

  private func alignments(_ node: CommonMarkNode) -> [Alignment?] {
    let count = Int(cmark_gfm_extensions_get_table_columns(node))
    guard let letters = cmark_gfm_extensions_get_table_alignments(node) else { return [] }
    return (0..<count).map { column in
      switch letters[column] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: nil
      }
    }
  }

  private func tableRow(
    _ row: CommonMarkNode, line: Int, alignments: [Alignment?], isHead: Bool
  ) -> Table.Row {
    let places = cellPlaces(line)
    var cells: Table.Row = []
    cells.reserveCapacity(alignments.count)
    var child = row.firstChild
    while let cell = child {
      child = cell.nextSibling
      let place = cells.count < places.count ? places[cells.count] : lines.end(line)..<lines.end(line)
      cursor = InlineCursor(LeafContent(cell: cell.content, at: place.lowerBound, in: source))
      cells.append(Table.Cell(content: .inlines(inlines(of: cell)), isHeader: isHead))
    }
    return cells
  }

  /// What stands between the pipes of a line, without the blanks around it.
  private func cellPlaces(_ line: Int) -> [Range<Int>] {
    var places: [Range<Int>] = []
    let end = lines.end(line)
    var position = contentStart(ofLine: line)
    if position < end, source[position] == 0x7C { position += 1 }
    while position < end {
      var stop = position
      while stop < end, source[stop] != 0x7C { stop += source[stop] == 0x5C && stop + 1 < end ? 2 : 1 }
      var first = position
      var last = stop
      while first < last, ByteRun.isSpace(source[first]) { first += 1 }
      while last > first, ByteRun.isSpace(source[last - 1]) { last -= 1 }
      places.append(first..<last)
      position = stop + 1
    }
    return places
  }

  // An attribute list on the line below a table looks like a row of it.
  private func takeTrailingAttributes(_ body: inout [Table.Row]) -> AttributeList? {
    guard dialect == .offprint, let row = body.last, case .inlines(let words)? = row.first?.content, words.count == 1,
      case .text(let text) = words[0].kind, text.bytes.starts(with: [0x7B, 0x3A]),
      row.dropFirst().allSatisfy({ $0.content == .inlines([]) }), let list = AttributeList(text.bytes[...]),
      list.count == text.bytes.count
    else { return nil }
    body.removeLast()
    return list
  }
}
