import Diagnostics
import Manuscript

extension MarkdownConverter {
  /// `## 标题 {#id .class}`: takes the list off the end of a heading's words.
  func takeHeadingAttributes(_ block: inout Block, _ heading: Heading) {
    guard let last = heading.content.last, case .text(let text) = last.kind, text.bytes.last == 0x7D,
      let open = text.bytes.lastIndex(of: 0x7B), open == 0 || ByteRun.isBlank(text.bytes[open - 1]),
      let list = AttributeList(text.bytes[open...]), list.count == text.bytes.count - open,
      list.attributes.id?.utf8.first.map({ $0 < 0x30 || $0 > 0x39 }) ?? true
    else { return }
    var heading = heading
    var words = text.bytes[..<open]
    while let byte = words.last, ByteRun.isBlank(byte) { words.removeLast() }
    heading.content.removeLast()
    if !words.isEmpty {
      var range = last.range
      range.end = max(range.start, range.end - UInt32(text.bytes.count - words.count))
      heading.content.append(Inline(.text(Text(bytes: Array(words))), range: range))
    }
    block.kind = .heading(heading)
    list.apply(to: &block)
  }
}
