package import Diagnostics

/// One source file, read. Depends on its bytes and the reading options alone: links are not resolved yet.
package struct Article: Sendable {
  /// What the rest of a build needs to know about it; small enough to keep for every article.
  package var facts: ArticleFacts
  package var body: [Block]
  /// In order of first mention; unmentioned ones are reported and left out.
  package var footnotes: [Footnote]

  package init(facts: ArticleFacts, body: [Block], footnotes: [Footnote]) {
    self.facts = facts
    self.body = body
    self.footnotes = footnotes
  }
}

package struct Footnote: Hashable, Sendable {
  /// As the author wrote it, without `^`.
  package var label: String
  package var content: [Block]
  /// How many marks point to it; at least one.
  package var referenceCount: Int
  package var range: SourceRange

  package init(label: String, content: [Block], referenceCount: Int, range: SourceRange) {
    self.label = label
    self.content = content
    self.referenceCount = referenceCount
    self.range = range
  }
}
