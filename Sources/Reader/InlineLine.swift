import Diagnostics
import Manuscript

/// What a paragraph turns out to be: a line of text, or the blocks into which raw HTML divides it.
enum ParagraphContent {
  case line([Inline])
  case divided([Block])
}

/// Inlines one after the other; adjacent texts are one, raw HTML among them is put together at the end.
struct InlineLine {
  let isPlain: Bool
  private var inlines: [Inline] = []
  private var mixed: [Sibling<Inline>] = []
  private var hasHTML = false
  // The text that the next one may be added to.
  private var pending: [UInt8] = []
  private var pendingRange = SourceRange.fileStart

  init(isPlain: Bool, capacity: Int) {
    self.isPlain = isPlain
    inlines.reserveCapacity(capacity)
  }

  mutating func append(text: UnsafeBufferPointer<UInt8>, _ range: SourceRange) {
    if pending.isEmpty {
      pending = Array(text)
      pendingRange = range
    } else {
      pending += text
      pendingRange = pendingRange.union(range)
    }
  }

  mutating func append(_ inline: consuming Inline) {
    flush()
    add(inline)
  }

  mutating func append(_ html: UnsafeBufferPointer<UInt8>, _ range: SourceRange) {
    flush()
    if isPlain {
      let raw = RawHTML<Inline>(pieces: [.source(Text(bytes: Array(html)))], elements: [], fallback: [])
      inlines.append(Inline(.html(raw), range: range))
      return
    }
    if !hasHTML {
      hasHTML = true
      mixed = inlines.map { .node($0) }
    }
    mixed.append(.html(Array(html), range))
  }

  /// What the line holds, which is empty afterwards.
  mutating func finish(_ context: ReadingContext) -> [Inline] {
    flush()
    return hasHTML ? HTMLAssembler(context: context).inlines(mixed) : taken()
  }

  /// What a paragraph becomes that consists of this line, which is empty afterwards.
  mutating func finishParagraph(_ context: ReadingContext) -> ParagraphContent {
    flush()
    return hasHTML ? .divided(HTMLAssembler(context: context).paragraph(mixed)) : .line(taken())
  }

  // Moved out: a copy would only be counted, and be counted back.
  private mutating func taken() -> [Inline] {
    var all: [Inline] = []
    swap(&all, &inlines)
    return all
  }

  private mutating func flush() {
    if pending.isEmpty { return }
    var bytes: [UInt8] = []
    swap(&bytes, &pending)
    add(Inline(.text(Text(bytes: bytes)), range: pendingRange))
  }

  private mutating func add(_ inline: consuming Inline) {
    if hasHTML { mixed.append(.node(inline)) } else { inlines.append(inline) }
  }
}
