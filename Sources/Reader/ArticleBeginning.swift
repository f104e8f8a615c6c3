import Diagnostics
import Manuscript

/// Excerpt and summary: what lists and search engines show of an article.
struct ArticleBeginning {
  /// In characters; what search engines print of a description.
  static let summaryLength = 160

  let summary: String
  /// Empty unless the author marked its end.
  let excerpt: String
  let excerptBlocks: Int

  /// - Parameter explicitEnd: the offset of the author's `<!--more-->`.
  init(body: [Block], frontMatter: FrontMatter, explicitEnd: UInt32?) {
    let first = body.indices.lazy.compactMap { index in Self.words(body[index]).map { (index, $0) } }.first
    if let explicitEnd {
      excerptBlocks = body.firstIndex { $0.range.start >= explicitEnd } ?? body.count
      let lines = body[..<excerptBlocks].compactMap(Self.words)
      excerpt = Self.shortened(Array(lines.joined(separator: [10]))[...], to: ArticleFacts.excerptLength)
    } else {
      excerpt = ""
      excerptBlocks = first.map { $0.0 + 1 } ?? 0
    }
    if let description = frontMatter.description, !description.isEmpty {
      summary = description
    } else {
      summary = first.map { Self.shortened($0.1, to: Self.summaryLength) } ?? ""
    }
  }

  /// The text of a paragraph that has any, without the blanks around it; nil for everything else.
  private static func words(_ block: Block) -> ArraySlice<UInt8>? {
    guard case .paragraph(let content) = block.kind else { return nil }
    var words = PlainText.text(of: content).bytes[...]
    while true {
      // U+00A0 and U+3000, by which paragraphs are indented in Chinese, beside ASCII's blanks.
      if let byte = words.first, ByteRun.isSpace(byte) {
        words.removeFirst()
      } else if words.starts(with: [0xC2, 0xA0]) {
        words.removeFirst(2)
      } else if words.starts(with: [0xE3, 0x80, 0x80]) {
        words.removeFirst(3)
      } else {
        break
      }
    }
    while let byte = words.last, ByteRun.isSpace(byte) { words.removeLast() }
    return words.isEmpty ? nil : words
  }

  private static func shortened(_ words: ArraySlice<UInt8>, to limit: Int) -> String {
    var end = words.startIndex
    var count = 0
    while end < words.endIndex, count < limit - 1 {
      end += length(words[end])
      count += 1
    }
    guard end + 1 < words.endIndex, end + length(words[end]) < words.endIndex else {
      return String(decoding: words, as: UTF8.self)
    }
    // Not in the middle of a word of letters.
    if ByteRun.isAlphanumeric(words[end]), let blank = words[..<end].lastIndex(of: 0x20) { end = blank }
    var text = String(decoding: words[..<end], as: UTF8.self)
    // Nor of an emoji: what follows must not join what is kept.
    if let next = String(decoding: words[end..<min(end + 4, words.endIndex)], as: UTF8.self).unicodeScalars.first,
      next.properties.isJoinControl || next.properties.isVariationSelector || next.properties.isEmojiModifier
        || next.properties.canonicalCombiningClass != .notReordered
    {
      text.removeLast()
    }
    return text + "…"
  }

  private static func length(_ lead: UInt8) -> Int { lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }
}
