package import Manuscript

/// Takes the searchable text and its terms from articles that follow each other.
package struct SearchExtractor: ~Copyable {
  private var collector: SearchTermCollector

  /// - Parameter first: index in `Publication.entries` of the first article that will come.
  package init(first: Int) { collector = SearchTermCollector(first: first) }

  /// Collects the terms of the next article.
  ///
  /// - Returns: its text.
  package mutating func extract(_ article: Article) -> SearchText {
    let text = Self.text(of: article)
    collector.beginArticle()
    addTitle(article.facts)
    for (index, part) in text.parts.enumerated() {
      if index > 0 { collector.beginPart() }
      collector.add(text.bytes[part.range], to: .body)
    }
    return text
  }

  /// Collects the terms of the next article's title, categories and tags alone.
  mutating func extractTitle(_ facts: ArticleFacts) {
    collector.beginArticle()
    addTitle(facts)
  }

  /// The next article is not to be found.
  package mutating func skip() { collector.beginArticle() }

  /// What was collected.
  package consuming func finish() -> SearchTermBlock { collector.block() }

  private mutating func addTitle(_ facts: ArticleFacts) {
    collector.beginPart()
    collector.add(facts.title, to: .title)
    let matter = facts.frontMatter
    for category in matter.categories { collector.add(category, to: .tags) }
    for tag in matter.tags { collector.add(tag, to: .tags) }
  }
}
