import Manuscript

extension Inline {
  /// The running text inside an inline that has exactly one; nil for the others. Setting keeps everything else.
  var content: [Inline]? {
    get {
      switch kind {
      case .emphasis(let content), .strong(let content), .strikethrough(let content), .styled(_, let content),
        .link(_, let content), .anchor(let content), .abbreviation(_, let content), .span(_, let content):
        content
      case .text, .softBreak, .hardBreak, .code, .image, .footnoteReference, .ruby, .math, .media, .html: nil
      }
    }
    set {
      guard let newValue else { return }
      switch kind {
      case .emphasis: kind = .emphasis(newValue)
      case .strong: kind = .strong(newValue)
      case .strikethrough: kind = .strikethrough(newValue)
      case .styled(let style, _): kind = .styled(style, newValue)
      case .link(let link, _): kind = .link(link, newValue)
      case .anchor: kind = .anchor(newValue)
      case .abbreviation(let title, _): kind = .abbreviation(title: title, newValue)
      case .span(let name, _): kind = .span(name: name, newValue)
      case .text, .softBreak, .hardBreak, .code, .image, .footnoteReference, .ruby, .math, .media, .html: break
      }
    }
  }
}
