import Diagnostics
import Manuscript

extension HTMLConverter {
  /// Flow in a column: lines become paragraphs, blank ones nothing.
  mutating func blocks(_ flow: [HTMLFlow], capturesCaptions: Bool = true) -> [Block] {
    var result: [Block] = []
    var line: [HTMLFlow] = []
    for item in flow {
      switch item {
      case .block(let block):
        end(&line, into: &result)
        result.append(block)
      case .raw(let raw) where raw.isBlock || (raw.fallback.isEmpty && line.allSatisfy(\.isBlank)):
        end(&line, into: &result)
        result.append(block(raw))
      case .inline, .raw: line.append(item)
      }
    }
    end(&line, into: &result)
    return capturesCaptions ? HTMLCaptions.attach(in: result) : result
  }

  /// Flow in a line: blocks give their words, separated by line breaks.
  mutating func inlines(_ flow: [HTMLFlow]) -> [Inline] {
    var result: [Inline] = []
    var separates = false
    for item in flow {
      var next: [Inline]
      switch item {
      case .inline(let inline): next = [inline]
      case .raw(let raw): next = [inline(raw)]
      case .block(let block): next = HTMLFlattening.inlines(of: block, context: context)
      }
      if next.isEmpty || (separates && next.allSatisfy(\.isBlank)) { continue }
      if separates || (item.isBlock && result.contains { !$0.isBlank }) {
        HTMLWhitespace.trimEnd(&result)
        let start = next.range?.start ?? 0
        result.append(Inline(.hardBreak, range: SourceRange(start: start, end: start)))
      }
      result += next
      separates = item.isBlock
    }
    return result
  }

  /// Ends a line: a paragraph, or blocks when all that stands in it can be one.
  private mutating func end(_ line: inout [HTMLFlow], into result: inout [Block]) {
    defer { line = [] }
    let items = line.filter { !$0.isBlank }
    if items.isEmpty { return }
    // Two custom elements with words in them are running text; one stands for itself.
    let visible = items.count { if case .raw(let raw) = $0 { !raw.fallback.isEmpty } else { false } }
    var own: [Block] = []
    for item in items where visible <= 1 {
      switch item {
      case .raw(let raw):
        if !raw.holdsLine { own.append(block(raw)) }
      case .inline(let inline):
        if case .media(let media) = inline.kind {
          own.append(Block(.media(media), range: inline.range, attributes: inline.attributes))
        }
      case .block(let block): own.append(block)
      }
    }
    if own.count == items.count {
      result += own
      return
    }
    let content = settled(inlines(line))
    if content.isEmpty { return }
    result.append(Block(.paragraph(content), range: content.range ?? .fileStart))
  }

  mutating func block(_ raw: HTMLRaw) -> Block {
    var pieces: [RawHTML<Block>.Piece] = []
    for piece in raw.pieces {
      switch piece {
      case .source(let bytes): pieces.append(.source(Text(bytes: bytes)))
      case .slots(let slots):
        pieces.append(.content(blocks(slots.map(\.flow), capturesCaptions: false)))
      }
    }
    let html = RawHTML<Block>(pieces: pieces, elements: raw.elements, fallback: blocks(raw.fallback))
    return Block(.html(html), range: raw.range)
  }

  mutating func inline(_ raw: HTMLRaw) -> Inline {
    var pieces: [RawHTML<Inline>.Piece] = []
    for piece in raw.pieces {
      switch piece {
      case .source(let bytes): pieces.append(.source(Text(bytes: bytes)))
      case .slots(let slots): pieces.append(.content(inlines(slots.map(\.flow))))
      }
    }
    let html = RawHTML<Inline>(pieces: pieces, elements: raw.elements, fallback: inlines(raw.fallback))
    return Inline(.html(html), range: raw.range)
  }
}

extension HTMLSlot {
  var flow: HTMLFlow {
    switch self {
    case .block(let block): .block(block)
    case .inline(let inline): .inline(inline)
    }
  }
}
