import Diagnostics
import Manuscript

/// Blocks one below the other; raw HTML among them is put together at the end.
struct BlockColumn {
  let isPlain: Bool
  /// All blocks, or those that stand above the raw HTML and have nothing to do with it.
  private var blocks: [Block] = []
  /// From the block above the first raw HTML on, whose caption that may be.
  private var mixed: [Sibling<Block>] = []
  private var hasHTML = false

  init(isPlain: Bool, capacity: Int) {
    self.isPlain = isPlain
    blocks.reserveCapacity(capacity)
  }

  /// An attribute list that stood right above the block to come.
  var attributesOfNext: AttributeList?

  // A definition list that the next paragraph may add to: a block of its own once something else comes.
  private var definitions: [DefinitionItem] = []
  private var definitionRange = SourceRange.fileStart

  mutating func append(_ item: DefinitionItem, _ range: SourceRange) {
    definitionRange = definitions.isEmpty ? range : definitionRange.union(range)
    definitions.append(item)
  }

  /// Adds to the last item of the list above; false when there is none.
  mutating func addDefinitions(_ bodies: [[Block]], _ range: SourceRange) -> Bool {
    guard !definitions.isEmpty else { return false }
    definitions[definitions.count - 1].definitions += bodies
    definitionRange = definitionRange.union(range)
    return true
  }

  private mutating func closeDefinitions() {
    if definitions.isEmpty { return }
    let items = definitions
    definitions = []
    append(Block(.definitionList(items), range: definitionRange))
  }

  mutating func append(_ block: consuming Block) {
    closeDefinitions()
    if attributesOfNext != nil {
      attributesOfNext?.apply(to: &block)
      attributesOfNext = nil
    }
    if hasHTML { mixed.append(.node(block)) } else { blocks.append(block) }
  }

  var isEmpty: Bool { blocks.isEmpty && mixed.isEmpty && definitions.isEmpty }

  /// The block that was appended last; nil when raw HTML or a definition was.
  var last: Block? {
    if !definitions.isEmpty { return nil }
    guard hasHTML else { return blocks.last }
    if case .node(let block) = mixed.last { return block }
    return nil
  }

  mutating func removeLast() {
    if hasHTML { mixed.removeLast() } else { blocks.removeLast() }
  }

  mutating func updateLast(_ change: (inout Block) -> Void) {
    closeDefinitions()
    guard var block = last else { return }
    change(&block)
    removeLast()
    if hasHTML { mixed.append(.node(block)) } else { blocks.append(block) }
  }

  mutating func append(_ html: UnsafeBufferPointer<UInt8>, _ range: SourceRange) {
    if isPlain {
      let raw = RawHTML<Block>(pieces: [.source(Text(bytes: Array(html)))], elements: [], fallback: [])
      blocks.append(Block(.html(raw), range: range))
      return
    }
    closeDefinitions()
    if !hasHTML {
      hasHTML = true
      if let above = blocks.popLast() { mixed.append(.node(above)) }
    }
    mixed.append(.html(Array(html), range))
  }

  /// What the column holds, which is empty afterwards.
  mutating func finish(_ context: ReadingContext) -> [Block] {
    closeDefinitions()
    var all: [Block] = []
    swap(&all, &blocks)
    if hasHTML { all += HTMLAssembler(context: context).blocks(mixed) }
    return all
  }
}
