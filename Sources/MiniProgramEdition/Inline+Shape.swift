import Manuscript

extension Inline {
  /// Whether it can stand inside a `text`: words, and what is made of words.
  var isTextual: Bool {
    switch kind {
    case .text, .softBreak, .hardBreak, .code, .math, .footnoteReference: true
    case .image, .media, .ruby: false
    case .emphasis(let content), .strong(let content), .strikethrough(let content), .styled(_, let content),
      .link(_, let content), .anchor(let content), .abbreviation(_, let content), .span(_, let content):
      content.allSatisfy(\.isTextual)
    case .html(let html): html.fallback.allSatisfy(\.isTextual)
    }
  }

  /// How many runs and elements these become at most, counted up to a limit.
  static func leafCount(_ inlines: [Inline], limit: Int) -> Int {
    var count = 0
    for inline in inlines {
      guard count <= limit else { return count }
      if inline.attributes.id != nil { count += 1 }
      switch inline.kind {
      case .text, .softBreak, .hardBreak, .code, .math, .footnoteReference, .image, .media, .ruby, .link: count += 1
      case .emphasis(let content), .strong(let content), .strikethrough(let content), .styled(_, let content),
        .anchor(let content), .abbreviation(_, let content), .span(_, let content):
        count += max(1, leafCount(content, limit: limit - count))
      case .html(let html): count += leafCount(html.fallback, limit: limit - count)
      }
    }
    return count
  }
}
