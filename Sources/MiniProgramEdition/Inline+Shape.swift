import Manuscript

extension Inline {
  /// Whether it can stand inside a `text`: words, and what is made of words.
  var isTextual: Bool {
    switch kind {
    case .text, .softBreak, .hardBreak, .code, .footnoteReference: true
    case .image, .media, .ruby, .math: false
    case .emphasis(let content), .strong(let content), .strikethrough(let content), .styled(_, let content),
      .link(_, let content), .anchor(let content), .abbreviation(_, let content), .span(_, let content):
      content.allSatisfy(\.isTextual)
    case .html(let html): SVGDrawing(html) == nil && html.fallback.allSatisfy(\.isTextual)
    }
  }

  /// What a list of inlines becomes.
  struct Shape {
    /// All can stand inside a `text`.
    var isTextual = true
    /// Runs and elements at most, as children of the element around the list.
    var leafCount = 0
  }

  static func shape(of inlines: [Inline]) -> Shape {
    var shape = Shape()
    for inline in inlines {
      if !inline.attributes.isEmpty { shape.leafCount += 1 }
      switch inline.kind {
      case .text, .softBreak, .hardBreak, .code, .footnoteReference: shape.leafCount += 1
      case .image, .media, .ruby, .math:
        shape.leafCount += 1
        shape.isTextual = false
      case .link(_, let content):
        shape.leafCount += 1
        if !content.allSatisfy(\.isTextual) { shape.isTextual = false }
      case .emphasis(let content), .strong(let content), .strikethrough(let content), .styled(_, let content),
        .anchor(let content), .abbreviation(_, let content), .span(_, let content):
        shape.add(Self.shape(of: content))
      case .html(let html):
        if SVGDrawing(html) != nil {
          shape.leafCount += 1
          shape.isTextual = false
        } else {
          shape.add(Self.shape(of: html.fallback))
        }
      }
    }
    return shape
  }
}

extension Inline.Shape {
  fileprivate mutating func add(_ other: Self) {
    leafCount += max(1, other.leafCount)
    if !other.isTextual { isTextual = false }
  }
}
