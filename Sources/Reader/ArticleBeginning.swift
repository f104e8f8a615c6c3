import Diagnostics
import Manuscript

/// Excerpt and summary: what lists and search engines show of an article.
struct ArticleBeginning {
  /// In characters; what search engines print of a description.
  static let summaryLength = 160

  let summary: String
  let excerptBlocks: Int

  /// - Parameter explicitEnd: the offset of the author's `<!--more-->`.
  init(body: [Block], frontMatter: FrontMatter, explicitEnd: UInt32?) {
    let first = body.firstIndex { Self.words($0) != nil }
    if let explicitEnd {
      excerptBlocks = body.firstIndex { $0.range.start >= explicitEnd } ?? body.count
    } else {
      excerptBlocks = first.map { $0 + 1 } ?? 0
    }
    if let description = frontMatter.description, !description.isEmpty {
      summary = description
    } else {
      summary = first.flatMap { Self.words(body[$0]) }.map(Self.shortened) ?? ""
    }
  }

  /// The text of a paragraph that has any; nil for everything else.
  private static func words(_ block: Block) -> String? {
    guard case .paragraph(let content) = block.kind else { return nil }
    let text = PlainText.text(of: content).string
    let trimmed = text.unicodeScalars.drop { $0.properties.isWhitespace }
    return trimmed.isEmpty ? nil : String(trimmed)
  }

  private static func shortened(_ text: String) -> String {
    guard let end = text.index(text.startIndex, offsetBy: summaryLength, limitedBy: text.endIndex), end < text.endIndex
    else { return text }
    let cut = text[..<text.index(before: end)]
    // Not in the middle of a word of letters.
    let isInWord = text[end].isASCII && text[end].isLetter
    let whole = isInWord ? cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut : cut
    return whole + "…"
  }
}
