import Diagnostics
import Manuscript

/// The raw HTML that authors put into lines of Markdown most: `<br>`, `<kbd>…</kbd>`, `<a id="x"></a>` and their like,
/// each with its end tag.
///
/// Such a line needs no tokens, no nesting and no tree: its inlines are known while the tags are read. Everything else
/// (other elements and attributes, entities, a tag without its partner, too many levels) is not taken, and whoever asked
/// goes the general way, on which the same line becomes the same.
struct HTMLPlainTags {
  private enum Meaning {
    case strong, emphasis, strikethrough, anchor
    case styled(InlineStyle)
  }

  private struct Element {
    let name: [UInt8]
    let meaning: Meaning

    init(_ name: String, _ meaning: Meaning) {
      self.name = Array(name.utf8)
      self.meaning = meaning
    }
  }

  private static let elements =
    [
      Element("a", .anchor), Element("b", .strong), Element("strong", .strong), Element("i", .emphasis),
      Element("em", .emphasis), Element("s", .strikethrough), Element("strike", .strikethrough),
    ] + InlineStyle.allCases.map { Element($0.rawValue, .styled($0)) }

  private enum Tag {
    case lineBreak
    /// Index into `elements`; what the tag says is its `id`.
    case start(Int, id: String?)
    case end(Int)
  }

  private struct Open {
    let element: Int
    let range: SourceRange
    let id: String?
    /// Index of the first inline inside.
    let content: Int
  }

  private let context: ReadingContext
  private var line: [Inline] = []
  private var open: [Open] = []
  private var levels = 0
  private var deepest = 0

  /// The inlines of a line that holds nothing but Markdown and such tags; nil for every other line.
  static func line(_ siblings: [Sibling<Inline>], _ context: ReadingContext) -> [Inline]? {
    var reader = HTMLPlainTags(context)
    return reader.read(siblings)
  }

  private init(_ context: ReadingContext) { self.context = context }

  private mutating func read(_ siblings: [Sibling<Inline>]) -> [Inline]? {
    guard var whole = siblings.first?.range else { return nil }
    for sibling in siblings { whole = whole.union(sibling.range) }
    let inner = context.rawDepth(inside: whole)
    levels = HTMLNesting.depthLimit - inner
    line.reserveCapacity(siblings.count)
    for sibling in siblings {
      switch sibling {
      case .node(let inline):
        // A recording can be a block of its own.
        if case .media = inline.kind { return nil }
        line.append(inline)
      case .html(let bytes, let range): guard take(bytes, range) else { return nil }
      }
    }
    guard open.isEmpty else { return nil }
    context.noteRawDepth(inner + deepest, in: whole)
    return line
  }

  private mutating func take(_ bytes: [UInt8], _ range: SourceRange) -> Bool {
    guard open.count < levels, stands(bytes, range), let tag = bytes.withUnsafeBufferPointer(Self.tag) else {
      return false
    }
    switch tag {
    case .lineBreak: line.append(Inline(.hardBreak, range: range))
    case .start(let element, let id):
      // A link ends where another one begins.
      if case .anchor = Self.elements[element].meaning, open.contains(where: { $0.element == element }) { return false }
      open.append(Open(element: element, range: range, id: id, content: line.count))
      deepest = max(deepest, open.count)
    case .end(let element):
      guard let last = open.last, last.element == element else { return false }
      open.removeLast()
      close(last, at: range)
    }
    return true
  }

  private mutating func close(_ element: Open, at end: SourceRange) {
    let content = Array(line[element.content...])
    line.removeSubrange(element.content...)
    let kind: Inline.Kind =
      switch Self.elements[element.element].meaning {
      case .strong: .strong(content)
      case .emphasis: .emphasis(content)
      case .strikethrough: .strikethrough(content)
      case .anchor: .anchor(content)
      case .styled(let style): .styled(style, content)
      }
    let attributes = element.id.map { Attributes([Attributes.Item(name: "id", value: $0)]) }
    line.append(
      Inline(
        kind, range: element.range.union(SourceRange(start: end.end, end: end.end)),
        attributes: attributes ?? Attributes()))
  }

  // Whether the bytes are those of the file there: not where a line's prefix stands between them.
  private func stands(_ bytes: [UInt8], _ range: SourceRange) -> Bool {
    let file = context.file.bytes
    let start = Int(range.start)
    guard range.count == bytes.count, start + bytes.count <= file.count else { return false }
    return file.withUnsafeBufferPointer { file in
      bytes.withUnsafeBufferPointer { ByteRun.equal($0, 0, file, start, count: $0.count) }
    }
  }

  // MARK: One tag

  private static func tag(_ bytes: UnsafeBufferPointer<UInt8>) -> Tag? {
    let end = bytes.count - 1
    guard end >= 2, bytes[0] == 0x3C, bytes[end] == 0x3E else { return nil }
    if bytes[1] == 0x2F { return element(bytes, 2..<end).map { .end($0) } }
    var nameEnd = 1
    while nameEnd < end, bytes[nameEnd] >= 0x61, bytes[nameEnd] <= 0x7A { nameEnd += 1 }
    if bytes.starts("<br"), nameEnd == 3 {
      return end == 3 || bytes.starts("/", at: end - 1) && (end == 4 || end == 5 && bytes[3] == 0x20) ? .lineBreak : nil
    }
    guard let element = element(bytes, 1..<nameEnd) else { return nil }
    if case .anchor = elements[element].meaning {
      return identifier(bytes, nameEnd..<end).map { .start(element, id: $0) }
    }
    return nameEnd == end ? .start(element, id: nil) : nil
  }

  private static func element(_ bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) -> Int? {
    elements.firstIndex { element in
      element.name.count == name.count
        && element.name.withUnsafeBufferPointer {
          ByteRun.equal($0, 0, bytes, name.lowerBound, count: name.count)
        }
    }
  }

  // ` id="…"` or ` name="…"`, and nothing else.
  private static func identifier(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String? {
    let start = range.lowerBound
    let value: Int
    if bytes.starts(" id=", at: start) {
      value = start + 4
    } else if bytes.starts(" name=", at: start) {
      value = start + 6
    } else {
      return nil
    }
    let last = range.upperBound - 1
    guard value + 1 < last, bytes[value] == 0x22 || bytes[value] == 0x27, bytes[last] == bytes[value] else {
      return nil
    }
    let inner = UnsafeBufferPointer(rebasing: bytes[value + 1..<last])
    if inner.contains(where: { $0 == bytes[value] || $0 == 0x26 || $0 < 0x20 }) { return nil }
    return String(decoding: inner, as: UTF8.self)
  }
}

extension Sibling<Inline> {
  fileprivate var range: SourceRange {
    switch self {
    case .node(let inline): inline.range
    case .html(_, let range): range
    }
  }
}
