import Diagnostics
import Manuscript

extension MarkdownConverter {
  /// GitHub's `> [!NOTE]`, with words behind it as its title; nil for any other quote.
  func alert(_ blocks: [Block]) -> Alert? {
    guard let first = blocks.first, case .paragraph(let content) = first.kind, let mark = content.first,
      case .text(let text) = mark.kind, text.bytes.starts(with: [0x5B, 0x21]), !isEscaped(mark.range),
      let close = text.bytes.firstIndex(of: 0x5D), let kind = Self.alertKind(text.bytes[2..<close])
    else { return nil }
    let end = content.firstIndex(where: \.isLineEnd) ?? content.count
    var title = Array(content[1..<end])
    // Obsidian's `[!note]-` and `+` say whether it is folded.
    let fold: ArraySlice<UInt8> = text.bytes[(close + 1)...]
    let words = Array((fold.first == 0x2B || fold.first == 0x2D ? fold.dropFirst() : fold).drop(while: ByteRun.isBlank))
    if !words.isEmpty {
      var range = mark.range
      range.start = max(range.start, range.end - min(UInt32(words.count), UInt32(range.count)))
      title.insert(Inline(.text(Text(bytes: words)), range: range), at: 0)
    }
    var rest = Array(blocks.dropFirst())
    if end + 1 < content.count {
      let words = Array(content[(end + 1)...])
      var paragraph = first
      paragraph.kind = .paragraph(words)
      paragraph.range.start = words[0].range.start
      rest.insert(paragraph, at: 0)
    }
    guard !rest.isEmpty || !title.isEmpty else { return nil }
    return Alert(kind: kind, title: title.isEmpty ? nil : title, content: rest)
  }

  private func isEscaped(_ range: SourceRange) -> Bool {
    let start = Int(range.start)
    return start < context.file.bytes.count && context.file.bytes[start] == 0x5C
  }

  // GitHub's five, and the other words that Obsidian and VitePress use for them.
  private static func alertKind(_ name: ArraySlice<UInt8>) -> Alert.Kind? {
    switch String(decoding: name, as: UTF8.self).lowercased() {
    case "note", "info", "abstract", "summary", "todo": .note
    case "tip", "hint", "success": .tip
    case "important": .important
    case "warning", "attention", "question": .warning
    case "caution", "danger", "error", "bug", "failure": .caution
    default: nil
    }
  }
}
