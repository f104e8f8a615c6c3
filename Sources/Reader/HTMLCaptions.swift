import Diagnostics
import Manuscript

/// Finds captions that authors wrote as a centred line of raw HTML right below an image.
///
///     <img src="a.jpg" width="200" data-align="center">
///
///     <div>
///     <center>what it shows</center>
///     </div>
enum HTMLCaptions {
  /// Longer lines are text, not captions: bytes of plain text, about 100 Chinese characters.
  private static let longest = 300

  static func attach(in blocks: [Block]) -> [Block] {
    var result: [Block] = []
    result.reserveCapacity(blocks.count)
    for block in blocks {
      guard let caption = caption(in: block), let last = result.last, let image = onlyImage(in: last) else {
        result.append(block)
        continue
      }
      let figure = Figure(content: [last], caption: caption, alignment: image.alignment ?? .center)
      result[result.count - 1] = Block(
        .figure(figure), range: last.range.union(block.range), attributes: block.attributes)
    }
    return result
  }

  /// The first image of a paragraph that holds nothing but images.
  private static func onlyImage(in block: Block) -> Image? {
    guard case .paragraph(let content) = block.kind else { return nil }
    return onlyImage(in: content)
  }

  private static func onlyImage(in content: [Inline]) -> Image? {
    var first: Image?
    for inline in content where !inline.isBlank {
      if case .image(let image) = inline.kind {
        first = first ?? image
      } else if case .link(_, let inner) = inline.kind, let image = onlyImage(in: inner) {
        first = first ?? image
      } else {
        return nil
      }
    }
    return first
  }

  private static func caption(in block: Block) -> [Inline]? {
    guard case .division(_, let alignment, let content) = block.kind, content.count == 1 else { return nil }
    if alignment != .center { return caption(in: content[0]) }
    if case .paragraph(let line) = content[0].kind { return isCaption(line) ? line : nil }
    return caption(in: content[0])
  }

  private static func isCaption(_ line: [Inline]) -> Bool {
    let words = PlainText.text(of: line).bytes
    if words.isEmpty || words.count > longest { return false }
    var holdsOther = false
    TreeWalk.visit(line) { inline in
      switch inline.kind {
      case .image, .media: holdsOther = true
      case .text, .softBreak, .hardBreak, .code, .emphasis, .strong, .strikethrough, .styled, .link, .anchor,
        .footnoteReference, .abbreviation, .ruby, .math, .span, .html:
        break
      }
    }
    return !holdsOther
  }
}
