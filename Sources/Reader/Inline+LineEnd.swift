import Manuscript

extension Inline {
  /// Whether a line of the source ends here.
  var isLineEnd: Bool {
    switch kind {
    case .softBreak, .hardBreak: true
    case .text, .code, .emphasis, .strong, .strikethrough, .styled, .link, .anchor, .image, .footnoteReference,
      .abbreviation, .ruby, .math, .media, .span, .html:
      false
    }
  }
}
