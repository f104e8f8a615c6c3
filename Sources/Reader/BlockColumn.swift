import Diagnostics
import Manuscript

/// Blocks one below the other; raw HTML among them is put together at the end.
struct BlockColumn {
  let isPlain: Bool
  private var blocks: [Block] = []
  private var mixed: [Sibling<Block>] = []
  private var hasHTML = false

  init(isPlain: Bool) { self.isPlain = isPlain }

  /// An attribute list that stood right above the block to come.
  var attributesOfNext: AttributeList?

  mutating func append(_ block: Block) {
    var block = block
    if let list = attributesOfNext {
      list.apply(to: &block)
      attributesOfNext = nil
    }
    if hasHTML { mixed.append(.node(block)) } else { blocks.append(block) }
  }

  var isEmpty: Bool { blocks.isEmpty && mixed.isEmpty }

  /// The block that was appended last; nil when raw HTML was.
  var last: Block? {
    guard hasHTML else { return blocks.last }
    if case .node(let block) = mixed.last { return block }
    return nil
  }

  mutating func removeLast() {
    if hasHTML { mixed.removeLast() } else { blocks.removeLast() }
  }

  mutating func updateLast(_ change: (inout Block) -> Void) {
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
    if !hasHTML {
      hasHTML = true
      mixed = blocks.map { .node($0) }
    }
    mixed.append(.html(Array(html), range))
  }

  func finish(_ context: ReadingContext) -> [Block] {
    hasHTML ? HTMLAssembler(context: context).blocks(mixed) : blocks
  }
}
