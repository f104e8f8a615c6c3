import CCmarkGFM
import Diagnostics
import Manuscript

/// Turns the library's tree into the document model. One per file, confined to one thread.
///
/// Extended by aspect: `+Blocks`, `+Lists`, `+Tables`, `+Code`, `+Inlines`, `+Links`, `+Footnotes`, and the dialect's
/// own constructs.
final class MarkdownConverter {
  /// Levels of blocks and inlines together that are kept; what lies deeper becomes plain text, and is reported.
  /// Bounds the stack of this and of every later walk (a thread of 512 KB is enough, debug builds included).
  static let depthLimit = 100

  let context: ReadingContext
  let text: MarkdownSource
  /// `text.bytes`, alive while the converter runs.
  let source: UnsafeBufferPointer<UInt8>
  let lines: LineTable
  let dialect: ReadingOptions.Dialect
  // Unchecked: one thread, and nothing is read while it is changed. The check of each access would cost more than most accesses.
  @exclusivity(unchecked) var cursor: InlineCursor
  @exclusivity(unchecked) var footnotes = FootnoteNumbering()
  /// Block quotes around the block at hand.
  @exclusivity(unchecked) var quoteDepth = 0
  @exclusivity(unchecked) var depth = 0
  var hasReportedDepth = false
  /// Whether `[^` is anywhere in the dialect that reports what is wrong with it.
  let mentionsFootnotes: Bool
  /// Code languages that were reported already.
  var unknownLanguages: Set<String> = []
  /// Bytes from the start of the line to the content of the innermost list item.
  @exclusivity(unchecked) var itemColumn = 0
  /// An attribute list that a paragraph ended with but that belongs to a list or quote around it.
  @exclusivity(unchecked) var strayAttributes: StrayAttributes?
  var abbreviations: [Abbreviation] = []
  /// Code and raw HTML: `[^1]:` in there defines nothing.
  var verbatimRanges: [SourceRange] = []
  /// Where the author ended the excerpt (`<!--more-->`), as an offset of the file.
  var excerptEnd: UInt32?

  init(context: ReadingContext, text: MarkdownSource, source: UnsafeBufferPointer<UInt8>) {
    self.context = context
    self.text = text
    self.source = source
    dialect = context.options.dialect
    mentionsFootnotes =
      dialect == .offprint && ByteRun.contains(0x5B, 0x5E, in: source, text.bodyStart..<source.count)
    lines = LineTable(source, from: text.bodyStart)
    cursor = InlineCursor(LeafContent(UnsafeBufferPointer(rebasing: source[0..<0]), at: 0))
  }

  /// Body and footnotes of a document.
  func convert(_ document: CommonMarkNode) -> (body: [Block], footnotes: [Footnote]) {
    footnotes = FootnoteNumbering(document)
    var body = blocks(of: document)
    var notes = convertFootnotes()
    if dialect == .offprint {
      reportUnusedFootnotes(notes)
      if context.hasFormulas, !context.formulas.labels.isEmpty {
        let marker = EquationReferences(context: context, labels: context.formulas.labels)
        body = marker.mark(body)
        for index in notes.indices { notes[index].content = marker.mark(notes[index].content) }
      }
      if !abbreviations.isEmpty {
        let marker = AbbreviationMarker(abbreviations)
        body = marker.mark(body)
        for index in notes.indices { notes[index].content = marker.mark(notes[index].content) }
      }
    }
    return (body, notes)
  }

  // MARK: Positions

  func range(_ offsets: Range<Int>) -> SourceRange { text.fileRange(offsets) }

  /// Offset of a block's first byte.
  func start(_ node: CommonMarkNode) -> Int {
    lines.start(Int(node.pointee.start_line)) + max(Int(node.pointee.start_column) - 1, 0)
  }

  /// The first byte of a line behind blanks and at most `quoteDepth` quote marks.
  func contentStart(ofLine line: Int) -> Int {
    var position = lines.start(line)
    let end = lines.end(line)
    var quotes = quoteDepth
    while position < end {
      if ByteRun.isBlank(source[position]) {
        position += 1
      } else if source[position] == 0x3E, quotes > 0 {
        position += 1
        quotes -= 1
      } else {
        break
      }
    }
    return position
  }

  /// From a block's first byte to the last visible byte of a line.
  func range(_ node: CommonMarkNode, throughLine line: Int) -> SourceRange {
    let start = start(node)
    var end = max(lines.end(line), start)
    while end > start, ByteRun.isSpace(source[end - 1]) { end -= 1 }
    return range(start..<end)
  }

  // MARK: Depth

  /// Runs `body` one level deeper; nil when that would be too deep, which is reported once.
  func deeper<Result>(_ node: CommonMarkNode, _ body: () -> Result) -> Result? {
    if depth >= Self.depthLimit {
      if !hasReportedDepth {
        // Unlike elsewhere no words are lost.
        context.report(.nestingTooDeep, at: reportRange(node), [String(Self.depthLimit)], severity: .warning)
      }
      hasReportedDepth = true
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    return body()
  }

  private func reportRange(_ node: CommonMarkNode) -> SourceRange {
    var block = node
    while block.pointee.start_line == 0, let parent = block.pointee.parent { block = parent }
    let start = start(block)
    return range(start..<max(start, lines.end(Int(block.pointee.start_line))))
  }

  /// The words below a node, without recursion.
  func flattened(_ top: CommonMarkNode) -> [UInt8] {
    var output: [UInt8] = []
    var node = top
    while true {
      switch node.kind {
      case .text, .inlineCode, .inlineHTML, .code, .html: output += node.literal
      case .softBreak, .hardBreak: output.append(0x0A)
      default: break
      }
      if let child = node.firstChild {
        node = child
        continue
      }
      while node != top, node.nextSibling == nil, let parent = node.pointee.parent {
        node = parent
        if CMARK_NODE_TYPE_BLOCK_P(cmark_node_type(UInt32(node.pointee.type))), output.last != 0x0A {
          output.append(0x0A)
        }
      }
      guard node != top, let next = node.nextSibling else { break }
      node = next
    }
    while output.last == 0x0A { output.removeLast() }
    return output
  }
}
