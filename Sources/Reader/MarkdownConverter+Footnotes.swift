import CCmarkGFM
import Diagnostics
import Manuscript

extension MarkdownConverter {
  func footnoteReference(_ node: CommonMarkNode) -> Inline {
    cursor.skip(to: 0x5B, 0x5B)
    let start = cursor.position
    cursor.delimiter(0x5D, 0x5D, count: 1)
    let place = range(cursor.source(from: start))
    guard let (footnote, occurrence) = footnotes.mark(node.literal) else {
      return Inline(.text(Text(bytes: Array(source[place.bounds]))), range: place)
    }
    return Inline(.footnoteReference(FootnoteReference(footnote: footnote, occurrence: occurrence)), range: place)
  }

  /// The notes that the body mentions, and those that these mention.
  func convertFootnotes() -> [Footnote] {
    var notes: [Footnote] = []
    while notes.count < footnotes.order.count {
      let node = footnotes.definition(notes.count)
      let mark = definitionMark(node)
      let content = blocks(of: node)
      notes.append(
        Footnote(
          label: String(decoding: node.literal, as: UTF8.self), content: content, referenceCount: 0,
          range: content.reduce(range(mark)) { $0.union($1.range) }))
    }
    for index in notes.indices { notes[index].referenceCount = footnotes.marks[index] }
    return notes
  }

  /// `[^label]:` of a definition: the library's column points behind it.
  private func definitionMark(_ node: CommonMarkNode) -> Range<Int> {
    let line = Int(node.pointee.start_line)
    let from = lines.start(line)
    var end = min(start(node), lines.end(line))
    while end > from, source[end - 1] != 0x3A { end -= 1 }
    var first = max(end - 1, from)
    while first > from, !(source[first] == 0x5B && source[first + 1] == 0x5E) { first -= 1 }
    return first..<max(first, end)
  }

  /// Reports `[^label]` that stayed text because nothing defines it.
  func checkFootnoteMarks(_ literal: UnsafeBufferPointer<UInt8>, at place: Range<Int>) {
    guard place.count >= 4 else { return }
    var position = place.lowerBound
    let end = min(place.upperBound, source.count)
    while let open = ByteRun.firstIndex(of: 0x5B, in: source, position..<end) {
      position = open + 1
      guard open + 2 < end, source[open + 1] == 0x5E, open == 0 || source[open - 1] != 0x5C,
        let close = ByteRun.firstIndex(of: 0x5D, in: source, open..<end), close > open + 2
      else { continue }
      let label = source[open + 2..<close]
      guard label.allSatisfy({ ByteRun.isAlphanumeric($0) || $0 >= 0x80 || $0 == 0x2D || $0 == 0x5F }) else { continue }
      context.report(.undefinedFootnote, at: range(open..<close + 1), [String(decoding: label, as: UTF8.self)])
    }
  }

  /// Reports definitions that no reader gets to: the library leaves them out of its tree without a word.
  func reportUnusedFootnotes(_ notes: [Footnote]) {
    guard mentionsFootnotes else { return }
    var defined: [(label: String, range: SourceRange)] = []
    let verbatim = verbatimRanges.sorted { $0.start < $1.start }
    var next = 0
    for line in 1...max(lines.count, 1) {
      let start = contentStart(ofLine: line)
      let end = lines.end(line)
      guard start + 4 < end, source[start] == 0x5B, source[start + 1] == 0x5E,
        let close = ByteRun.firstIndex(of: 0x5D, in: source, start..<end), close > start + 2, close + 1 < end,
        source[close + 1] == 0x3A
      else { continue }
      let place = range(start..<close + 2)
      while next < verbatim.count, verbatim[next].end <= place.start { next += 1 }
      if next < verbatim.count, verbatim[next].start <= place.start { continue }
      defined.append((String(decoding: source[start + 2..<close], as: UTF8.self), place))
    }
    if defined.isEmpty { return }
    let used = Set(notes.map { $0.label.lowercased() })
    for (label, place) in defined where !used.contains(label.lowercased()) {
      context.report(.unusedFootnote, at: place, [label])
    }
  }
}
