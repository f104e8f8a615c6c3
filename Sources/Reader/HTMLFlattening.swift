import Diagnostics
import Manuscript

/// The words of blocks as running text, for surroundings that take nothing else: nothing the reader sees is lost.
enum HTMLFlattening {
  static func inlines(of block: Block, context: ReadingContext) -> [Inline] {
    let range = block.range
    func join(_ lines: [[Inline]]) -> [Inline] { lines.filter { !$0.isEmpty }.lines(at: range) }
    func column(_ blocks: [Block]) -> [Inline] { join(blocks.map { inlines(of: $0, context: context) }) }
    switch block.kind {
    case .paragraph(let content): return content
    case .heading(let heading): return heading.content
    case .list(let list): return join(list.items.map { column($0.content) })
    case .quote(let content), .division(_, _, let content): return column(content)
    case .alert(let alert): return join([alert.title ?? [], column(alert.content)])
    case .code(let code): return code.text.isEmpty ? [] : [Inline(.code(code.text), range: range)]
    case .table(let table):
      let rows = (table.head + table.body + table.foot).map { row in
        row.map { cell in
          switch cell.content {
          case .inlines(let content): content
          case .blocks(let content): column(content)
          }
        }.filter { !$0.isEmpty }
      }
      return join([table.caption] + rows.map { Array($0.joined(separator: [Inline(.text(" "), range: range)])) })
    case .rule, .contents: return []
    case .definitionList(let items):
      return join(items.flatMap { $0.terms + $0.definitions.map(column) })
    case .figure(let figure): return join([column(figure.content), figure.caption])
    case .details(let details): return join([details.summary, column(details.content)])
    case .math(let source): return [Inline(.math(source), range: range)]
    case .media(let media): return [Inline(.media(media), range: range, attributes: block.attributes)]
    case .embed(let embed):
      let target =
        context.references.indices.contains(embed.reference) ? context.references[embed.reference].target : ""
      let words = embed.title ?? Text(target)
      return [Inline(.link(Link(reference: embed.reference), [Inline(.text(words), range: range)]), range: range)]
    case .html(let html):
      let pieces = html.pieces.map { piece -> RawHTML<Inline>.Piece in
        switch piece {
        case .source(let text): .source(text)
        case .content(let blocks): .content(column(blocks))
        }
      }
      return [
        Inline(.html(RawHTML(pieces: pieces, elements: html.elements, fallback: column(html.fallback))), range: range)
      ]
    }
  }
}

extension Array where Element == [Inline] {
  /// One line after another, hard breaks between.
  fileprivate func lines(at range: SourceRange) -> [Inline] {
    var result: [Inline] = []
    for (index, line) in enumerated() {
      if index > 0 { result.append(Inline(.hardBreak, range: SourceRange(start: range.end, end: range.end))) }
      result += line
    }
    return result
  }
}

/// Puts an inline element into the lines of a block.
enum HTMLDistribution {
  static func apply(to block: Block, _ wrap: ([Inline]) -> [Inline]) -> Block {
    func line(_ inlines: [Inline]) -> [Inline] { inlines.isEmpty ? [] : wrap(inlines) }
    func column(_ blocks: [Block]) -> [Block] { blocks.map { apply(to: $0, wrap) } }
    var result = block
    switch block.kind {
    case .paragraph(let content): result.kind = .paragraph(line(content))
    case .heading(var heading):
      heading.content = line(heading.content)
      result.kind = .heading(heading)
    case .list(var list):
      for index in list.items.indices { list.items[index].content = column(list.items[index].content) }
      result.kind = .list(list)
    case .quote(let content): result.kind = .quote(column(content))
    case .alert(var alert):
      alert.content = column(alert.content)
      result.kind = .alert(alert)
    case .division(let name, let alignment, let content):
      result.kind = .division(name: name, alignment: alignment, column(content))
    case .figure(var figure):
      figure.content = column(figure.content)
      figure.caption = line(figure.caption)
      result.kind = .figure(figure)
    case .details(var details):
      details.summary = line(details.summary)
      details.content = column(details.content)
      result.kind = .details(details)
    case .definitionList(let items):
      result.kind = .definitionList(
        items.map { DefinitionItem(terms: $0.terms.map(line), definitions: $0.definitions.map(column)) })
    case .table(var table):
      func rows(_ rows: [Table.Row]) -> [Table.Row] {
        rows.map { row in
          row.map { cell in
            var copy = cell
            switch cell.content {
            case .inlines(let content): copy.content = .inlines(line(content))
            case .blocks(let content): copy.content = .blocks(column(content))
            }
            return copy
          }
        }
      }
      table.caption = line(table.caption)
      table.head = rows(table.head)
      table.body = rows(table.body)
      table.foot = rows(table.foot)
      result.kind = .table(table)
    case .code, .rule, .math, .media, .embed, .contents, .html: break
    }
    return result
  }
}
