import Manuscript

extension MarkdownConverter {
  func spanAttributesApplied(_ inlines: [Inline]) -> [Inline] { inlines }
}
