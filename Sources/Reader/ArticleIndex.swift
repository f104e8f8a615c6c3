import Diagnostics
import Manuscript

/// One look over a finished tree: heading ids, outline, anchors, excerpt, summary and word count.
struct ArticleIndex {
  private let context: ReadingContext
  private(set) var outline: [ArticleFacts.Outline] = []
  private(set) var anchors: [ArticleFacts.Anchor] = []
  private var words = WordCount()
  /// Ids that the author wrote; generated ones step aside for them.
  private var explicit: [String: SourceRange] = [:]
  private struct Use {
    /// How many headings of these words there were.
    var headings = 0
    /// Whether a heading got these words as its id.
    var isID = false

    /// For a heading of these words: whether they are its id, since none came before.
    mutating func takeFirst() -> Bool {
      if headings > 0 || isID { return false }
      headings = 1
      isID = true
      return true
    }
  }
  /// By the words of headings and by the ids made of them, which are mostly the same.
  private var uses: [String: Use] = [:]
  private var generated = 0
  /// Headings and ids seen so far: a block in which there are none is not looked at again.
  private var places = 0

  var wordCount: Int { words.count }
  var characterCount: Int { words.characters }

  init(context: ReadingContext) { self.context = context }

  /// Gives every heading its id on the way.
  mutating func index(body: inout [Block], footnotes: inout [Footnote]) {
    var withPlaces: [Int] = []
    for position in body.indices {
      let before = places
      collect(body[position])
      if places != before { withPlaces.append(position) }
    }
    let beforeNotes = places
    for note in footnotes { collect(note.content) }
    if places > 0 {
      uses.reserveCapacity(places)
      anchors.reserveCapacity(places)
      outline.reserveCapacity(places)
    }
    for position in withPlaces { name(&body[position], top: position) }
    if places == beforeNotes { return }
    for position in footnotes.indices {
      for inner in footnotes[position].content.indices { name(&footnotes[position].content[inner], top: -1) }
    }
  }

  // MARK: What the author wrote

  private mutating func collect(_ block: Block) {
    if !block.attributes.isEmpty, let id = block.attributes.id { claim(id, block.range) }
    switch block.kind {
    case .paragraph(let content): collectLine(content)
    case .heading(let heading):
      places += 1
      if !heading.id.isEmpty { claim(heading.id, block.range) }
      collectLine(heading.content)
    case .list(let list):
      for item in list.items {
        if !item.attributes.isEmpty, let id = item.attributes.id { claim(id, item.range) }
        collect(item.content)
      }
    case .quote(let content), .division(_, _, let content): collect(content)
    case .alert(let alert):
      collectLine(alert.title ?? [])
      collect(alert.content)
    case .table(let table):
      collectLine(table.caption)
      for rows in [table.head, table.body, table.foot] { collect(rows, block.range) }
    case .code(let code): words.add(code.text.bytes)
    case .math(let formula): words.add(formula.source.bytes)
    case .definitionList(let items):
      for item in items {
        for term in item.terms { collectLine(term) }
        for definition in item.definitions { collect(definition) }
      }
    case .figure(let figure):
      collect(figure.content)
      collectLine(figure.caption)
    case .details(let details):
      collectLine(details.summary)
      collect(details.content)
    case .html(let html): collect(html.fallback)
    case .rule, .media, .embed, .contents: break
    }
    words.interrupt()
  }

  private mutating func collect(_ blocks: [Block]) {
    let blocks = blocks.span
    for index in blocks.indices { collect(blocks[index]) }
  }

  private mutating func collect(_ rows: [Table.Row], _ range: SourceRange) {
    for row in rows {
      for cell in row {
        if !cell.attributes.isEmpty, let id = cell.attributes.id { claim(id, range) }
        switch cell.content {
        case .inlines(let content): collectLine(content)
        case .blocks(let content): collect(content)
        }
      }
    }
  }

  private mutating func collectLine(_ inlines: [Inline]) {
    collect(inlines)
    words.interrupt()
  }

  private mutating func collect(_ inlines: [Inline]) {
    // A span's elements are looked at where they are, an array's are copied.
    let inlines = inlines.span
    for index in inlines.indices {
      if !inlines[index].attributes.isEmpty, let id = inlines[index].attributes.id { claim(id, inlines[index].range) }
      switch inlines[index].kind {
      case .text(let text), .code(let text): words.add(text.bytes)
      case .math(let formula): words.add(formula.source.bytes)
      case .softBreak, .hardBreak: words.interrupt()
      case .image, .footnoteReference, .media: break
      case .emphasis(let content), .strong(let content), .strikethrough(let content), .styled(_, let content),
        .link(_, let content), .anchor(let content), .abbreviation(_, let content), .span(_, let content):
        collect(content)
      case .ruby(let pairs):
        // The reading may bear an id too.
        places += 1
        for pair in pairs { collect(pair.base) }
      case .html(let html): collect(html.fallback)
      }
    }
  }

