import Diagnostics
import Highlighting

extension TreeDecoder {
  mutating func blocks() throws(Damaged) -> [Block] {
    let count = try count()
    if count == 0 { return [] }
    try enter()
    defer { leave() }
    var result: [Block] = []
    result.reserveCapacity(count)
    for _ in 0..<count {
      let first = try byte()
      guard let tag = BlockTag(rawValue: first & ~TreeTag.attributes) else { throw Damaged() }
      let range = try range()
      let attributes = first & TreeTag.attributes != 0 ? try attributes() : Attributes()
      result.append(Block(try block(tag), range: range, attributes: attributes))
    }
    return result
  }

  private mutating func block(_ tag: BlockTag) throws(Damaged) -> Block.Kind {
    switch tag {
    case .paragraph: return .paragraph(try inlines())
    case .heading:
      var heading = Heading(level: try number(), id: try string(), content: [])
      heading.content = try inlines()
      return .heading(heading)
    case .list: return .list(try list())
    case .quote: return .quote(try blocks())
    case .alert:
      let index = Int(try byte())
      guard Alert.Kind.allCases.indices.contains(index) else { throw Damaged() }
      let title = try optional { (decoder) throws(Damaged) in try decoder.inlines() }
      return .alert(Alert(kind: Alert.Kind.allCases[index], title: title, content: try blocks()))
    case .code: return .code(try code())
    case .table: return .table(try table())
    case .rule: return .rule
    case .definitionList:
      return .definitionList(
        try list { (decoder) throws(Damaged) in
          let terms = try decoder.list { (decoder) throws(Damaged) in try decoder.inlines() }
          return DefinitionItem(
            terms: terms, definitions: try decoder.list { (decoder) throws(Damaged) in try decoder.blocks() })
        })
    case .figure:
      var figure = Figure(content: try blocks(), caption: try inlines())
      figure.alignment = try alignment()
      return .figure(figure)
    case .details:
      var details = Details(summary: try inlines(), isOpen: try flag(), content: [])
      details.content = try blocks()
      return .details(details)
    case .math: return .math(try formula())
    case .media: return .media(try media())
    case .embed:
      var embed = Embed(reference: try number(), title: try optionalText())
      embed.width = try length()
      embed.height = try length()
      return .embed(embed)
    case .contents: return .contents
    case .division:
      let name = try string()
      let side = try alignment()
      return .division(name: name, alignment: side, try blocks())
    case .html: return .html(try raw { (decoder) throws(Damaged) in try decoder.blocks() })
    }
  }

  private mutating func list() throws(Damaged) -> List {
    var list = List(marker: .bullet, isTight: true, items: [])
    if try flag() {
      let start = try number()
      guard let numeral = List.Numeral(rawValue: try string()) else { throw Damaged() }
      list.marker = .ordered(start: start, numeral: numeral)
    }
    list.isTight = try flag()
    list.items = try self.list { (decoder) throws(Damaged) in
      let state = try decoder.byte()
      var item = List.Item(isDone: state == 0 ? nil : state == 2, content: [], range: try decoder.range())
      item.attributes = try decoder.attributes()
      item.content = try decoder.blocks()
      return item
    }
    return list
  }

  private mutating func code() throws(Damaged) -> CodeBlock {
    let language = try optional { (decoder) throws(Damaged) in try decoder.string() }
    var code = CodeBlock(language: language, info: try text(), text: try text())
    code.tokens = try list { (decoder) throws(Damaged) in
      guard let kind = Token.Class(rawValue: try decoder.byte()), let count = UInt32(exactly: try decoder.number())
      else { throw Damaged() }
      return Token(kind, count: count)
    }
    code.title = try optionalText()
    let numbers = try byte()
    code.showsLineNumbers = numbers == 0 ? nil : numbers == 2
    code.highlightedLines = try list { (decoder) throws(Damaged) in try decoder.number() }
    code.insertedLines = try list { (decoder) throws(Damaged) in try decoder.number() }
    code.deletedLines = try list { (decoder) throws(Damaged) in try decoder.number() }
    code.firstLineNumber = try number()
    switch try number() {
    case 0: code.drawing = nil
    case 1: code.drawing = .unsupported
    case let number: code.drawing = .picture(number - 2)
    }
    return code
  }

  private mutating func table() throws(Damaged) -> Table {
    let caption = try inlines()
    let alignments = try list { (decoder) throws(Damaged) in try decoder.alignment() }
    var table = Table(caption: caption, alignments: alignments, head: [], body: [])
    table.head = try rows()
    table.body = try rows()
    table.foot = try rows()
    return table
  }

  private mutating func rows() throws(Damaged) -> [Table.Row] {
    try list { (decoder) throws(Damaged) in try decoder.list { (decoder) throws(Damaged) in try decoder.cell() } }
  }

  private mutating func cell() throws(Damaged) -> Table.Cell {
    var cell = Table.Cell(content: try flag() ? .blocks(try blocks()) : .inlines(try inlines()))
    cell.alignment = try alignment()
    cell.columnSpan = try number()
    cell.rowSpan = try number()
    cell.isHeader = try flag()
    cell.attributes = try attributes()
    return cell
  }
}