  private mutating func claim(_ id: String, _ range: SourceRange) {
    places += 1
    guard let first = explicit[id] else {
      explicit[id] = range
      return
    }
    let note = Diagnostic.Note(code: .duplicateAnchor, arguments: [id], path: context.file.path, range: first)
    context.report(.duplicateAnchor, at: range, [id], notes: [note])
  }

  // MARK: What is made

  private mutating func name(_ block: inout Block, top: Int) {
    if !block.attributes.isEmpty, let id = block.attributes.id {
      anchors.append(ArticleFacts.Anchor(id: id, range: block.range, block: top))
    }
    switch block.kind {
    case .heading(var heading):
      let title = PlainText.text(of: heading.content)
      if heading.id.isEmpty {
        heading.id = unique(HeadingIdentifier.make(title.bytes))
        block.kind = .heading(heading)
      }
      if !heading.id.isEmpty {
        anchors.append(ArticleFacts.Anchor(id: heading.id, range: block.range, block: top))
      }
      if top >= 0 {
        outline.append(
          ArticleFacts.Outline(
            level: heading.level, id: heading.id, title: title.string, range: block.range, block: top))
      }
      anchor(heading.content, top)
    case .paragraph(let content): anchor(content, top)
    case .code, .math, .rule, .contents, .media, .embed: break
    case .quote(var content):
      if name(&content, top: top) { block.kind = .quote(content) }
    case .division(let element, let alignment, var content):
      if name(&content, top: top) { block.kind = .division(name: element, alignment: alignment, content) }
    case .alert(var alert):
      anchor(alert.title ?? [], top)
      if name(&alert.content, top: top) { block.kind = .alert(alert) }
    case .details(var details):
      anchor(details.summary, top)
      if name(&details.content, top: top) { block.kind = .details(details) }
    case .figure(var figure):
      if name(&figure.content, top: top) { block.kind = .figure(figure) }
      anchor(figure.caption, top)
    case .list(let list): name(list, in: &block, top: top)
    case .definitionList(let items): name(items, in: &block, top: top)
    case .table(let table): name(table, in: &block, top: top)
    case .html(var html):
      if name(&html.fallback, top: top) { block.kind = .html(html) }
    }
  }

  /// Whether a heading below got an id, so that the tree has to be put together again.
  private mutating func name(_ blocks: inout [Block], top: Int) -> Bool {
    let before = outline.count + generated
    for position in blocks.indices { name(&blocks[position], top: top) }
    return outline.count + generated != before
  }

  private mutating func name(_ list: List, in block: inout Block, top: Int) {
    var list = list
    var isChanged = false
    for position in list.items.indices {
      if let id = list.items[position].attributes.id {
        anchors.append(ArticleFacts.Anchor(id: id, range: list.items[position].range, block: top))
      }
      if name(&list.items[position].content, top: top) { isChanged = true }
    }
    if isChanged { block.kind = .list(list) }
  }

  private mutating func name(_ items: [DefinitionItem], in block: inout Block, top: Int) {
    var items = items
    var isChanged = false
    for item in items.indices {
      for term in items[item].terms { anchor(term, top) }
      for position in items[item].definitions.indices where name(&items[item].definitions[position], top: top) {
        isChanged = true
      }
    }
    if isChanged { block.kind = .definitionList(items) }
  }

  private mutating func name(_ table: Table, in block: inout Block, top: Int) {
    anchor(table.caption, top)
    var table = table
    var isChanged = name(&table.head, block.range, top)
    isChanged = name(&table.body, block.range, top) || isChanged
    isChanged = name(&table.foot, block.range, top) || isChanged
    if isChanged { block.kind = .table(table) }
  }

  private mutating func name(_ rows: inout [Table.Row], _ range: SourceRange, _ top: Int) -> Bool {
    var isChanged = false
    for row in rows.indices {
      for column in rows[row].indices {
        if let id = rows[row][column].attributes.id {
          anchors.append(ArticleFacts.Anchor(id: id, range: range, block: top))
        }
        switch rows[row][column].content {
        case .inlines(let content): anchor(content, top)
        case .blocks(var content):
          if name(&content, top: top) {
            rows[row][column].content = .blocks(content)
            isChanged = true
          }
        }
      }
    }
    return isChanged
  }

  private mutating func anchor(_ inlines: [Inline], _ top: Int) {
    if explicit.isEmpty { return }
    TreeWalk.visit(inlines) { inline in
      if !inline.attributes.isEmpty, let id = inline.attributes.id {
        anchors.append(ArticleFacts.Anchor(id: id, range: inline.range, block: top))
      }
    }
  }

  private mutating func unique(_ words: String) -> String {
    generated += 1
    // One look where nothing else has these words.
    let isExplicit = !explicit.isEmpty && explicit[words] != nil
    if !isExplicit, uses[words, default: Use()].takeFirst() { return words }
    var count = uses[words, default: Use()].headings
    var id = count == 0 ? words : "\(words)-\(count)"
    while !id.isEmpty && (explicit[id] != nil || uses[id]?.isID == true) {
      count += 1
      id = "\(words)-\(count)"
    }
    uses[words, default: Use()].headings = count + 1
    uses[id, default: Use()].isID = true
    return id
  }
}
